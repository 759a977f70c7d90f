using Microsoft.AspNetCore.Components;
using Plimsoll.Web.Platform.Mail;

namespace Plimsoll.Web.Desk.Pages;

public sealed partial class MailPage(
    Outbox outbox,
    TryLetterAgain again,
    NavigationManager navigation
)
{
    private Outbox.View? _view;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        if ((await outbox.Ask(Actor, Http.RequestAborted)).Refused(out _, out _view))
            navigation.NotFound();
    }

    private async Task TryAgain(Guid letter)
    {
        await again.Run(letter, Actor, Http.RequestAborted);
        navigation.NavigateTo("/settings/mail");
    }
}

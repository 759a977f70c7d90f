using Microsoft.AspNetCore.Components;
using Plimsoll.Web.Platform.Mail;
using Plimsoll.Web.Platform.Mail.Inbox;

namespace Plimsoll.Web.Desk.Pages;

public sealed partial class MailPage(
    Outbox outbox,
    TryLetterAgain again,
    ParkedLetters inbox,
    NavigationManager navigation
)
{
    private Outbox.View? _view;
    private ParkedLetters.View? _came;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        if ((await outbox.Ask(Actor, Http.RequestAborted)).Refused(out _, out _view))
            navigation.NotFound();
        else
            _came = (await inbox.Ask(Actor, Http.RequestAborted)).Value;
    }

    private async Task TryAgain(Guid letter)
    {
        await again.Run(letter, Actor, Http.RequestAborted);
        navigation.NavigateTo("/settings/mail");
    }
}

using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.SignIn.Queries;
using Plimsoll.Web.SignIn.UseCases;

namespace Plimsoll.Web.SignIn.Pages;

public sealed partial class InvitePage(
    WhoseLink whose,
    AcceptInvitation accept,
    SessionCookie sessions,
    NavigationManager navigation
)
{
    private Refusal? _refusal;
    private WhoseLink.View? _whose;

    [Parameter]
    public string Token { get; set; } = "";

    [SupplyParameterFromForm(FormName = "invite")]
    private NewPassword? Form { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var found = await whose.Invitation(Token, Attempts.From(Http), Http.RequestAborted);
        _ = found.Refused(out _refusal, out _whose);
    }

    private async Task Accept()
    {
        if (_whose is null)
            return;
        var command = new AcceptInvitation.Command(
            Token,
            Form?.Password,
            T.Language.Code,
            Attempts.From(Http)
        );
        if ((await accept.Run(command, Http.RequestAborted)).Refused(out _refusal, out var account))
            return;
        await sessions.Begin(Http, account, Proof.Link, stay: true);
        navigation.NavigateTo("/");
    }
}

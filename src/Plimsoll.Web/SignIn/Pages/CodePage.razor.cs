using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.SignIn.UseCases;

namespace Plimsoll.Web.SignIn.Pages;

public sealed partial class CodePage(
    EnterWithCode enter,
    HalfWay halfWay,
    SessionCookie sessions,
    NavigationManager navigation
)
{
    private Refusal? _refusal;
    private HalfWay.Waiting? _waiting;

    [SupplyParameterFromForm(FormName = "code")]
    private Entry? Form { get; set; }

    [SupplyParameterFromQuery]
    private string? To { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override void OnInitialized() => _waiting = halfWay.Look(Http);

    private async Task Enter()
    {
        if (_waiting is not { } waiting)
            return;
        var command = new EnterWithCode.Command(waiting.Account, Form?.Code, Attempts.From(Http));
        if ((await enter.Run(command, Http.RequestAborted)).Refused(out _refusal, out var account))
            return;
        halfWay.End(Http);
        await sessions.Begin(Http, account, Proof.PasswordAndCode, waiting.Stay);
        navigation.NavigateTo(SignInPage.OursOnly(To) ?? "/");
    }

    public sealed class Entry
    {
        public string? Code { get; set; }
    }
}

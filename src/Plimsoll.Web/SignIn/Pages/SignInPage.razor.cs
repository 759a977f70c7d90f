using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.SignIn.UseCases;

namespace Plimsoll.Web.SignIn.Pages;

public sealed partial class SignInPage(
    EnterWithPassword enter,
    EnterWithPasskey enterWithPasskey,
    Passkeys passkeys,
    HalfWay halfWay,
    SessionCookie sessions,
    NavigationManager navigation
)
{
    private Refusal? _refusal;
    private string? _options;

    [SupplyParameterFromForm(FormName = "signin")]
    private Entry? Form { get; set; }

    [SupplyParameterFromForm(FormName = "passkey")]
    private Shown? Passkey { get; set; }

    [SupplyParameterFromQuery]
    private string? To { get; set; }

    /// <summary>Where she comes from: a password that was just reset.</summary>
    [SupplyParameterFromQuery]
    private string? After { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    private string? Note => After == "reset" ? T["signin.after-reset"] : null;

    protected override async Task OnInitializedAsync()
    {
        if (HttpMethods.IsGet(Http.Request.Method))
            _options = await passkeys.OptionsToShow(Http);
    }

    private async Task Enter()
    {
        var command = new EnterWithPassword.Command(
            Form?.Email,
            Form?.Password,
            Attempts.From(Http)
        );
        if ((await enter.Run(command, Http.RequestAborted)).Refused(out _refusal, out var entered))
        {
            _options = await passkeys.OptionsToShow(Http);
            return;
        }
        if (entered.NeedsCode)
        {
            halfWay.Begin(Http, entered.Account, Form!.Stay);
            navigation.NavigateTo(
                navigation.GetUriWithQueryParameters(
                    "/signin/code",
                    new Dictionary<string, object?> { ["to"] = OursOnly(To) }
                )
            );
            return;
        }
        await sessions.Begin(Http, entered.Account, Proof.Password, Form!.Stay);
        navigation.NavigateTo(OursOnly(To) ?? "/");
    }

    private async Task EnterByPasskey()
    {
        var shown = await enterWithPasskey.Run(Passkey?.Credential, Http, Http.RequestAborted);
        if (shown.Refused(out _refusal, out var account))
        {
            _options = await passkeys.OptionsToShow(Http);
            return;
        }
        await sessions.Begin(Http, account, Proof.Passkey, stay: true);
        navigation.NavigateTo(OursOnly(To) ?? "/");
    }

    private string? Error(string field) => _refusal?.Field == field ? T.Say(_refusal) : null;

    // A link may bring people back to where they were, but never to another site.
    // (Browsers drop tabs and line breaks from an address: what is /, tab, / here is // there.)
    internal static string? OursOnly(string? to) =>
        to is ['/', not ('/' or '\\'), ..] && !to.Any(char.IsControl) ? to : null;

    public sealed class Entry
    {
        public string? Email { get; set; }
        public string? Password { get; set; }
        public bool Stay { get; set; }
    }

    public sealed class Shown
    {
        public string? Credential { get; set; }
    }
}

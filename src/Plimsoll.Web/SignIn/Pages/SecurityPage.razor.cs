using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.SignIn.Queries;
using Plimsoll.Web.SignIn.UseCases;

namespace Plimsoll.Web.SignIn.Pages;

public sealed partial class SecurityPage(
    OwnSecurity own,
    Passkeys passkeys,
    ChangePassword changePassword,
    AddPasskey addPasskey,
    RemovePasskey removePasskey,
    OfferSecondFactor offer,
    TurnOffSecondFactor turnOff,
    RenewRecoveryCodes renew,
    EndSession end,
    SignOutEverywhere everywhere,
    NavigationManager navigation
)
{
    private static readonly string[] Acts =
    [
        "password",
        "passkey",
        "passkey-removed",
        "second-off",
        "browser",
        "everywhere",
    ];
    private OwnSecurity.View? _own;
    private Refusal? _refusal;
    private string? _refused;
    private string? _options;
    private IReadOnlyList<string>? _codes;

    [SupplyParameterFromForm(FormName = "password")]
    private PasswordForm? Password { get; set; }

    [SupplyParameterFromForm(FormName = "passkey")]
    private PasskeyForm? Passkey { get; set; }

    [SupplyParameterFromForm(FormName = "second")]
    private SecondForm? Second { get; set; }

    [SupplyParameterFromForm(FormName = "everywhere")]
    private EverywhereForm? Everywhere { get; set; }

    [SupplyParameterFromQuery]
    private string? Done { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    private CancellationToken Ct => Http.RequestAborted;

    private string BrowserHere => BrowserName.Of(Http.Request.Headers.UserAgent.ToString());

    protected override async Task OnInitializedAsync()
    {
        await Load();
        // An answer to the challenge of the page before is on its way; a new one would void it.
        if (HttpMethods.IsGet(Http.Request.Method))
            await Challenge();
    }

    private async Task Change()
    {
        var command = new ChangePassword.Command(Password?.Current, Password?.New, Asking.Session);
        await Show("password", await changePassword.Run(command, Actor, Ct), "password");
    }

    private async Task Add()
    {
        var command = new AddPasskey.Command(Passkey?.Name, Passkey?.Credential);
        await Show("passkey", await addPasskey.Run(command, Http, Actor, Ct), "passkey");
    }

    private async Task Remove(string id) =>
        await Show("passkey", await removePasskey.Run(id, Actor, Ct), "passkey-removed");

    private async Task Offer()
    {
        var offered = await offer.Run(Actor, Ct);
        if (!offered.Refused(out _refusal, out _))
            navigation.NavigateTo("/me/security/code");
    }

    private async Task ChangeSecond()
    {
        if (Second?.Act == "off")
        {
            await Show("second", await turnOff.Run(Second.Current, Actor, Ct), "second-off");
            return;
        }
        _refused = "second";
        if (!(await renew.Run(Second?.Current, Actor, Ct)).Refused(out _refusal, out var codes))
            _codes = codes;
        await Load();
        await Challenge();
    }

    private async Task End(Guid session) =>
        await Show("browser", await end.Run(session, Actor, Ct), "browser");

    private async Task LeaveEverywhere()
    {
        var command = new SignOutEverywhere.Command(Asking.Session, Everywhere?.TokensToo ?? false);
        await Show("everywhere", await everywhere.Run(command, Actor, Ct), "everywhere");
    }

    private async Task Show(string form, Outcome<Done> outcome, string done)
    {
        _refused = form;
        if (outcome.Refused(out _refusal, out _))
            await Challenge();
        else
            navigation.NavigateTo("/me/security?done=" + done);
    }

    private async Task Load() => _own = await own.Ask(Actor, Ct);

    private async Task Challenge() =>
        _options = await passkeys.OptionsToMake(Http, _own!.Account, _own.Email, Asking.Name);

    private string? Error(string form, string field) =>
        _refused == form && _refusal?.Field == field ? T.Say(_refusal) : null;

    private static string? Known(string? done) => Acts.Contains(done) ? done : null;

    public sealed class PasswordForm
    {
        public string? Current { get; set; }
        public string? New { get; set; }
    }

    public sealed class PasskeyForm
    {
        public string? Name { get; set; }
        public string? Credential { get; set; }
    }

    public sealed class SecondForm
    {
        public string? Current { get; set; }
        public string? Act { get; set; }
    }

    public sealed class EverywhereForm
    {
        public bool TokensToo { get; set; }
    }
}

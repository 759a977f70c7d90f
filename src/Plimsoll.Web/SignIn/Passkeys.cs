using Microsoft.AspNetCore.Identity;
using Plimsoll.Web.Platform.Settings;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn;

/// <summary>
/// The two ceremonies of WebAuthn: making a passkey and showing one. The challenge waits in a protected cookie while the
/// browser talks to the device; it serves one answer.
/// </summary>
public sealed class Passkeys(
    IPasskeyHandler<Account> handler,
    UserManager<Account> accounts,
    Errand errand
)
{
    private const string Making = "passkey-new";
    private const string Showing = "passkey";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>What the browser needs to make a passkey for this account, as JSON.</summary>
    public async Task<string> OptionsToMake(
        HttpContext http,
        Guid account,
        string email,
        string name
    )
    {
        var made = await handler.MakeCreationOptionsAsync(
            new PasskeyUserEntity
            {
                Id = account.ToString(),
                Name = email,
                DisplayName = name,
            },
            http
        );
        errand.Keep(http, Making, made.AttestationState ?? "", Patience);
        return made.CreationOptionsJson;
    }

    public async Task<(Guid For, UserPasskeyInfo Passkey)?> Made(
        HttpContext http,
        string? credential
    )
    {
        if (errand.Take(http, Making) is not { } state || string.IsNullOrEmpty(credential))
            return null;
        var result = await handler.PerformAttestationAsync(
            new PasskeyAttestationContext
            {
                HttpContext = http,
                CredentialJson = credential,
                AttestationState = state,
            }
        );
        return result.Succeeded ? (Guid.Parse(result.UserEntity.Id), result.Passkey) : null;
    }

    /// <summary>What the browser needs to show any passkey of this site, as JSON.</summary>
    public async Task<string> OptionsToShow(HttpContext http)
    {
        var made = await handler.MakeRequestOptionsAsync(null, http);
        errand.Keep(http, Showing, made.AssertionState ?? "", Patience);
        return made.RequestOptionsJson;
    }

    /// <summary>Whose passkey it is, once it has shown that it is one of ours.</summary>
    public async Task<Guid?> Shown(HttpContext http, string? credential)
    {
        if (errand.Take(http, Showing) is not { } state || string.IsNullOrEmpty(credential))
            return null;
        var result = await handler.PerformAssertionAsync(
            new PasskeyAssertionContext
            {
                HttpContext = http,
                CredentialJson = credential,
                AssertionState = state,
            }
        );
        if (!result.Succeeded)
            return null;
        // The counter of the device has moved on; a copy of it would lag behind.
        await accounts.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        return result.User.Id;
    }

    internal static void Configure(IdentityPasskeyOptions options, PlimsollSettings settings)
    {
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
        if (Uri.TryCreate(settings.Address, UriKind.Absolute, out var address))
            options.ServerDomain = address.Host;
    }
}

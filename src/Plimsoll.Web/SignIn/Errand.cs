using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Settings;

namespace Plimsoll.Web.SignIn;

/// <summary>
/// What must be remembered between two steps of one act (password and code, the challenge of a passkey) in the browser
/// itself: a protected cookie, short-lived, taken once.
/// </summary>
public sealed class Errand(
    IDataProtectionProvider protection,
    PlimsollSettings settings,
    TimeProvider clock
)
{
    private sealed record Kept(DateTime Until, string Value);

    public void Keep(HttpContext http, string name, string value, TimeSpan lifetime)
    {
        var kept = new Kept(clock.GetUtcNow().UtcDateTime + lifetime, value);
        http.Response.Cookies.Append(
            Cookie(name),
            Protector(name).Protect(JsonSerializer.Serialize(kept)),
            Options(http)
        );
    }

    public string? Look(HttpContext http, string name)
    {
        if (http.Request.Cookies[Cookie(name)] is not { } text)
            return null;
        try
        {
            var kept = JsonSerializer.Deserialize<Kept>(Protector(name).Unprotect(text));
            return kept?.Until > clock.GetUtcNow().UtcDateTime ? kept.Value : null;
        }
        catch (Exception e)
            when (e is System.Security.Cryptography.CryptographicException or JsonException)
        {
            return null;
        }
    }

    public string? Take(HttpContext http, string name)
    {
        var value = Look(http, name);
        http.Response.Cookies.Delete(Cookie(name), Options(http));
        return value;
    }

    private string Cookie(string name) => settings.CookieName("plimsoll-" + name);

    private IDataProtector Protector(string name) =>
        protection.CreateProtector("SignIn.Errand", name);

    private CookieOptions Options(HttpContext http) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = settings.OverHttpsOnly() || http.Request.IsHttps,
            IsEssential = true,
            Path = "/",
        };
}

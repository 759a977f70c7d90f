using Plimsoll.Web.Platform.Settings;

namespace Plimsoll.Web.Platform.Http;

/// <summary>
/// How our cookies are kept. Where the address says https, they travel over nothing else and their name binds them to
/// this very host (<c>__Host-</c>, RFC 6265bis); on plain http, loopback above all, browsers would refuse such a name.
/// </summary>
public static class Cookies
{
    public static bool OverHttpsOnly(this PlimsollSettings settings) =>
        settings.Address?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true;

    public static string CookieName(this PlimsollSettings settings, string name) =>
        settings.OverHttpsOnly() ? "__Host-" + name : name;

    public static CookieSecurePolicy CookieSecurity(this PlimsollSettings settings) =>
        settings.OverHttpsOnly() ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
}

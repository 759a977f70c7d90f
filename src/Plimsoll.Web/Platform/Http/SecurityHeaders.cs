namespace Plimsoll.Web.Platform.Http;

/// <summary>
/// What every answer tells the browser not to do. Scripts and styles come from files of ours alone; a style attribute
/// is allowed because the height of a bar is data.
/// </summary>
public static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
            {
                // Written as the answer starts: a failed page is cleared first, and needs them as much as any other.
                http.Response.OnStarting(() =>
                {
                    Set(http);
                    return Task.CompletedTask;
                });
                return next(http);
            }
        );

    private static void Set(HttpContext http)
    {
        var headers = http.Response.Headers;
        // A file that somebody brought comes with a narrower one.
        if (headers.ContentSecurityPolicy.Count == 0)
            headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (http.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
    }
}

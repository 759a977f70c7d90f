using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Settings;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Queries;
using Plimsoll.Web.SignIn.Store;
using Plimsoll.Web.SignIn.UseCases;

namespace Plimsoll.Web.SignIn;

/// <summary>
/// The cookie carries the number of a session, and whose it is: a page's form is known by its person, so that it can still
/// be sent after she has signed in again. Each request asks the store whether that session still stands and who its person
/// is now, so that signing out everywhere and a changed position hold at once.
/// </summary>
public sealed class SessionCookie(
    IDbContextFactory<PlimsollDb> store,
    BeginSession begin,
    PlimsollSettings settings,
    TimeProvider clock
) : CookieAuthenticationEvents
{
    public const string Scheme = ApiDoor.SessionScheme;
    private const string SessionClaim = "session";
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    /// <summary>Begins a session in this browser.</summary>
    public async Task Begin(HttpContext http, Guid account, Proof proof, bool stay)
    {
        var browser = http.Request.Headers.UserAgent.ToString();
        var session = await begin.Run(new(account, proof, browser), http.RequestAborted);
        var identity = new ClaimsIdentity(
            [
                new Claim(SessionClaim, session.ToString()),
                new Claim(ClaimTypes.NameIdentifier, account.ToString()),
            ],
            Scheme
        );
        await http.SignInAsync(
            Scheme,
            new ClaimsPrincipal(identity),
            new AuthenticationProperties { IsPersistent = stay }
        );
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        if (
            !Guid.TryParse(context.Principal?.FindFirstValue(SessionClaim), out var id)
            || await Read(id, http.RequestAborted) is not { } who
        )
        {
            context.RejectPrincipal();
            await http.SignOutAsync(Scheme);
            return;
        }
        var door = IsApi(http.Request) ? Door.Api : Door.Page;
        who.Enter(http.RequestServices.GetRequiredService<Asking>(), door, id);
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (LateForms.WaitsAt(context.HttpContext) is not { } address)
            return Turn(context, StatusCodes.Status401Unauthorized);
        // The browser sends the form again, to the page where it waits.
        context.Response.Headers.Location = address;
        context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        return Task.CompletedTask;
    }

    public override Task RedirectToAccessDenied(
        RedirectContext<CookieAuthenticationOptions> context
    ) => Turn(context, StatusCodes.Status403Forbidden);

    private static Task Turn(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (IsForScript(context.Request))
        {
            context.Response.StatusCode = status;
            // The page that nothing is there would be of no use to a stream.
            if (
                context.HttpContext.Features.Get<IStatusCodePagesFeature>() is { } pages
                && !IsApi(context.Request)
            )
                pages.Enabled = false;
        }
        else
            context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    /// <summary>Programs and streams are told that nobody is signed in; people are led to where they sign in.</summary>
    private static bool IsForScript(HttpRequest request) =>
        IsApi(request)
        || request.Headers.Accept.ToString() is { Length: > 0 } accept
            && !accept.Contains("text/html", StringComparison.OrdinalIgnoreCase)
            && !accept.Contains("*/*", StringComparison.Ordinal);

    private static bool IsApi(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    private async Task<Visitor?> Read(Guid id, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var oldest = now - TimeSpan.FromDays(settings.SessionDays);
        await using var db = await store.CreateDbContextAsync(ct);
        var found = await db.Sessions()
            .Where(s => s.Id == id && s.Ended == null && s.Seen > oldest)
            .Join(db.Visitors(), s => s.Account, v => v.Account, (s, v) => new { s.Seen, Who = v })
            .FirstOrDefaultAsync(ct);
        if (found is not null && now - found.Seen > SeenEvery)
            await db.Sessions()
                .Where(s => s.Id == id)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.Seen, now), ct);
        return found?.Who;
    }
}

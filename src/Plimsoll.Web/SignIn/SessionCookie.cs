using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Platform.Text;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn;

/// <summary>
/// The cookie carries the number of a session and nothing else. Each request asks the store whether that session
/// still stands and who its person is now, so that signing out everywhere and a changed position hold at once.
/// </summary>
public sealed class SessionCookie(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
    : CookieAuthenticationEvents
{
    public const string Scheme = "session";
    private const string SessionClaim = "session";
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    /// <summary>Begins a session in this browser.</summary>
    public async Task Begin(HttpContext http, Account account, bool stay)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var browser = http.Request.Headers.UserAgent.ToString();
        var session = new Session
        {
            Account = account.Id,
            Began = now,
            Seen = now,
            Browser = browser.Length > 200 ? browser[..200] : browser,
        };
        await using var db = await store.CreateDbContextAsync(http.RequestAborted);
        db.Sessions().Add(session);
        await db.SaveChangesAsync(http.RequestAborted);
        var identity = new ClaimsIdentity([new Claim(SessionClaim, session.Id.ToString())], Scheme);
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
            || await Read(id, http) is not { } seen
        )
        {
            context.RejectPrincipal();
            await http.SignOutAsync(Scheme);
            return;
        }
        var asking = http.RequestServices.GetRequiredService<Asking>();
        var door = http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
            ? Door.Api
            : Door.Page;
        asking.SignedIn(new Actor(seen.Person, seen.Position, door), seen.Name, seen.Account, id);
        if (Language.Find(seen.Language) is { } language)
            asking.Speak(language);
        asking.Prefers(
            seen.Theme,
            seen.InHours,
            seen.TimeZone is { } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)
                ? found
                : TimeZoneInfo.Utc
        );
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) =>
        Turn(context, StatusCodes.Status401Unauthorized);

    public override Task RedirectToAccessDenied(
        RedirectContext<CookieAuthenticationOptions> context
    ) => Turn(context, StatusCodes.Status403Forbidden);

    private static Task Turn(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            context.Response.StatusCode = status;
        else
            context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    private async Task<Seen?> Read(Guid id, HttpContext http)
    {
        await using var db = await store.CreateDbContextAsync(http.RequestAborted);
        var seen = await db.Sessions()
            .Where(s => s.Id == id && s.Ended == null)
            .Join(db.Accounts(), s => s.Account, a => a.Id, (s, a) => new { s, a })
            .Join(
                db.People().Where(p => p.Archived == null),
                x => x.a.Person,
                p => p.Id,
                (x, p) =>
                    new Seen(
                        p.Id,
                        p.Position,
                        p.Name,
                        x.a.Id,
                        x.a.Language,
                        x.a.Theme,
                        x.a.InHours,
                        x.a.TimeZone,
                        x.s.Seen
                    )
            )
            .FirstOrDefaultAsync(http.RequestAborted);
        var now = clock.GetUtcNow().UtcDateTime;
        if (seen is not null && now - seen.At > SeenEvery)
            await db.Sessions()
                .Where(s => s.Id == id)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.Seen, now), http.RequestAborted);
        return seen;
    }

    private sealed record Seen(
        PersonId Person,
        Position Position,
        string Name,
        Guid Account,
        string? Language,
        string Theme,
        bool InHours,
        string? TimeZone,
        DateTime At
    );
}

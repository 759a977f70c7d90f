using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Queries;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn;

/// <summary>
/// <c>Authorization: Bearer plm_...</c> at the door for programs. A token never opens a page, and a request that
/// carries one is never helped out by a cookie.
/// </summary>
public sealed class TokenDoor(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    IDbContextFactory<PlimsollDb> store,
    Attempts attempts,
    TimeProvider clock
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "token";
    private const string Bearer = "Bearer ";
    private static readonly TimeSpan UsedEvery = TimeSpan.FromMinutes(5);
    private bool _tooMany;

    /// <summary>Which door a request has come to.</summary>
    public static string SchemeOf(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        && http.Request.Headers.ContainsKey("Authorization")
            ? SchemeName
            : SessionCookie.Scheme;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (
            !header.StartsWith(Bearer + AccessToken.Prefix, StringComparison.OrdinalIgnoreCase)
            || await Find(header[Bearer.Length..].Trim()) is not { } found
        )
        {
            // Only wrong tokens run out of tries: behind one address there may be a whole office.
            var from = Attempts.From(Context);
            _tooMany = !attempts.MayTry(from);
            attempts.Failed(from);
            return AuthenticateResult.Fail("The token is not known, has expired or was revoked.");
        }
        found.Who.Enter(
            Context.RequestServices.GetRequiredService<Asking>(),
            Door.Api,
            session: null,
            found.Scopes.Split(' ')
        );
        var identity = new ClaimsIdentity([new Claim("token", found.Id.ToString())], SchemeName);
        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = _tooMany
            ? StatusCodes.Status429TooManyRequests
            : StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }

    private sealed record Found(Guid Id, string Scopes, DateTime? Used, Visitor Who);

    private async Task<Found?> Find(string secret)
    {
        var ct = Context.RequestAborted;
        var hash = Secrets.HashOf(secret);
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await store.CreateDbContextAsync(ct);
        var found = await db.AccessTokens()
            .Where(t => t.Hash == hash && t.Revoked == null && t.Expires > now)
            .Join(
                db.Visitors(),
                t => t.Account,
                v => v.Account,
                (t, v) => new Found(t.Id, t.Scopes, t.Used, v)
            )
            .FirstOrDefaultAsync(ct);
        if (found is not null && !(now - found.Used < UsedEvery))
            await db.AccessTokens()
                .Where(t => t.Id == found.Id)
                .ExecuteUpdateAsync(s => s.SetProperty(t => t.Used, now), ct);
        return found;
    }
}

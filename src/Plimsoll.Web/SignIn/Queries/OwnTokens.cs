using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.Queries;

/// <summary>Someone's own tokens that still open something. Not their secrets: nobody has those but whoever copied them.</summary>
public sealed class OwnTokens(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    public sealed record Line(
        Guid Id,
        string Name,
        string Start,
        IReadOnlyList<string> Scopes,
        DateTime Made,
        DateTime Expires,
        DateTime? Used
    );

    public async Task<IReadOnlyList<Line>> Ask(Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await store.CreateDbContextAsync(ct);
        var account = await db.AccountOf(actor, ct);
        var tokens = await db.AccessTokens()
            .AsNoTracking()
            .Where(t => t.Account == account.Id && t.Revoked == null && t.Expires > now)
            .OrderByDescending(t => t.Made)
            .Take(200)
            .ToListAsync(ct);
        return
        [
            .. tokens.Select(t => new Line(
                t.Id,
                t.Name,
                t.Start,
                t.Scopes.Split(' '),
                t.Made,
                t.Expires,
                t.Used
            )),
        ];
    }
}

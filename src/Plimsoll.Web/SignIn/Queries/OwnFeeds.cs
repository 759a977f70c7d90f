using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.Queries;

/// <summary>Someone's own calendar addresses that still lead somewhere; not the addresses themselves, nobody has those any more.</summary>
public sealed class OwnFeeds(IDbContextFactory<PlimsollDb> store)
{
    public sealed record Row(Guid Id, string Name, DateTime Made, DateTime? Used);

    public async Task<IReadOnlyList<Row>> Ask(Actor actor, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var account = await db.AccountOf(actor, ct);
        return await db.CalendarFeeds()
            .Where(f => f.Account == account.Id && f.Revoked == null)
            .OrderBy(f => f.Id)
            .Take(CalendarFeed.AtMost)
            .Select(f => new Row(f.Id, f.Name, f.Made, f.Used))
            .ToListAsync(ct);
    }
}

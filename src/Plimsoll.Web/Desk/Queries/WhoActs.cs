using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Desk.Queries;

/// <summary>Who has ever changed something; for those who may read the record of all changes.</summary>
public sealed class WhoActs(IDbContextFactory<PlimsollDb> store)
{
    public async Task<IReadOnlyList<NamedThing>> Ask(
        Actor actor,
        CultureInfo culture,
        CancellationToken ct
    )
    {
        if (!actor.May(Right.SeeAudit))
            return [];
        await using var db = await store.CreateDbContextAsync(ct);
        var people = await db.People()
            .Where(p => db.Facts().Any(f => f.By == p.Id))
            .OrderBy(p => p.Id)
            .Select(p => new { p.Id, p.Name })
            .Take(Listing.Most)
            .ToListAsync(ct);
        return people
            .Select(p => new NamedThing(p.Id.Value, p.Name))
            .Sorted(culture, false, p => p.Name, p => p.Name);
    }
}

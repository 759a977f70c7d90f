using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.Queries;

/// <summary>The roles, and how many people have each.</summary>
public sealed class RoleList(IDbContextFactory<PlimsollDb> store)
{
    /// <param name="People">As far as the one who asks sees them, archived ones aside.</param>
    public sealed record Row(RoleId Id, string Name, int People, bool IsArchived, int Version);

    public async Task<IReadOnlyList<Row>> Ask(
        bool archived,
        string? search,
        Actor actor,
        CultureInfo culture,
        CancellationToken ct
    )
    {
        if (!actor.May(Right.SeeOwnTeam))
            return [];
        await using var db = await store.CreateDbContextAsync(ct);
        var people = db.PeopleVisibleTo(actor).Where(p => p.Archived == null);
        var pattern = SearchKeys.Anywhere(search ?? "");
        var rows = await db.Roles()
            .Where(r => archived ? r.Archived != null : r.Archived == null)
            .FoundBy(pattern)
            .OrderBy(r => r.Id)
            .Select(r => new Row(
                r.Id,
                r.Name,
                people.Count(p => p.Role == r.Id),
                r.Archived != null,
                r.Version
            ))
            .Take(Listing.Most)
            .ToListAsync(ct);
        return rows.Sorted(culture, false, r => r.Name, r => r.Name);
    }

    public async Task<Outcome<Row>> One(RoleId id, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.SeeOwnTeam))
            return new NotThere();
        await using var db = await store.CreateDbContextAsync(ct);
        var people = db.PeopleVisibleTo(actor).Where(p => p.Archived == null);
        var row = await db.Roles()
            .Where(r => r.Id == id)
            .Select(r => new Row(
                r.Id,
                r.Name,
                people.Count(p => p.Role == r.Id),
                r.Archived != null,
                r.Version
            ))
            .FirstOrDefaultAsync(ct);
        return row is null ? new NotThere() : row;
    }
}

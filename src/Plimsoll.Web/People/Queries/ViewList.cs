using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.Queries;

/// <summary>The named views of a page: her own, and those that others share.</summary>
public sealed class ViewList(IDbContextFactory<PlimsollDb> store)
{
    private const int Most = 500;

    public sealed record Row(
        Guid Id,
        string Name,
        string Query,
        bool Shared,
        bool Mine,
        int Version
    );

    public async Task<IReadOnlyList<Row>> Ask(string page, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.SeeOwnTeam))
            return [];
        var me = actor.Person;
        await using var db = await store.CreateDbContextAsync(ct);
        var views = await db.SavedViews()
            .Where(v => v.Page == page && (v.Person == me || v.Shared))
            .OrderBy(v => v.Id)
            .Select(v => new Row(v.Id, v.Name, v.Query, v.Shared, v.Person == me, v.Version))
            .Take(Most)
            .ToListAsync(ct);
        return
        [
            .. views
                .OrderByDescending(v => v.Mine)
                .ThenBy(v => v.Name, StringComparer.InvariantCultureIgnoreCase),
        ];
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.Queries;

/// <summary>The teams the actor may see, with those of their people whom she may see.</summary>
public sealed class TeamList(IDbContextFactory<PlimsollDb> store)
{
    public sealed record View(
        TeamId Id,
        string Name,
        Face? Lead,
        IReadOnlyList<Face> Members,
        bool IsArchived,
        int Version
    );

    /// <summary>A person as she stands in lists.</summary>
    public sealed record Face(PersonId Id, string Name, int Colour);

    public async Task<IReadOnlyList<View>> Ask(
        bool archived,
        string? search,
        Actor actor,
        CultureInfo culture,
        CancellationToken ct
    )
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var pattern = SearchKeys.Anywhere(search ?? "");
        var teams = db.TeamsVisibleTo(actor)
            .Where(t => archived ? t.Archived != null : t.Archived == null)
            .FoundBy(pattern);
        var views = await Views(db, teams, actor, culture, ct);
        return views.Sorted(culture, false, t => t.Name, t => t.Name);
    }

    public async Task<Outcome<View>> One(
        TeamId id,
        Actor actor,
        CultureInfo culture,
        CancellationToken ct
    )
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var teams = db.TeamsVisibleTo(actor).Where(t => t.Id == id);
        return await Views(db, teams, actor, culture, ct) is [var view] ? view : new NotThere();
    }

    private static async Task<List<View>> Views(
        PlimsollDb db,
        IQueryable<Team> teams,
        Actor actor,
        CultureInfo culture,
        CancellationToken ct
    )
    {
        var found = await teams
            .AsNoTracking()
            .OrderBy(t => t.Id)
            .Select(t => new
            {
                t.Id,
                t.Name,
                t.Lead,
                IsArchived = t.Archived != null,
                t.Version,
            })
            .Take(Listing.Most)
            .ToListAsync(ct);
        var faces = db.PeopleVisibleTo(actor);
        var members = (
            await teams
                .AsNoTracking()
                .SelectMany(t => t.Members, (t, m) => new { t.Id, m.PersonId })
                .Join(
                    faces.Where(p => p.Archived == null),
                    m => m.PersonId,
                    p => p.Id,
                    (m, p) => new { m.Id, Face = new Face(p.Id, p.Name, p.Colour) }
                )
                .ToListAsync(ct)
        ).ToLookup(m => m.Id, m => m.Face);
        var leads = await faces
            .Where(p => teams.Any(t => t.Lead == p.Id))
            .Select(p => new Face(p.Id, p.Name, p.Colour))
            .ToDictionaryAsync(p => p.Id, ct);
        return
        [
            .. found.Select(t => new View(
                t.Id,
                t.Name,
                t.Lead is { } lead ? leads.GetValueOrDefault(lead) : null,
                members[t.Id].Sorted(culture, false, m => m.Name, m => m.Name),
                t.IsArchived,
                t.Version
            )),
        ];
    }
}

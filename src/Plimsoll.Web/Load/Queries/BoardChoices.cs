using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Load.Queries;

/// <summary>What the board's filter offers, and what a line can be added for: only what the actor may see (PRODUCT 8).</summary>
public sealed class BoardChoices(IDbContextFactory<PlimsollDb> store)
{
    public sealed record Choice(
        Guid Id,
        string Name,
        string? Detail = null,
        int Colour = 0,
        bool Internal = false
    );

    public sealed record Offer(
        IReadOnlyList<Choice> Teams,
        IReadOnlyList<Choice> Roles,
        IReadOnlyList<Choice> Clients,
        IReadOnlyList<Choice> Projects
    );

    public async Task<Offer> Ask(Actor actor, Language language, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        await db.Database.OpenConnectionAsync(ct);
        var people = db.PlanVisibleTo(actor).Where(p => p.Archived == null);
        var teams = await db.TeamsVisibleTo(actor)
            .Where(t => t.Archived == null)
            .Where(t => t.Members.Any(m => people.Any(p => p.Id == m.PersonId)))
            .Select(t => new Choice(t.Id.Value, t.Name, null, 0, false))
            .ToListAsync(ct);
        var roles = await db.Roles()
            .Where(r => people.Any(p => p.Role == r.Id))
            .Select(r => new Choice(r.Id.Value, r.Name, null, 0, false))
            .ToListAsync(ct);
        var projects = await Projects(db, actor, ct);
        var clients = await db.Clients()
            .Where(c => c.Archived == null)
            .Where(c => db.ProjectsNamedTo(actor).Any(p => p.Client == c.Id))
            .Select(c => new Choice(c.Id.Value, c.Name, null, 0, false))
            .ToListAsync(ct);
        return new Offer(
            ByName(teams, language),
            ByName(roles, language),
            ByName(clients, language),
            ByName(projects, language)
        );
    }

    /// <summary>The projects that time can be planned on.</summary>
    public async Task<IReadOnlyList<Choice>> Projects(
        Actor actor,
        Language language,
        CancellationToken ct
    )
    {
        await using var db = await store.CreateDbContextAsync(ct);
        return ByName(await Projects(db, actor, ct), language);
    }

    /// <summary>The people, and people still to be found, whose time can be planned.</summary>
    public async Task<IReadOnlyList<Choice>> People(
        Actor actor,
        Language language,
        CancellationToken ct
    )
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var people = await db.PlanVisibleTo(actor)
            .Where(p => p.Archived == null)
            .OrderBy(p => p.Id)
            .Select(p => new Choice(
                p.Id.Value,
                p.Name,
                db.Roles().Where(r => r.Id == p.Role).Select(r => r.Name).FirstOrDefault(),
                p.Colour,
                false
            ))
            .Take(Listing.Most)
            .ToListAsync(ct);
        return ByName(people, language);
    }

    private static async Task<List<Choice>> Projects(
        PlimsollDb db,
        Actor actor,
        CancellationToken ct
    ) =>
        await db.ProjectsNamedTo(actor)
            .Where(p => p.Archived == null && p.Stage != Stage.Closed)
            .OrderBy(p => p.Id)
            .Select(p => new Choice(
                p.Id.Value,
                p.Name,
                db.Clients().Where(c => c.Id == p.Client).Select(c => c.Name).FirstOrDefault(),
                p.Colour,
                p.Kind == ProjectKind.Internal
            ))
            .Take(Listing.Most)
            .ToListAsync(ct);

    private static List<Choice> ByName(List<Choice> choices, Language language) =>
        choices.Sorted(language.Culture, false, c => c.Name, c => c.Name);
}

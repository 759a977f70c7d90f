using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Domain.People;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.Queries;

/// <summary>
/// What the owner of a lapsed hold is told, and what could use the time: unstaffed demand of the same role and week, then
/// internal work under way (PRODUCT 2). Of what she may see.
/// </summary>
public sealed record LapsedHold(LapsedHold.Words Sentence, IReadOnlyList<LapsedHold.Use> Uses)
{
    private const int UsesAtMost = 3;

    /// <summary>The words of the sentence; the ids are there to hold the time again.</summary>
    public sealed record Words(
        Guid PersonId,
        Guid ProjectId,
        string Person,
        string Project,
        string Week,
        DateOnly Monday,
        DateOnly Until,
        int Minutes
    );

    /// <param name="Who">The placeholder whose demand it is; none for internal work.</param>
    /// <param name="Minutes">What is asked for; none for internal work.</param>
    public sealed record Use(string? Who, string Project, int? Minutes);

    public string Link => $"/load?from={Sentence.Week}&open={Sentence.PersonId}";

    internal static async Task<LapsedHold> Of(PlimsollDb db, Booking hold, CancellationToken ct)
    {
        var person = await db.People()
            .Where(p => p.Id == hold.Person)
            .Select(p => new { p.Name, p.Role })
            .SingleAsync(ct);
        var project = await db.Projects()
            .Where(p => p.Id == hold.Project)
            .Select(p => p.Name)
            .SingleAsync(ct);
        var position = await db.People()
            .Where(p => p.Id == hold.Owner)
            .Select(p => p.Position)
            .SingleAsync(ct);
        var owner = new Actor(hold.Owner, position, Door.Clock);
        var words = new Words(
            hold.Person.Value,
            hold.Project.Value,
            person.Name,
            project,
            hold.Week.ToString(),
            hold.Week.Monday,
            hold.HoldUntil!.Value,
            hold.Planned.Value
        );
        return new LapsedHold(words, await UsesOf(db, hold, person.Role, owner, ct));
    }

    private static async Task<List<Use>> UsesOf(
        PlimsollDb db,
        Booking hold,
        RoleId? role,
        Actor owner,
        CancellationToken ct
    )
    {
        var week = hold.Week;
        var named = db.ProjectsNamedTo(owner);
        var demand = await db.Bookings()
            .Where(b => b.Week == week)
            .Join(
                db.People()
                    .Where(p =>
                        p.Kind == PersonKind.Placeholder
                        && p.Archived == null
                        && p.Role != null
                        && p.Role == role
                    ),
                b => b.Person,
                p => p.Id,
                (b, p) => new { b, p.Name }
            )
            .Join(named, x => x.b.Project, p => p.Id, (x, p) => new { x, Project = p.Name })
            .Select(d => new
            {
                d.x.Name,
                d.Project,
                d.x.b.Planned,
            })
            .ToListAsync(ct);
        var uses = demand
            .OrderByDescending(d => d.Planned)
            .Take(UsesAtMost)
            .Select(d => new Use(d.Name, d.Project, d.Planned.Value))
            .ToList();
        var others = await named
            .Where(p =>
                p.Kind == ProjectKind.Internal && p.Stage == Stage.Active && p.Archived == null
            )
            .OrderBy(p => p.Id)
            .Select(p => p.Name)
            .Take(UsesAtMost - uses.Count)
            .ToListAsync(ct);
        uses.AddRange(others.Select(name => new Use(null, name, null)));
        return uses;
    }
}

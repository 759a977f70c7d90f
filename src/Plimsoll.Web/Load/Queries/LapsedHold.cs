using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Domain.People;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.Queries;

/// <summary>
/// What became free when a hold lapsed, and what could use the time: unstaffed demand of the same role and week, then
/// internal work under way (PRODUCT 2), of what its owner may see. It is kept without names: those are asked for when it
/// is told (<see cref="LapsedHoldTold"/>).
/// </summary>
public sealed record LapsedHold(LapsedHold.Time Sentence, IReadOnlyList<LapsedHold.Use> Lines)
{
    private const int UsesAtMost = 3;

    /// <param name="Beside">What stood settled in the same cell.</param>
    public sealed record Time(
        Guid Person,
        Guid Project,
        string Week,
        DateOnly Monday,
        DateOnly Until,
        int Minutes,
        int Beside
    );

    /// <param name="Who">The placeholder whose demand it is; none for internal work.</param>
    /// <param name="Minutes">What is asked for; none for internal work.</param>
    public sealed record Use(Guid? Who, Guid Project, int? Minutes);

    public string Link => $"/load?from={Sentence.Week}";

    public static LapsedHold Read(Notice notice) =>
        JsonSerializer.Deserialize<LapsedHold>(notice.Words, FactJson.Options)!;

    internal NoticeWords<Time> Words => new(Sentence, [.. Lines]);

    internal static async Task<LapsedHold> Of(
        PlimsollDb db,
        Booking hold,
        Minutes beside,
        Actor owner,
        CancellationToken ct
    )
    {
        var time = new Time(
            hold.Person.Value,
            hold.Project.Value,
            hold.Week.ToString(),
            hold.Week.Monday,
            hold.HoldUntil!.Value,
            hold.Planned.Value,
            beside.Value
        );
        return new LapsedHold(time, await UsesOf(db, hold, owner, ct));
    }

    private static async Task<List<Use>> UsesOf(
        PlimsollDb db,
        Booking hold,
        Actor owner,
        CancellationToken ct
    )
    {
        var (week, person) = (hold.Week, hold.Person);
        var role = await db.People().Where(p => p.Id == person).Select(p => p.Role).SingleAsync(ct);
        var named = db.ProjectsNamedTo(owner);
        var demand = await db.Bookings()
            .Where(b => b.Week == week)
            .Join(
                db.PlanVisibleTo(owner)
                    .Where(p =>
                        p.Kind == PersonKind.Placeholder
                        && p.Archived == null
                        && p.Role != null
                        && p.Role == role
                    ),
                b => b.Person,
                p => p.Id,
                (b, p) => b
            )
            .Join(named, b => b.Project, p => p.Id, (b, p) => b)
            .Select(b => new
            {
                b.Person,
                b.Project,
                b.Planned,
            })
            .ToListAsync(ct);
        var uses = demand
            .OrderByDescending(d => d.Planned)
            .Take(UsesAtMost)
            .Select(d => new Use(d.Person.Value, d.Project.Value, d.Planned.Value))
            .ToList();
        var others = await named
            .Where(p =>
                p.Kind == ProjectKind.Internal && p.Stage == Stage.Active && p.Archived == null
            )
            .OrderBy(p => p.Id)
            .Select(p => p.Id)
            .Take(UsesAtMost - uses.Count)
            .ToListAsync(ct);
        uses.AddRange(others.Select(id => new Use(null, id.Value, null)));
        return uses;
    }
}

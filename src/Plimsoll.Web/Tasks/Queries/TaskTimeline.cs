using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.Queries;

/// <summary>The tasks of a view as bars from the day they start to the day they are due, and what they wait for.</summary>
public sealed class TaskTimeline(
    IDbContextFactory<PlimsollDb> store,
    IBookedProjects booked,
    AgencyDay day
)
{
    /// <summary>More than this in the time that is shown, and one narrows it down.</summary>
    public const int TasksAtMost = 300;

    /// <param name="Undated">How many have no day to stand on.</param>
    /// <param name="LastFact">The last that had happened when it was read.</param>
    public sealed record View(
        DateOnly Today,
        IReadOnlyList<Week> Weeks,
        IReadOnlyList<Lane> Lanes,
        int Undated,
        bool IsCut,
        long LastFact
    )
    {
        public DateOnly From => Weeks[0].Monday;

        public int Days => Weeks.Count * 7;
    }

    public sealed record Lane(string? Word, int? Colour, IReadOnlyList<Bar> Bars);

    /// <param name="Waits">The open tasks in sight that have to be done first.</param>
    public sealed record Bar(TaskRow Row, IReadOnlyList<Wait> Waits)
    {
        public DateOnly From => Row.Starts ?? Row.Due!.Value;

        public DateOnly Until => Row.Due ?? Row.Starts!.Value;

        /// <summary>The one of them that is due last, when that is too late for this task.</summary>
        public Wait? TooLate =>
            Waits
                .Where(w => Waiting.ForSomethingLater(Row.Starts, Row.Due, w.Due))
                .MaxBy(w => w.Due);
    }

    public sealed record Wait(TaskId Task, string Key, DateOnly? Due);

    public async Task<View> Ask(
        TaskView view,
        Actor actor,
        CultureInfo culture,
        CancellationToken ct
    )
    {
        var today = await day.Today(ct);
        var weeks = Shown(view, today);
        var (from, until) = (weeks[0].Monday, weeks[^1].Sunday);
        await using var db = await store.CreateDbContextAsync(ct);
        // Read first: what happens meanwhile is told of again rather than never.
        var last = await db.Facts().MaxAsync(f => (long?)f.Id, ct) ?? 0;
        var tasks = db.TasksOf(view, actor, booked, today);
        var ids = await tasks
            .Where(t => (t.Starts ?? t.Due) <= until && (t.Due ?? t.Starts) >= from)
            .OrderBy(t => t.Starts ?? t.Due)
            .ThenBy(t => t.Due)
            .ThenBy(t => t.Id)
            .Select(t => t.Id)
            .Take(TasksAtMost + 1)
            .ToListAsync(ct);
        var shown = ids.Take(TasksAtMost).ToList();
        var rows = await TaskRows.Of(
            db,
            db.Tasks().Where(t => shown.Contains(t.Id)),
            actor,
            booked,
            today,
            ct
        );
        var waits = await Waits(db, shown, actor, ct);
        var lanes = LaneOf(view);
        var order = Listing.Order(culture);
        return new View(
            today,
            weeks,
            [
                .. rows.Select(r => new Bar(r, [.. waits[r.Id]]))
                    .OrderBy(b => b.From)
                    .ThenBy(b => b.Until)
                    .ThenBy(b => b.Row.Id.Value)
                    .GroupBy(b => TaskBoard.KeyOf(b.Row, lanes))
                    .Select(g => Named(g.First().Row, lanes, [.. g]))
                    .OrderBy(l => l.Word is null)
                    .ThenBy(l => l.Word, order),
            ],
            await tasks.CountAsync(t => t.Due == null && t.Starts == null, ct),
            ids.Count > TasksAtMost,
            last
        );
    }

    /// <summary>A timeline is grouped by project unless said otherwise.</summary>
    public static TaskGroup LaneOf(TaskView view) =>
        view.Group is TaskGroup.Due ? TaskGroup.Project : view.Group;

    private static Lane Named(TaskRow row, TaskGroup lanes, IReadOnlyList<Bar> bars) =>
        lanes switch
        {
            TaskGroup.Person => new(row.Responsible?.Name, row.Responsible?.Colour, bars),
            TaskGroup.Project => new(row.ProjectName, row.Colour, bars),
            TaskGroup.Client => new(row.ClientName, null, bars),
            TaskGroup.Stream => new(row.StreamName, null, bars),
            TaskGroup.Priority => new(row.Priority.ToString(), null, bars),
            _ => new(null, null, bars),
        };

    private async Task<ILookup<TaskId, Wait>> Waits(
        PlimsollDb db,
        List<TaskId> shown,
        Actor actor,
        CancellationToken ct
    )
    {
        var seen = db.TasksVisibleTo(actor, booked);
        var pairs = await db.Tasks()
            .Where(t => shown.Contains(t.Id))
            .SelectMany(t => t.Waits, (t, w) => new { Task = t.Id, w.For })
            .ToListAsync(ct);
        var others = pairs.Select(p => p.For).ToHashSet();
        var known = await seen.Where(t =>
                others.Contains(t.Id) && t.State != TaskState.Done && t.State != TaskState.Dropped
            )
            .Join(
                db.Projects(),
                t => t.Project,
                p => p.Id,
                (t, p) =>
                    new
                    {
                        t.Id,
                        p.Code,
                        t.Number,
                        t.Due,
                    }
            )
            .ToDictionaryAsync(t => t.Id, ct);
        return pairs
            .Where(p => known.ContainsKey(p.For))
            .ToLookup(
                p => p.Task,
                p =>
                {
                    var other = known[p.For];
                    return new Wait(
                        p.For,
                        new TaskKey(other.Code ?? "", other.Number).ToString(),
                        other.Due
                    );
                }
            );
    }

    private static IReadOnlyList<Week> Shown(TaskView view, DateOnly today)
    {
        var first = Week.Of(view.At ?? today);
        var count = view.Span switch
        {
            TaskSpan.Week => 2,
            TaskSpan.Quarter => 13,
            _ => 5,
        };
        return [.. Enumerable.Range(0, count).Select(first.Plus)];
    }
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.Queries;

/// <summary>The tasks of a view on the days they are due, in whole weeks.</summary>
public sealed class TaskCalendar(
    IDbContextFactory<PlimsollDb> store,
    IBookedProjects booked,
    AgencyDay day
)
{
    /// <summary>More than this in the time that is shown, and one narrows it down.</summary>
    public const int TasksAtMost = 1000;

    /// <param name="First">The first of the month, or the Monday, that is shown.</param>
    /// <param name="Undated">How many have no day to stand on.</param>
    /// <param name="LastFact">The last that had happened when it was read.</param>
    public sealed record View(
        DateOnly Today,
        DateOnly First,
        IReadOnlyList<Week> Weeks,
        ILookup<DateOnly, TaskRow> On,
        int Undated,
        bool IsCut,
        long LastFact
    );

    public async Task<View> Ask(TaskView view, Actor actor, CancellationToken ct)
    {
        var today = await day.Today(ct);
        var (first, weeks) = Shown(view, today);
        var (from, until) = (weeks[0].Monday, weeks[^1].Sunday);
        await using var db = await store.CreateDbContextAsync(ct);
        // Read first: what happens meanwhile is told of again rather than never.
        var last = await db.Facts().MaxAsync(f => (long?)f.Id, ct) ?? 0;
        var tasks = db.TasksOf(view, actor, booked, today);
        var ids = await tasks
            .Where(t => t.Due >= from && t.Due <= until)
            .OrderBy(t => t.Due)
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
        return new View(
            today,
            first,
            weeks,
            rows.Where(r => r.Due is not null)
                .OrderByDescending(r => r.Priority)
                .ThenBy(r => r.Id.Value)
                .ToLookup(r => r.Due!.Value),
            await tasks.CountAsync(t => t.Due == null, ct),
            ids.Count > TasksAtMost,
            last
        );
    }

    private static (DateOnly First, IReadOnlyList<Week> Weeks) Shown(TaskView view, DateOnly today)
    {
        var at = view.At ?? today;
        if (view.Span is TaskSpan.Week)
            return (Week.Of(at).Monday, [Week.Of(at)]);
        var first = new DateOnly(at.Year, at.Month, 1);
        var last = Week.Of(first.AddMonths(1).AddDays(-1));
        var weeks = new List<Week>();
        for (var week = Week.Of(first); week.Monday <= last.Monday; week = week.Plus(1))
            weeks.Add(week);
        return (first, weeks);
    }
}

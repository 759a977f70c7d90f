using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Tasks.Queries;

/// <summary>
/// Can it be done before it is due? Asked for open tasks with an estimate, a due day that is still to come and somebody
/// responsible whose plan is in the reader's sight; five statements, however many tasks.
/// </summary>
internal static class TaskFits
{
    // Whoever looks further ahead than this is not told whether it fits.
    private const int DaysAhead = 366;

    public static async Task<List<TaskRow>> Into(
        PlimsollDb db,
        List<TaskRow> rows,
        Actor actor,
        DateOnly today,
        CancellationToken ct
    )
    {
        var asked = rows.Where(r =>
                r is { Estimate: not null, Responsible: not null, Due: { } due }
                && r.State.IsOpen()
                && due >= today
                && due <= today.AddDays(DaysAhead)
            )
            .ToList();
        if (asked.Count == 0)
            return rows;
        var ids = asked.Select(r => r.Responsible!.Id).ToHashSet();
        var people = db.PeopleVisibleTo(actor).Where(p => ids.Contains(p.Id));
        var last = asked.Max(r => r.Due!.Value);
        var calendars = await PersonCalendars.Of(
            db,
            people,
            Week.Of(today).Monday,
            Week.Of(last).Sunday,
            ct
        );
        var (from, to) = (Week.Of(today), Week.Of(last));
        var booked = (
            await db.Bookings()
                .Where(b => ids.Contains(b.Person) && b.Certainty == Certainty.Confirmed)
                .Where(b => b.Week >= from && b.Week <= to)
                .Select(b => new
                {
                    b.Person,
                    b.Project,
                    b.Week,
                    b.Planned,
                })
                .ToListAsync(ct)
        ).ToLookup(b => (b.Person, b.Week));
        TaskFit? Fit(TaskRow row)
        {
            if (
                row is not { Estimate: { } needed, Responsible.Id: var person, Due: { } due }
                || !row.State.IsOpen()
                || due < today
                || due > last
                || !calendars.TryGetValue(person, out var calendar)
            )
                return null;
            int Others(Week week) =>
                booked[(person, week)]
                    .Where(b => b.Project != row.Project)
                    .Sum(b => b.Planned.Value);
            return new TaskFit(TaskFit.FreeTime(calendar, today, due, Others), needed);
        }
        return [.. rows.Select(r => r with { Fit = Fit(r) })];
    }
}

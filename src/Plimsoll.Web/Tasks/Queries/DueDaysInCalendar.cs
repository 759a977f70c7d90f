using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.Platform.Feeds;
using Plimsoll.Web.Platform.Settings;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Platform.Text;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.Queries;

/// <summary>The due days of the open tasks that a person is responsible for, for her feed.</summary>
public sealed class DueDaysInCalendar(PlimsollSettings settings) : ICalendarEntries
{
    public async Task<IReadOnlyList<CalendarEntry>> Of(
        PlimsollDb db,
        Actor actor,
        DaySpan days,
        Phrases phrases,
        CancellationToken ct
    )
    {
        var me = actor.Person;
        var due = await db.Tasks()
            .AsNoTracking()
            .Where(t => t.Responsible == me && t.Due >= days.First && t.Due <= days.Last)
            .Where(t => t.State != TaskState.Done && t.State != TaskState.Dropped)
            .Join(
                db.Projects(),
                t => t.Project,
                p => p.Id,
                (t, p) =>
                    new
                    {
                        t.Id,
                        t.Number,
                        t.Title,
                        t.Due,
                        t.Version,
                        Project = p.Name,
                        p.Code,
                    }
            )
            .OrderBy(t => t.Id)
            .ToListAsync(ct);
        return due.ConvertAll(t =>
        {
            var key = new TaskKey(t.Code ?? "", t.Number).ToString();
            return new CalendarEntry(
                $"task-{t.Id}@plimsoll",
                $"{t.Title} · {t.Project}",
                t.Due!.Value,
                t.Due.Value,
                t.Version,
                Description: key,
                Link: settings.Address is null ? null : settings.LinkTo($"/tasks/{key}"),
                IsTask: true
            );
        });
    }
}

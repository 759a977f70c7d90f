using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Tasks.Queries;

/// <summary>How much is there to do for the one who asks: today, this week, this month, late, and whose turn it is.</summary>
public sealed class TaskCounts(
    IDbContextFactory<PlimsollDb> store,
    IBookedProjects booked,
    AgencyDay day
)
{
    public sealed record View(
        int Open,
        int Overdue,
        int Today,
        int Week,
        int Month,
        int WaitingForMe,
        int WaitingForOthers,
        int WaitingForClient
    );

    public async Task<View> Ask(Actor actor, CancellationToken ct)
    {
        var today = await day.Today(ct);
        await using var db = await store.CreateDbContextAsync(ct);
        var mine = new TaskView { Person = TaskView.Me };
        var due = await db.TasksOf(mine, actor, booked, today).Select(t => t.Due).ToListAsync(ct);
        Task<int> Turn(TaskWaiting waiting) =>
            db.TasksOf(
                    new TaskView
                    {
                        Waiting = waiting,
                        Person = waiting is TaskWaiting.Client ? TaskView.Me : null,
                        Part = PartInTask.Any,
                    },
                    actor,
                    booked,
                    today
                )
                .CountAsync(ct);
        var week = Week.Of(today);
        return new View(
            due.Count,
            due.Count(d => d < today),
            due.Count(d => d == today),
            due.Count(d => d >= week.Monday && d <= week.Sunday),
            due.Count(d => d?.Year == today.Year && d?.Month == today.Month),
            await Turn(TaskWaiting.Me),
            await Turn(TaskWaiting.Others),
            await Turn(TaskWaiting.Client)
        );
    }
}

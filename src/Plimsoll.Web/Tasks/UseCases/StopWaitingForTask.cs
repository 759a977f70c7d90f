using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.UseCases;

/// <summary>A task need not wait for that other one any more.</summary>
public sealed class StopWaitingForTask(
    IDbContextFactory<PlimsollDb> store,
    IBookedProjects booked,
    FactSignal signal,
    TimeProvider clock
)
{
    public sealed record Command(TaskId Task, TaskId Other, SeenVersion Seen = default);

    public async Task<Outcome<TasksChanged>> Run(Command command, Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var batch = Guid.CreateVersion7();
        var outcome = await store.Write<TasksChanged>(
            async db =>
            {
                var hand = await TasksAtHand.Of(db, booked, [command.Task], actor, now, ct);
                if (hand.Hers(command.Task, command.Seen).Refused(out var no, out var task))
                    return no;
                var was = task.Content();
                task.StopWaitingFor(command.Other);
                var recorded = db.RecordTask(TaskFact.Waits, task, was, actor, now, batch);
                return new TasksChanged(batch, recorded ? 1 : 0);
            },
            ct
        );
        if (!outcome.IsRefused)
            signal.Raise();
        return outcome;
    }
}

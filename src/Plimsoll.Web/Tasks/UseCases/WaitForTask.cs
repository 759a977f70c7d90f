using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.UseCases;

/// <summary>A task waits for another one, of whatever project in sight; never in a circle.</summary>
public sealed class WaitForTask(
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
                TaskId[] both = [command.Task, command.Other];
                await db.TakeTurnAtWaiting(ct);
                await db.TakeTurns(both, ct);
                var hand = await TasksAtHand.Of(db, booked, both, actor, now, ct);
                if (hand.Hers(command.Task, command.Seen).Refused(out var no, out var task))
                    return no;
                if (hand.Seen(command.Other, SeenVersion.Any).IsRefused)
                    return new IsMissing("waitsFor");
                if (await db.MayWait(task.Id, command.Other, ct) is { } circle)
                    return circle;
                var was = task.Content();
                if (task.WaitFor(command.Other) is { } enough)
                    return enough;
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

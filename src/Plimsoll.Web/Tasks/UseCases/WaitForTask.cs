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
    // One at a time in the whole agency: two people could else close a circle from its two ends.
    private static readonly Guid Turn = new("0a51c0f4-5f1e-4c1b-9d0d-7a2b6f6d3c11");

    public sealed record Command(TaskId Task, TaskId Other, SeenVersion Seen = default);

    public async Task<Outcome<TasksChanged>> Run(Command command, Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var batch = Guid.CreateVersion7();
        var outcome = await store.Write<TasksChanged>(
            async db =>
            {
                await db.TakeTurns([Turn], ct);
                TaskId[] both = [command.Task, command.Other];
                var hand = await TasksAtHand.Of(db, booked, both, actor, now, ct);
                if (hand.Hers(command.Task, command.Seen).Refused(out var no, out var task))
                    return no;
                if (hand.Seen(command.Other, SeenVersion.Any).IsRefused)
                    return new IsMissing("waitsFor");
                if (
                    Waiting.MayWait(task.Id, command.Other, await Reach(db, command.Other, ct)) is
                    { } circle
                )
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

    /// <summary>What waits for what, as far as it is reached from a task, a step with each statement.</summary>
    private static async Task<ILookup<TaskId, TaskId>> Reach(
        PlimsollDb db,
        TaskId from,
        CancellationToken ct
    )
    {
        var found = new List<(TaskId Task, TaskId For)>();
        var seen = new HashSet<TaskId>();
        for (List<TaskId> next = [from]; next.Count > 0; )
        {
            seen.UnionWith(next);
            var step = await db.Tasks()
                .Where(t => next.Contains(t.Id))
                .SelectMany(t => t.Waits, (t, w) => new { t.Id, w.For })
                .ToListAsync(ct);
            found.AddRange(step.Select(s => (s.Id, s.For)));
            next = [.. step.Select(s => s.For).Distinct().Where(f => !seen.Contains(f))];
        }
        return found.ToLookup(f => f.Task, f => f.For);
    }
}

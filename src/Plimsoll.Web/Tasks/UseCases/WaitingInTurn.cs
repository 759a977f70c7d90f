using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.UseCases;

/// <summary>What waits for what is changed by one at a time: two people could else close a circle from its two ends.</summary>
internal static class WaitingInTurn
{
    private static readonly Guid Turn = new("0a51c0f4-5f1e-4c1b-9d0d-7a2b6f6d3c11");

    /// <summary>Within a transaction, before anything is read.</summary>
    public static Task TakeTurnAtWaiting(this PlimsollDb db, CancellationToken ct) =>
        db.TakeTurns([Turn], ct);

    public static async Task<Refusal?> MayWait(
        this PlimsollDb db,
        TaskId task,
        TaskId other,
        CancellationToken ct
    ) => Waiting.MayWait(task, other, await Reach(db, other, ct));

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

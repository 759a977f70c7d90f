using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.UseCases;

/// <summary>
/// Whoever removes a task and whoever says something about it, or lets another task wait for it, take turns: what is
/// asked of it (is it talked about? is it still there?) holds until the answer is acted upon.
/// </summary>
internal static class TaskTurns
{
    /// <summary>
    /// Within a transaction, before the tasks are read. What was written down together, as by an import, has its turn
    /// together: an import of thousands is taken back with one.
    /// </summary>
    public static async Task TakeTurns(
        this PlimsollDb db,
        IReadOnlyCollection<TaskId> tasks,
        CancellationToken ct
    )
    {
        var ids = tasks.Select(t => t.Value).ToList();
        var batches = await db.Facts()
            .Where(f => f.Kind == TaskFact.Added && ids.Contains(f.Subject))
            .ToDictionaryAsync(f => f.Subject, f => f.Batch, ct);
        await db.TakeTurns(ids.Select(id => batches.GetValueOrDefault(id) ?? id), ct);
    }
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.Queries;

/// <summary>What did she just do, that she could undo?</summary>
public sealed class DoneToTasks(IDbContextFactory<PlimsollDb> store)
{
    /// <param name="Kind">The kind of its first fact.</param>
    public sealed record View(Guid Batch, string Kind, int Count)
    {
        public bool MayUndo => Kind != TaskFact.Deleted;
    }

    public async Task<View?> Ask(Guid? batch, Actor actor, CancellationToken ct)
    {
        if (batch is null)
            return null;
        await using var db = await store.CreateDbContextAsync(ct);
        var kinds = await db.Facts()
            .Where(f => f.Batch == batch && f.By == actor.Person && f.Kind.StartsWith("tasks."))
            .Select(f => f.Kind)
            .ToListAsync(ct);
        return kinds.Count == 0 ? null : new View(batch.Value, kinds[0], kinds.Count);
    }
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.UseCases;

/// <summary>
/// Undoes what she did to tasks in one go, by the facts of it: all of it, or nothing, and only while nobody has changed
/// the same since. An undo is itself undone in the same way.
/// </summary>
public sealed class UndoTaskChange(
    IDbContextFactory<PlimsollDb> store,
    IBookedProjects booked,
    FactSignal signal,
    TimeProvider clock
)
{
    public sealed record Command(Guid Batch);

    public async Task<Outcome<TasksChanged>> Run(Command command, Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var batch = Guid.CreateVersion7();
        var outcome = await store.Write<TasksChanged>(
            async db =>
            {
                var facts = await db.Facts()
                    .AsNoTracking()
                    .Where(f =>
                        f.Batch == command.Batch
                        && f.By == actor.Person
                        && f.Kind.StartsWith("tasks.")
                        && f.Kind != TaskFact.Deleted
                    )
                    .OrderByDescending(f => f.Id)
                    .ToListAsync(ct);
                if (facts.Count == 0)
                    return new NothingToUndo();
                var ids = facts.Select(f => new TaskId(f.Subject)).ToHashSet();
                var hand = await TasksAtHand.Of(db, booked, ids, actor, now, ct);
                foreach (var fact in facts)
                    if (await Undo(db, hand, fact, actor, now, batch, ct) is { } no)
                        return no;
                return new TasksChanged(batch, facts.Count);
            },
            ct
        );
        if (!outcome.IsRefused)
            signal.Raise();
        return outcome;
    }

    private static async Task<Refusal?> Undo(
        PlimsollDb db,
        TasksAtHand hand,
        FactRow fact,
        Actor actor,
        DateTime now,
        Guid batch,
        CancellationToken ct
    )
    {
        // Her own change is hers to undo, even where it gave the task away.
        if (hand.Seen(new(fact.Subject), SeenVersion.Any).Refused(out var gone, out var task))
            return gone;
        if (fact.Kind == TaskFact.Added)
            return await TakeBack(db, fact, task, actor, now, batch, ct);
        var present = task.Content();
        if (fact.Changes is null || TaskFact.Before(task, fact.Changes) is not { } was)
            return new ChangedMeanwhile();
        task.PutBack(was);
        _ = db.RecordTask(TaskFact.Undone, task, present, actor, now, batch);
        return null;
    }

    /// <summary>What was only just written down is removed again.</summary>
    private static async Task<Refusal?> TakeBack(
        PlimsollDb db,
        FactRow fact,
        ProjectTask task,
        Actor actor,
        DateTime now,
        Guid batch,
        CancellationToken ct
    )
    {
        if (await db.Facts().AnyAsync(f => f.Subject == fact.Subject && f.Id > fact.Id, ct))
            return new ChangedMeanwhile();
        if (await db.Tasks().AnyAsync(t => t.Waits.Any(w => w.For == task.Id), ct))
            return new TasksWaitForIt();
        if (await db.Comments().AnyAsync(c => c.Task == task.Id && c.DeletedAt == null, ct))
            return new TaskIsTalkedAbout();
        await db.LetFilesGo(task, now, ct);
        _ = db.RecordTask(TaskFact.Deleted, task, task.Content(), actor, now, batch);
        _ = db.Remove(task);
        return null;
    }
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.UseCases;

/// <summary>
/// Undoes what she did to tasks in one go, by the facts of it: all of it, or nothing, and only while nobody has changed
/// the same since, nor anything else with which it would break a law. An undo is itself undone in the same way.
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
                var waitedFor = facts.SelectMany(f => TaskFact.WaitedFor(f.Changes)).ToHashSet();
                if (waitedFor.Count > 0)
                    await db.TakeTurnAtWaiting(ct);
                await db.TakeTurns(waitedFor, ct);
                await db.TakeTurns([command.Batch], ct);
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
        if (!await IsStillThere(db, task.Id, present, was, ct) || task.PutBack(was) is not null)
            return new ChangedMeanwhile();
        _ = db.RecordTask(TaskFact.Undone, task, present, actor, now, batch);
        return null;
    }

    /// <summary>Whether what it would name again is there, and would not wait for it by now.</summary>
    private static async Task<bool> IsStillThere(
        PlimsollDb db,
        TaskId task,
        TaskContent present,
        TaskContent was,
        CancellationToken ct
    )
    {
        foreach (var other in was.WaitsFor.Except(present.WaitsFor))
            if (
                !await db.Tasks().AnyAsync(t => t.Id == other, ct)
                || await db.MayWait(task, other, ct) is not null
            )
                return false;
        var people = People(was).Except(People(present)).ToList();
        if (
            people.Count > 0
            && await db.People().CountAsync(p => people.Contains(p.Id), ct) < people.Count
        )
            return false;
        if ((was.Project, was.Stream) == (present.Project, present.Stream))
            return true;
        var project = await db.Projects()
            .AsNoTracking()
            .SingleOrDefaultAsync(p => p.Id == was.Project, ct);
        return project is not null
            && (was.Project == present.Project || project.Archived is null)
            && (was.Stream is null || project.Streams.Any(s => s.Id == was.Stream));
    }

    private static HashSet<PersonId> People(TaskContent task) =>
        new PersonId?[] { task.Responsible, task.Reviewer, task.Standing.By }
            .Concat(task.Checklist.Select(l => l.DoneBy))
            .OfType<PersonId>()
            .Concat(task.Helpers)
            .ToHashSet();

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
        await db.LetFilesGo([task.Id], now, ct);
        _ = db.RecordTask(TaskFact.Deleted, task, task.Content(), actor, now, batch);
        _ = db.Remove(task);
        return null;
    }
}

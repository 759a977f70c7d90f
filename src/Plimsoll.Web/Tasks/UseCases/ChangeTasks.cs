using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.UseCases;

/// <summary>
/// The one door for what is said of tasks, of one or of many at once: all of it is done, or nothing, and all of it is
/// undone in one go. States go by the same door, so that a list can close ten tasks together.
/// </summary>
public sealed class ChangeTasks(
    IDbContextFactory<PlimsollDb> store,
    IBookedProjects booked,
    FactSignal signal,
    TimeProvider clock
)
{
    public const int TasksAtMost = 500;

    /// <param name="Seen">The version that was changed; not asked when missing.</param>
    public sealed record One(TaskId Task, TaskChange Change, SeenVersion Seen = default);

    public sealed record Command(IReadOnlyList<One> Tasks)
    {
        public Command(TaskId task, TaskChange change, SeenVersion seen = default)
            : this([new One(task, change, seen)]) { }
    }

    public async Task<Outcome<TasksChanged>> Run(Command command, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.WorkOnTasks))
            return new NotAllowed();
        var ids = command.Tasks.Select(t => t.Task).Distinct().ToList();
        if (ids.Count is 0 or > TasksAtMost || ids.Count < command.Tasks.Count)
            return new TooManyTasks(TasksAtMost);
        var now = clock.GetUtcNow().UtcDateTime;
        var batch = Guid.CreateVersion7();
        var outcome = await store.Write<TasksChanged>(
            async db =>
            {
                var hand = await TasksAtHand.Of(db, booked, ids, actor, now, ct);
                await hand.Read([.. command.Tasks.Select(t => t.Change)], ct);
                var changed = 0;
                foreach (var one in command.Tasks)
                {
                    if (Opened(hand, one, actor).Refused(out var no, out var task))
                        return no;
                    var was = task.Content();
                    if (await hand.Apply(task, one.Change, ct) is { } wrong)
                        return wrong;
                    var kind = TaskFact.KindOf(was, task.Content());
                    if (db.RecordTask(kind, task, was, actor, now, batch))
                        changed++;
                }
                return new TasksChanged(batch, changed);
            },
            ct
        );
        if (!outcome.IsRefused)
            signal.Raise();
        return outcome;
    }

    private static Outcome<ProjectTask> Opened(TasksAtHand hand, One one, Actor actor)
    {
        if (!one.Change.OnlyGivesTo(actor.Person))
            return hand.Hers(one.Task, one.Seen);
        if (hand.Seen(one.Task, one.Seen).Refused(out var no, out var task))
            return no;
        return actor.MayTake(task) ? task : hand.Hers(one.Task, one.Seen);
    }
}

/// <param name="Batch">Undoes it all: <see cref="UndoTaskChange"/>.</param>
/// <param name="Count">How many tasks are not as they were.</param>
public sealed record TasksChanged(Guid Batch, int Count);

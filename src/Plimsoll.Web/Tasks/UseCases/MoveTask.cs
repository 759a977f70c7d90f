using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Queries;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.UseCases;

/// <summary>Brings a task to another state, or to another place in its column: what dragging it on a board does.</summary>
public sealed class MoveTask(
    IDbContextFactory<PlimsollDb> store,
    IBookedProjects booked,
    FactSignal signal,
    TimeProvider clock
)
{
    /// <param name="Above">The task that stands right above its new place.</param>
    /// <param name="Below">The task that stands right below it; with neither it goes to the end.</param>
    /// <param name="Change">What else becomes of it on the way: in another person's lane it is hers.</param>
    public sealed record Command(
        TaskId Task,
        TaskState State,
        TaskId? Above = null,
        TaskId? Below = null,
        SeenVersion Seen = default,
        TaskChange? Change = null
    );

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
                if (command.Change is { } change)
                {
                    await hand.Read([change], ct);
                    if (await hand.Apply(task, change, ct) is { } wrong)
                        return wrong;
                }
                var rank = await Place(db, command, actor, ct);
                if (
                    task.Move(command.State, actor.Person, hand.Answers(task), now, rank) is
                    { } stays
                )
                    return stays;
                var kind = TaskFact.KindOf(was, task.Content());
                if (kind == TaskFact.Changed && command.Change is null)
                    kind = TaskFact.Placed;
                return new TasksChanged(
                    batch,
                    db.RecordTask(kind, task, was, actor, now, batch) ? 1 : 0
                );
            },
            ct
        );
        if (!outcome.IsRefused)
            signal.Raise();
        return outcome;
    }

    private async Task<string?> Place(
        PlimsollDb db,
        Command command,
        Actor actor,
        CancellationToken ct
    )
    {
        if (command.Above is null && command.Below is null)
            return null;
        var ranks = await db.TasksVisibleTo(actor, booked)
            .Where(t => t.Id == command.Above || t.Id == command.Below)
            .Select(t => new { t.Id, t.Rank })
            .ToListAsync(ct);
        return TaskRank.Between(
            ranks.Find(r => r.Id == command.Above)?.Rank,
            ranks.Find(r => r.Id == command.Below)?.Rank
        );
    }
}

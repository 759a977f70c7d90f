using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.UseCases;

/// <summary>
/// Removes a task that was written down by mistake; what will not be done is dropped. For the one who wrote it down and
/// those who answer for its project, and only while nothing depends on it.
/// </summary>
public sealed class DeleteTask(
    IDbContextFactory<PlimsollDb> store,
    IBookedProjects booked,
    FactSignal signal,
    TimeProvider clock
)
{
    public sealed record Command(TaskId Task, SeenVersion Seen = default);

    public async Task<Outcome<Done>> Run(Command command, Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var outcome = await store.Write<Done>(
            async db =>
            {
                await db.TakeTurns([command.Task], ct);
                var hand = await TasksAtHand.Of(db, booked, [command.Task], actor, now, ct);
                if (hand.Hers(command.Task, command.Seen).Refused(out var no, out var task))
                    return no;
                if (!hand.Answers(task) && task.CreatedBy != actor.Person)
                    return new NotAllowed();
                if (await db.Tasks().AnyAsync(t => t.Waits.Any(w => w.For == task.Id), ct))
                    return new TasksWaitForIt();
                if (await db.Comments().AnyAsync(c => c.Task == task.Id && c.DeletedAt == null, ct))
                    return new TaskIsTalkedAbout();
                await db.LetFilesGo([task.Id], now, ct);
                _ = db.RecordTask(
                    TaskFact.Deleted,
                    task,
                    task.Content(),
                    actor,
                    now,
                    Guid.CreateVersion7()
                );
                _ = db.Remove(task);
                return await db.Save(ct) is { } stays ? stays : Done.It;
            },
            ct
        );
        if (!outcome.IsRefused)
            signal.Raise();
        return outcome;
    }
}

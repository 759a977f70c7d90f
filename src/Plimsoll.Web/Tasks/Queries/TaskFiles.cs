using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Platform.Files;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.Queries;

/// <summary>Which files hang on this task and on what is said about it?</summary>
public sealed class TaskFiles(IDbContextFactory<PlimsollDb> store, IBookedProjects booked)
{
    public const int Most = 1000;

    /// <param name="Comment">The comment that holds it; the task itself when missing.</param>
    public sealed record Row(FileCard Card, CommentId? Comment, bool IsInternal);

    public async Task<IReadOnlyList<Row>> Ask(TaskId task, Actor actor, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var tasks = db.TasksVisibleTo(actor, booked);
        var comments = db.CommentsVisibleTo(actor, booked)
            .Where(c => c.Task == task)
            .Select(c => (Guid)(object)c.Id);
        var held = await FoundFile
            .Cards(
                db,
                db.Files()
                    .AsNoTracking()
                    .Where(f =>
                        f.HolderKind == FileHolderKinds.Task
                            && f.Holder == task.Value
                            && tasks.Any(t => t.Id == task)
                        || (
                            f.HolderKind == FileHolderKinds.TeamComment
                            || f.HolderKind == FileHolderKinds.ClientComment
                        ) && comments.Contains(f.Holder!.Value)
                    )
            )
            .Take(Most)
            .ToListAsync(ct);
        return
        [
            .. held.Select(f => new Row(
                f,
                f.HolderKind == FileHolderKinds.Task ? null : new CommentId(f.Holder!.Value),
                f.HolderKind != FileHolderKinds.ClientComment
            )),
        ];
    }
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Platform.Files;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Platform.Text.Markdown;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.UseCases;

/// <summary>
/// The files that a text shows or links to become those of the task or comment it stands in, if its writer has just brought
/// them. A file that something else holds stays there: naming it here opens it to nobody. The caller saves.
/// </summary>
internal static class FilesInTexts
{
    public static Task GiveFiles(
        this PlimsollDb db,
        ProjectTask task,
        Actor actor,
        CancellationToken ct
    ) => db.GiveFiles(OwnFile.In(task.Description), FileHolderKinds.Task, task.Id.Value, actor, ct);

    public static Task GiveFiles(
        this PlimsollDb db,
        TaskComment comment,
        Actor actor,
        CancellationToken ct,
        IReadOnlyList<Guid>? more = null
    ) =>
        db.GiveFiles(
            [.. OwnFile.In(comment.Text), .. more ?? []],
            comment.FilesKind(),
            comment.Id.Value,
            actor,
            ct
        );

    /// <summary>The tasks go, and the comments on them.</summary>
    public static async Task LetFilesGo(
        this PlimsollDb db,
        IReadOnlyCollection<TaskId> tasks,
        DateTime now,
        CancellationToken ct
    )
    {
        var holders = tasks.Select(t => (Guid?)t.Value).ToList();
        var ofTasks = db.Files()
            .Where(f => f.HolderKind == FileHolderKinds.Task && holders.Contains(f.Holder));
        var ofComments = db.Files()
            .Where(f =>
                (
                    f.HolderKind == FileHolderKinds.TeamComment
                    || f.HolderKind == FileHolderKinds.ClientComment
                )
                && db.Comments().Any(c => tasks.Contains(c.Task) && (Guid?)(object)c.Id == f.Holder)
            );
        foreach (var file in await ofTasks.ToListAsync(ct))
            file.LetGo(now);
        foreach (var file in await ofComments.ToListAsync(ct))
            file.LetGo(now);
    }
}

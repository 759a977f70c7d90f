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

    /// <summary>The task goes, and the deleted comments on it.</summary>
    public static async Task LetFilesGo(
        this PlimsollDb db,
        ProjectTask task,
        DateTime now,
        CancellationToken ct
    )
    {
        await db.LetFilesGo(FileHolderKinds.Task, task.Id.Value, now, ct);
        foreach (var comment in await db.Comments().Where(c => c.Task == task.Id).ToListAsync(ct))
            await db.LetFilesGo(comment.FilesKind(), comment.Id.Value, now, ct);
    }
}

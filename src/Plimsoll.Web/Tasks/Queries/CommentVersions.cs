using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.Queries;

/// <summary>What did this comment say, and since when? The present words first.</summary>
public sealed class CommentVersions(IDbContextFactory<PlimsollDb> store, IBookedProjects booked)
{
    public sealed record View(
        CommentId Id,
        TaskId TaskId,
        bool IsInternal,
        TaskPerson By,
        IReadOnlyList<Version> Versions
    );

    public sealed record Version(int Number, string Text, DateTime At);

    public async Task<Outcome<View>> Ask(CommentId comment, Actor actor, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var found = await db.CommentsVisibleTo(actor, booked)
            .AsNoTracking()
            .Where(c => c.Id == comment)
            .Join(
                db.People(),
                c => c.By,
                p => p.Id,
                (c, p) => new { Comment = c, By = new TaskPerson(p.Id, p.Name, p.Colour) }
            )
            .SingleOrDefaultAsync(ct);
        if (found is null)
            return new NotThere();
        var now = found.Comment;
        return new View(
            now.Id,
            now.Task,
            now.IsInternal,
            found.By,
            [
                new Version(now.Earlier.Count + 1, now.Text, now.EditedAt ?? now.At),
                .. now
                    .Earlier.OrderByDescending(v => v.Number)
                    .Select(v => new Version(v.Number, v.Text, v.At)),
            ]
        );
    }
}

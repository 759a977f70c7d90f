using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.Queries;

/// <summary>A comment is called by its task, for the record of all changes; its page is its place there.</summary>
public sealed class CommentNames : INameThings
{
    public async Task<IReadOnlyList<NamedThing>> Name(
        PlimsollDb db,
        IReadOnlyCollection<Guid> ids,
        CancellationToken ct
    )
    {
        var comments = ids.Select(CommentId.From).ToList();
        var named = await db.Comments()
            .Where(c => comments.Contains(c.Id))
            .Join(db.Tasks(), c => c.Task, t => t.Id, (c, t) => new { Comment = c.Id, Task = t })
            .Join(
                db.Projects(),
                x => x.Task.Project,
                p => p.Id,
                (x, p) =>
                    new
                    {
                        x.Comment,
                        p.Code,
                        x.Task.Number,
                        x.Task.Title,
                    }
            )
            .ToListAsync(ct);
        return
        [
            .. named.Select(n =>
            {
                var key = new TaskKey(n.Code ?? "", n.Number);
                return new NamedThing(
                    n.Comment.Value,
                    $"{key} {n.Title}",
                    CommentPlace.On(key.ToString(), n.Comment)
                );
            }),
        ];
    }

    /// <summary>Found by the name of its task, which finds the task already.</summary>
    public Task<IReadOnlyList<Guid>> Find(
        PlimsollDb db,
        string pattern,
        int most,
        CancellationToken ct
    ) => Task.FromResult<IReadOnlyList<Guid>>([]);
}

/// <summary>Where a comment stands: an address to send to a colleague.</summary>
public static class CommentPlace
{
    public static string On(string task, CommentId comment) =>
        $"/tasks/{task}?comment={comment}#c-{comment}";
}

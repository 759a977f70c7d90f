using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.Queries;

/// <summary>What has been said about this task? From the first word to the last.</summary>
public sealed class TaskTalk(
    IDbContextFactory<PlimsollDb> store,
    IBookedProjects booked,
    TimeProvider clock
)
{
    /// <summary>So many of the latest are shown at first.</summary>
    public const int Latest = 200;

    /// <summary>So many are shown at all.</summary>
    public const int Most = 2000;

    /// <param name="Total">How many comments there are.</param>
    /// <param name="Earlier">How many of them stand before the first that is shown.</param>
    /// <param name="HasClient">Whether there is a client who could be spoken to.</param>
    /// <param name="Stamp">Another one when anything of it is another: <see cref="TalkStamp"/>.</param>
    public sealed record View(
        IReadOnlyList<Row> Comments,
        int Total,
        int Earlier,
        bool HasClient,
        bool MayTellClient,
        string Stamp
    )
    {
        /// <summary>Whether team and client share the page, so that it must be told who hears what.</summary>
        public bool IsShared => HasClient || Comments.Any(c => !c.IsInternal);
    }

    /// <param name="Edits">How often it was said in other words.</param>
    /// <param name="IsDeleted">She has deleted it herself and can put it back still.</param>
    public sealed record Row(
        CommentId Id,
        bool IsInternal,
        string Text,
        TaskPerson By,
        DateTime At,
        Door Through,
        int Edits,
        bool IsDeleted,
        IReadOnlyList<Reacted> Reactions,
        bool MayEdit,
        bool MayDelete,
        int Version
    );

    public sealed record Reacted(Reaction Kind, IReadOnlyList<TaskPerson> By, bool IsMine);

    /// <param name="task">As she sees it.</param>
    /// <param name="all">All that there is, not only the latest.</param>
    /// <param name="named">A comment that must be among them.</param>
    public async Task<View> Ask(
        TaskRow task,
        Actor actor,
        CancellationToken ct,
        bool all = false,
        CommentId? named = null
    )
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var heard = db.CommentsHeardBy(actor, booked).Where(c => c.Task == task.Id);
        var rows = await Read(db, heard, task.Answers, actor, all ? Most : Latest, ct);
        var stamp = await TalkStamp.Of(db, heard, ct);
        if (
            named is { } wanted
            && !all
            && stamp.Count > rows.Count
            && rows.All(r => r.Id != wanted)
        )
            rows = await Read(db, heard, task.Answers, actor, Most, ct);
        var hasClient = await db.Projects()
            .AnyAsync(p => p.Id == task.Project && p.Client != null, ct);
        return new View(
            rows,
            stamp.Count,
            Math.Max(0, stamp.Count - rows.Count(r => !r.IsDeleted)),
            hasClient,
            hasClient && task.MayChange,
            stamp.Word
        );
    }

    /// <summary>One comment, as it stands there.</summary>
    public async Task<Outcome<Row>> One(CommentId comment, Actor actor, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var heard = db.CommentsHeardBy(actor, booked).Where(c => c.Id == comment);
        var projects = db.Tasks().Where(t => heard.Any(c => c.Task == t.Id)).Select(t => t.Project);
        var answers = await db.ProjectsAnsweredForBy(actor)
            .AnyAsync(p => projects.Contains(p.Id), ct);
        return await Read(db, heard, answers, actor, 1, ct) is [var row] ? row : new NotThere();
    }

    private async Task<IReadOnlyList<Row>> Read(
        PlimsollDb db,
        IQueryable<TaskComment> heard,
        bool answers,
        Actor actor,
        int most,
        CancellationToken ct
    )
    {
        var me = actor.Person;
        var gone = clock.GetUtcNow().UtcDateTime - TaskComment.CanBePutBackFor;
        var read = await heard
            .AsNoTracking()
            .Where(c => c.DeletedAt == null || c.DeletedBy == me && c.DeletedAt >= gone)
            .OrderByDescending(c => c.At)
            .ThenByDescending(c => c.Id)
            .Take(most)
            .Select(c => new
            {
                c.Id,
                c.Client,
                c.Text,
                By = db.People()
                    .Where(p => p.Id == c.By)
                    .Select(p => new TaskPerson(p.Id, p.Name, p.Colour))
                    .First(),
                c.At,
                c.Through,
                Edits = c.Earlier.Count,
                c.DeletedAt,
                c.Version,
            })
            .ToListAsync(ct);
        var reactions = await Reactions(db, [.. read.Select(c => c.Id)], me, ct);
        read.Reverse();
        return
        [
            .. read.Select(c => new Row(
                c.Id,
                c.Client is null,
                c.Text,
                c.By,
                c.At,
                c.Through,
                c.Edits,
                c.DeletedAt is not null,
                [.. reactions[c.Id]],
                c.By.Id == me && c.DeletedAt is null,
                (c.By.Id == me || answers) && c.DeletedAt is null,
                c.Version
            )),
        ];
    }

    private static async Task<ILookup<CommentId, Reacted>> Reactions(
        PlimsollDb db,
        List<CommentId> comments,
        PersonId me,
        CancellationToken ct
    )
    {
        var read = await db.Reactions()
            .AsNoTracking()
            .Where(r => comments.Contains(r.Comment))
            .Join(
                db.People(),
                r => r.Person,
                p => p.Id,
                (r, p) =>
                    new
                    {
                        r.Comment,
                        r.Kind,
                        r.At,
                        By = new TaskPerson(p.Id, p.Name, p.Colour),
                    }
            )
            .ToListAsync(ct);
        return read.GroupBy(r => (r.Comment, r.Kind))
            .OrderBy(g => g.Key.Kind)
            .ToLookup(
                g => g.Key.Comment,
                g => new Reacted(
                    g.Key.Kind,
                    [.. g.OrderBy(r => r.At).Select(r => r.By)],
                    g.Any(r => r.By.Id == me)
                )
            );
    }
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Queries;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.UseCases;

/// <summary>Takes a comment away, by its author or who answers for the project; <see cref="PutBackComment"/> undoes it.</summary>
public sealed class DeleteComment(
    IDbContextFactory<PlimsollDb> store,
    IBookedProjects booked,
    FactSignal signal,
    TimeProvider clock
)
{
    public sealed record Command(CommentId Comment, SeenVersion Seen = default);

    public async Task<Outcome<Done>> Run(Command command, Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await store.CreateDbContextAsync(ct);
        var comment = await db.CommentsVisibleTo(actor, booked)
            .SingleOrDefaultAsync(c => c.Id == command.Comment, ct);
        if (comment is null)
            return new NotThere();
        if (command.Seen.IsNot(comment.Version))
            return new ChangedMeanwhile();
        var project = db.Tasks().Where(t => t.Id == comment.Task).Select(t => t.Project);
        var answers = await db.ProjectsAnsweredForBy(actor)
            .AnyAsync(p => project.Contains(p.Id), ct);
        if (comment.Delete(actor.Person, answers, now) is { } no)
            return no;
        db.RecordTalk(TalkFact.Deleted, comment, actor, now);
        if (await db.Save(ct) is { } meanwhile)
            return meanwhile;
        signal.Raise();
        return Done.It;
    }
}

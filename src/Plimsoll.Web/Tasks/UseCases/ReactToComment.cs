using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Queries;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.UseCases;

/// <summary>Sets her reaction beside a comment, or takes it back; doing either twice does it once.</summary>
public sealed class ReactToComment(
    IDbContextFactory<PlimsollDb> store,
    IBookedProjects booked,
    FactSignal signal,
    TimeProvider clock
)
{
    /// <param name="On">Whether it is to stand there; the other of what is now when missing.</param>
    public sealed record Command(CommentId Comment, Reaction Reaction, bool? On = null);

    public async Task<Outcome<Done>> Run(Command command, Actor actor, CancellationToken ct)
    {
        if (!Enum.IsDefined(command.Reaction))
            return new IsNotUnderstood("reaction");
        var now = clock.GetUtcNow().UtcDateTime;
        var outcome = await store.Write<Done>(
            async db =>
            {
                var comment = await db.CommentsVisibleTo(actor, booked)
                    .AsNoTracking()
                    .SingleOrDefaultAsync(c => c.Id == command.Comment, ct);
                if (comment is null)
                    return new NotThere();
                var there = await db.Reactions()
                    .FindAsync([comment.Id, actor.Person, command.Reaction], ct);
                if (command.On == there is not null)
                    return Done.It;
                if (there is null)
                    _ = db.Add(CommentReaction.Of(comment.Id, actor.Person, command.Reaction, now));
                else
                    _ = db.Remove(there);
                var kind = there is null ? TalkFact.Reacted : TalkFact.TookBack;
                db.RecordTalk(kind, comment, actor, now, reaction: command.Reaction);
                return Done.It;
            },
            ct
        );
        if (!outcome.IsRefused)
            signal.Raise();
        return outcome;
    }
}

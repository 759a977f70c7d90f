using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Queries;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.UseCases;

/// <summary>Says the same in other words; what was said before is kept. For whom it is stays as it was.</summary>
public sealed class EditComment(
    IDbContextFactory<PlimsollDb> store,
    IBookedProjects booked,
    FactSignal signal,
    TimeProvider clock
)
{
    public sealed record Command(CommentId Comment, string? Text, SeenVersion Seen = default);

    public async Task<Outcome<Done>> Run(Command command, Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var outcome = await store.Write<Done>(
            async db =>
            {
                var comment = await db.CommentsVisibleTo(actor, booked)
                    .SingleOrDefaultAsync(c => c.Id == command.Comment, ct);
                if (comment is null)
                    return new NotThere();
                if (command.Seen.IsNot(comment.Version))
                    return new ChangedMeanwhile();
                var before = comment.Text;
                if (comment.Edit(command.Text, actor.Person, now) is { } no)
                    return no;
                if (comment.Text == before)
                    return Done.It;
                await db.GiveFiles(comment, actor, ct);
                db.RecordTalk(TalkFact.Edited, comment, actor, now, before);
                await db.TellMentioned(booked, comment, before, actor, now, ct);
                return Done.It;
            },
            ct
        );
        if (!outcome.IsRefused)
            signal.Raise();
        return outcome;
    }
}

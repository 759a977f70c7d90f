using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Queries;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.UseCases;

/// <summary>Puts back a comment that she has deleted, within a day.</summary>
public sealed class PutBackComment(
    IDbContextFactory<PlimsollDb> store,
    IBookedProjects booked,
    FactSignal signal,
    TimeProvider clock
)
{
    public async Task<Outcome<Done>> Run(CommentId id, Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await store.CreateDbContextAsync(ct);
        var me = actor.Person;
        var comment = await db.CommentsHeardBy(actor, booked)
            .SingleOrDefaultAsync(
                c => c.Id == id && (c.DeletedAt == null || c.DeletedBy == me),
                ct
            );
        if (comment is null)
            return new NotThere();
        if (comment.PutBack(me, now) is { } no)
            return no;
        db.RecordTalk(TalkFact.PutBack, comment, actor, now);
        if (await db.Save(ct) is { } meanwhile)
            return meanwhile;
        signal.Raise();
        return Done.It;
    }
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.UseCases;

/// <summary>Takes a comment away: her own, or anybody's for the heads of the agency.</summary>
public sealed class RemoveComment(
    IDbContextFactory<PlimsollDb> store,
    FactSignal signal,
    TimeProvider clock
)
{
    public async Task<Outcome<Done>> Run(Guid id, Actor actor, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var comment = await db.CellComments()
            .Where(c => c.Id == id)
            .Join(db.PlanVisibleTo(actor), c => c.Person, p => p.Id, (c, p) => c)
            .FirstOrDefaultAsync(ct);
        if (comment is null)
            return new NotThere();
        if (
            comment.Project is { } project
            && !await db.ProjectsNamedTo(actor).AnyAsync(p => p.Id == project, ct)
        )
            return new NotThere();
        if (comment.By != actor.Person && actor.ReachOf(Right.PlanEveryone) is not Reach.All)
            return new NotAllowed();
        _ = db.Remove(comment);
        db.Record(
            "load.comment-removed",
            comment.Person.Value,
            actor,
            clock.GetUtcNow().UtcDateTime,
            comment,
            PlanFact.About(comment.Person, comment.Project, comment.Week)
        );
        if (await db.Save(ct) is { } collided)
            return collided;
        signal.Raise();
        return Done.It;
    }
}

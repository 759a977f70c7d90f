using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.Queries;

/// <summary>A comment on a cell.</summary>
/// <param name="ByName">Missing when who said it is not the reader's to see.</param>
/// <param name="MayRemove">Her own, or anybody's for the heads of the agency.</param>
public sealed record CellRemark(
    Guid Id,
    PersonId Person,
    ProjectId? Project,
    Week Week,
    string Text,
    PersonId By,
    string? ByName,
    DateTime At,
    bool MayRemove
);

/// <summary>What was said of a person's week: of the week as a whole, and of it on the projects that the reader may see.</summary>
public sealed class CellRemarks(IDbContextFactory<PlimsollDb> store)
{
    public async Task<Outcome<List<CellRemark>>> Ask(
        PersonId person,
        Week week,
        Actor actor,
        CancellationToken ct
    )
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var scope = await PlanScope.Of(db, actor, ct);
        if (!await db.PlanVisibleTo(actor).AnyAsync(p => p.Id == person, ct))
            return new NotThere();
        return await Of(db, person, week, null, scope, actor, ct);
    }

    internal static async Task<List<CellRemark>> Of(
        PlimsollDb db,
        PersonId person,
        Week week,
        ProjectId? project,
        PlanScope scope,
        Actor actor,
        CancellationToken ct
    )
    {
        var (me, heads) = (actor.Person, actor.ReachOf(Right.PlanEveryone) is Reach.All);
        var seen = db.PlanVisibleTo(actor);
        var remarks = await db.CellComments()
            .Where(c => c.Week == week && c.Person == person)
            .Where(c => project == null || c.Project == null || c.Project == project)
            .OrderBy(c => c.Id)
            .Select(c => new CellRemark(
                c.Id,
                c.Person,
                c.Project,
                c.Week,
                c.Text,
                c.By,
                seen.Where(p => p.Id == c.By).Select(p => p.Name).FirstOrDefault(),
                c.At,
                heads || c.By == me
            ))
            .ToListAsync(ct);
        _ = remarks.RemoveAll(r => r.Project is { } p && !scope.Names(p));
        return remarks;
    }
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.UseCases;

/// <summary>Removes a team that nobody is in.</summary>
public sealed class DeleteTeam(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    public async Task<Outcome<Done>> Run(
        TeamId id,
        SeenVersion seen,
        Actor actor,
        CancellationToken ct
    )
    {
        if (!actor.May(Right.ManagePeople))
            return new NotAllowed();
        await using var db = await store.CreateDbContextAsync(ct);
        if (await db.Teams().FirstOrDefaultAsync(t => t.Id == id, ct) is not { } team)
            return new NotThere();
        if (seen.IsNot(team.Version))
            return new ChangedMeanwhile();
        if (team.Members.Count > 0)
            return new SomethingDependsOnIt();
        _ = db.Remove(team);
        db.Record("people.team-deleted", id.Value, actor, clock.GetUtcNow().UtcDateTime, team);
        return await db.Save(ct) is { } collision ? collision : Done.It;
    }
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.UseCases;

/// <summary>Puts a team away, or brings it back; while it is away nobody sees more by being in it.</summary>
public sealed class ArchiveTeam(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    public async Task<Outcome<Done>> Run(
        TeamId id,
        bool archived,
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
        if (team.Archived is not null == archived)
            return Done.It;
        var now = clock.GetUtcNow().UtcDateTime;
        if (archived)
        {
            team.Archive(actor.Person, now);
            db.Record("people.team-archived", id.Value, actor, now);
        }
        else
        {
            team.Restore();
            db.Record("people.team-restored", id.Value, actor, now);
        }
        return await db.Save(ct) is { } collision ? collision : Done.It;
    }
}

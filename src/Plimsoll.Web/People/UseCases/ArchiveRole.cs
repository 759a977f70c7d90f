using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.UseCases;

/// <summary>Puts a role away, or brings it back; who has it keeps it, nobody new gets it.</summary>
public sealed class ArchiveRole(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    public async Task<Outcome<Done>> Run(
        RoleId id,
        bool archived,
        SeenVersion seen,
        Actor actor,
        CancellationToken ct
    )
    {
        if (!actor.May(Right.ManagePeople))
            return new NotAllowed();
        await using var db = await store.CreateDbContextAsync(ct);
        if (await db.Roles().FirstOrDefaultAsync(r => r.Id == id, ct) is not { } role)
            return new NotThere();
        if (seen.IsNot(role.Version))
            return new ChangedMeanwhile();
        if (role.Archived is not null == archived)
            return Done.It;
        var now = clock.GetUtcNow().UtcDateTime;
        if (archived)
        {
            role.Archive(actor.Person, now);
            db.Record("people.role-archived", id.Value, actor, now);
        }
        else
        {
            role.Restore();
            db.Record("people.role-restored", id.Value, actor, now);
        }
        return await db.Save(ct) is { } collision ? collision : Done.It;
    }
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.UseCases;

/// <summary>Removes a role that nobody has.</summary>
public sealed class DeleteRole(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    public async Task<Outcome<Done>> Run(
        RoleId id,
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
        _ = db.Remove(role);
        db.Record("people.role-deleted", id.Value, actor, clock.GetUtcNow().UtcDateTime, role);
        return await db.Save(ct) is { } collision ? collision : Done.It;
    }
}

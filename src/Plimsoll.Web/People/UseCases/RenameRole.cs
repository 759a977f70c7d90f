using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.UseCases;

/// <summary>Gives a role another name, for everyone who has it.</summary>
public sealed class RenameRole(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    public async Task<Outcome<Done>> Run(
        RoleId id,
        SeenVersion seen,
        string? name,
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
        if (role.Rename(name) is { } no)
            return no;
        if (await Names.OfRoleIsFree(db, role, ct) is { } taken)
            return taken;
        db.Record("people.role-renamed", id.Value, actor, clock.GetUtcNow().UtcDateTime, role);
        return await db.Save(ct) is { } collision ? collision : Done.It;
    }
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.UseCases;

/// <summary>A role that people can have (PRODUCT 1).</summary>
public sealed class AddRole(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    public async Task<Outcome<RoleId>> Run(string? name, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.ManagePeople))
            return new NotAllowed();
        if (Role.New(name).Refused(out var no, out var role))
            return no;
        await using var db = await store.CreateDbContextAsync(ct);
        if (await Names.OfRoleIsFree(db, role, ct) is { } taken)
            return taken;
        _ = db.Add(role);
        db.Record("people.role-added", role.Id.Value, actor, clock.GetUtcNow().UtcDateTime, role);
        return await db.Save(ct) is { } collision ? collision : role.Id;
    }
}

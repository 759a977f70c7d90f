using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.UseCases;

/// <summary>What is special about owners: one of them stays, and only they make or change one another (PRODUCT 8).</summary>
internal static class Owners
{
    public static Refusal? MayTouch(Actor actor, params ReadOnlySpan<Position> positions) =>
        positions.Contains(Position.Owner) && actor.Position is not Position.Owner
            ? new NotAllowed()
            : null;

    /// <summary>
    /// Refused when nobody else is owner. The workspace takes a new version with it, so that two owners who step
    /// down at the same moment collide instead of leaving none.
    /// </summary>
    public static async Task<Refusal?> OneStays(
        PlimsollDb db,
        PersonId leaving,
        CancellationToken ct
    )
    {
        var workspace = await db.Workspaces().SingleAsync(ct);
        db.Entry(workspace).Property(w => w.Version).IsModified = true;
        return await db.People()
            .AnyAsync(
                p => p.Id != leaving && p.Position == Position.Owner && p.Archived == null,
                ct
            )
            ? null
            : new LastOwnerStays();
    }
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.UseCases;

/// <summary>Gives held time back before its day (PRODUCT 2).</summary>
public sealed class ReleaseHold(IDbContextFactory<PlimsollDb> store, ChangePlan plan)
{
    public sealed record Command(BookingId Hold, SeenHold Seen);

    public async Task<Outcome<ChangePlan.Changed>> Run(
        Command command,
        Actor actor,
        CancellationToken ct
    )
    {
        var held = await HeldCell.Find(store, command.Hold, command.Seen, actor, ct);
        if (held.Refused(out var no, out var cell))
            return no;
        var freed = cell.To(new PlanCell(cell.Now.Confirmed, default));
        return await plan.Run(new([freed]), actor, ct);
    }
}

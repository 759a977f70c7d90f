using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.UseCases;

/// <summary>Gives held time back before its day (PRODUCT 2).</summary>
public sealed class ReleaseHold(IDbContextFactory<PlimsollDb> store, ChangePlan plan)
{
    public async Task<Outcome<ChangePlan.Changed>> Run(
        BookingId hold,
        Actor actor,
        CancellationToken ct
    )
    {
        if ((await HeldCell.Find(store, hold, actor, ct)).Refused(out var no, out var cell))
            return no;
        var freed = cell.To(new PlanCell(cell.Now.Confirmed, default));
        return await plan.Run(new([freed]), actor, ct);
    }
}

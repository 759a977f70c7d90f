using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.UseCases;

/// <summary>Makes held time settled time (PRODUCT 2).</summary>
public sealed class ConfirmHold(IDbContextFactory<PlimsollDb> store, ChangePlan plan)
{
    public sealed record Command(BookingId Hold, SeenHold Seen, string? Reason = null);

    public async Task<Outcome<ChangePlan.Changed>> Run(
        Command command,
        Actor actor,
        CancellationToken ct
    )
    {
        var held = await HeldCell.Find(store, command.Hold, command.Seen, actor, ct);
        if (held.Refused(out var no, out var cell))
            return no;
        var settled = cell.To(new PlanCell(cell.Now.Planned, default));
        return await plan.Run(new([settled], Reason: command.Reason), actor, ct);
    }
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.UseCases;

/// <summary>Lets held time stand until another day (PRODUCT 2).</summary>
public sealed class ExtendHold(IDbContextFactory<PlimsollDb> store, ChangePlan plan)
{
    public sealed record Command(BookingId Hold, SeenHold Seen, DateOnly Until);

    public async Task<Outcome<ChangePlan.Changed>> Run(
        Command command,
        Actor actor,
        CancellationToken ct
    )
    {
        var held = await HeldCell.Find(store, command.Hold, command.Seen, actor, ct);
        if (held.Refused(out var no, out var cell))
            return no;
        return await plan.Run(new([cell.To(cell.Now, command.Until)]), actor, ct);
    }
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Webhooks;

internal static class WaitingDeliveries
{
    /// <summary>What still waits for a webhook that is switched off waits for a replay from now on.</summary>
    public static Task<int> ParkWaiting(
        this PlimsollDb db,
        Guid webhook,
        DateTime now,
        CancellationToken ct
    )
    {
        DateTime? none = null;
        DeliveryTrouble? because = DeliveryTrouble.SwitchedOff;
        return db.Deliveries()
            .Where(d => d.Webhook == webhook && d.NextTry != null)
            .ExecuteUpdateAsync(
                s =>
                    s.SetProperty(d => d.NextTry, none)
                        .SetProperty(d => d.Parked, now)
                        .SetProperty(d => d.Trouble, because)
                        .SetProperty(d => d.Version, d => d.Version + 1),
                ct
            );
    }
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Web.Platform.Jobs;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Webhooks;

/// <summary>
/// The log of a webhook goes back thirty days and some thousands of deliveries; what waits stays. The facts themselves
/// are kept, and can be replayed beyond that.
/// </summary>
public sealed class DropOldDeliveries(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
    : IScheduled
{
    public const int KeptAtMost = 5000;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public async Task Run(CancellationToken ct)
    {
        var old = clock.GetUtcNow().UtcDateTime - Kept;
        await using var db = await store.CreateDbContextAsync(ct);
        var webhooks = await db.Webhooks().Select(w => new { w.Id, w.Followed }).ToListAsync(ct);
        foreach (var webhook in webhooks)
        {
            // Of a fact that it has not passed yet another delivery would be made.
            var done = db.Deliveries()
                .Where(d => d.Webhook == webhook.Id && d.NextTry == null)
                .Where(d => d.Fact == null || d.Fact <= webhook.Followed);
            var first = await done.OrderByDescending(d => d.Id)
                .Skip(KeptAtMost)
                .Select(d => d.Id)
                .FirstOrDefaultAsync(ct);
            await done.Where(d => d.Id <= first || d.Delivered < old || d.Parked < old)
                .ExecuteDeleteAsync(ct);
        }
    }
}

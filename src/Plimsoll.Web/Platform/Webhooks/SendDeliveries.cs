using Microsoft.EntityFrameworkCore;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Webhooks;

/// <summary>
/// Sends what is due. A delivery is taken by a conditional update that also moves its next try behind the lease, so of
/// several nodes one sends it. Webhooks are served side by side: a slow one keeps nobody waiting but itself.
/// </summary>
public sealed class SendDeliveries(
    IDbContextFactory<PlimsollDb> store,
    TryDelivery attempt,
    TimeProvider clock
)
{
    private const int AtOnce = 100;
    private static readonly ParallelOptions SideBySide = new() { MaxDegreeOfParallelism = 8 };

    public async Task Run(CancellationToken ct)
    {
        List<Guid> due;
        await using (var db = await store.CreateDbContextAsync(ct))
        {
            var now = Now;
            due = await db.Deliveries()
                .Where(d => d.NextTry <= now)
                .Select(d => d.Webhook)
                .Distinct()
                .ToListAsync(ct);
        }
        await Parallel.ForEachAsync(
            due,
            SideBySide,
            async (webhook, _) => await ToOne(webhook, ct)
        );
    }

    private async Task ToOne(Guid webhook, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        for (var sent = 0; sent < AtOnce && !ct.IsCancellationRequested; sent++)
        {
            var now = Now;
            var next = await db.Deliveries()
                .Where(d => d.Webhook == webhook && d.NextTry <= now)
                .OrderBy(d => d.NextTry)
                .ThenBy(d => d.Id)
                .Select(d => (long?)d.Id)
                .FirstOrDefaultAsync(ct);
            if (next is not { } id)
                return;
            if (await Take(db, id, ct) is not { } delivery)
                continue;
            if (await attempt.Run(db, delivery, ct) is { IsUnanswered: true })
                return;
        }
    }

    /// <summary>The delivery, or nothing when another node was quicker.</summary>
    private async Task<Delivery?> Take(PlimsollDb db, long id, CancellationToken ct)
    {
        var now = Now;
        var until = now + Delivery.Lease;
        var taken = await db.Deliveries()
            .Where(d => d.Id == id && d.NextTry <= now)
            .ExecuteUpdateAsync(
                s =>
                    s.SetProperty(d => d.NextTry, until)
                        .SetProperty(d => d.Tries, d => d.Tries + 1)
                        .SetProperty(d => d.Version, d => d.Version + 1),
                ct
            );
        return taken == 0 ? null : await db.Deliveries().FirstOrDefaultAsync(d => d.Id == id, ct);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}

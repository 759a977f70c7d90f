using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Webhooks;

/// <summary>
/// Follows the facts and writes down, for each webhook, what it has to be told. A fact and a webhook have one delivery,
/// whoever looks and however often; the webhook moves past those facts only that nothing can come in between any more.
/// </summary>
public sealed class QueueDeliveries(
    IDbContextFactory<PlimsollDb> store,
    SettledFacts facts,
    FactReader reader,
    TimeProvider clock
)
{
    private const int Portion = 500;
    private const int PortionsAtOnce = 10;

    public async Task Run(CancellationToken ct)
    {
        long settled;
        List<Guid> behind;
        await using (var db = await store.CreateDbContextAsync(ct))
        {
            if (!await db.Webhooks().AnyAsync(w => w.Off == null, ct))
                return;
            settled = await facts.Upto(db, ct);
            behind = await db.Webhooks()
                .Where(w => w.Off == null && db.Facts().Any(f => f.Id > w.Followed))
                .Select(w => w.Id)
                .ToListAsync(ct);
        }
        foreach (var webhook in behind)
            for (var portion = 0; portion < PortionsAtOnce; portion++)
                if (!await Queue(webhook, settled, ct))
                    break;
    }

    /// <summary>Whether there is more to follow.</summary>
    private async Task<bool> Queue(Guid id, long settled, CancellationToken ct)
    {
        var more = await store.Write<bool>(db => Queue(db, id, settled, ct), ct);
        return !more.IsRefused && more.Value;
    }

    private async Task<Outcome<bool>> Queue(
        PlimsollDb db,
        Guid id,
        long settled,
        CancellationToken ct
    )
    {
        await db.TakeTurns([id], ct);
        var webhook = await db.Webhooks()
            .AsNoTracking()
            .FirstOrDefaultAsync(w => w.Id == id && w.Off == null, ct);
        if (webhook is null)
            return false;
        var next = await db.Facts()
            .AsNoTracking()
            .Where(f => f.Id > webhook.Followed)
            .OrderBy(f => f.Id)
            .Take(Portion)
            .ToListAsync(ct);
        if (next.Count == 0)
            return false;
        var (first, last) = (next[0].Id, next[^1].Id);
        var queued = await db.Deliveries()
            .Where(d => d.Webhook == id && d.Fact >= first && d.Fact <= last)
            .Select(d => d.Fact!.Value)
            .ToHashSetAsync(ct);
        var wanted = next.Where(f =>
                FactChoice.Wants(webhook.Kinds, f.Kind) && !queued.Contains(f.Id)
            )
            .ToList();
        await Add(db, id, wanted, ct);
        var followed = Math.Min(last, settled);
        if (followed > webhook.Followed)
            await db.Webhooks()
                .Where(w => w.Id == id)
                .ExecuteUpdateAsync(w => w.SetProperty(x => x.Followed, followed), ct);
        return next.Count == Portion && followed == last;
    }

    /// <summary>Writes a delivery of each of these facts, as the things in it are called now.</summary>
    internal async Task Add(
        PlimsollDb db,
        Guid webhook,
        IReadOnlyList<FactRow> facts,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var lines = await reader.Read(db, facts, new Dictionary<Guid, int>(), ct);
        foreach (var line in lines)
            db.Deliveries()
                .Add(Delivery.Of(webhook, line.Id, line.Kind, WebhookPayload.Of(line), now));
    }
}

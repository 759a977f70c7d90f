using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Webhooks;

/// <summary>The webhooks and how they fare; never their secrets (PRODUCT 8: settings).</summary>
public sealed class WebhookList(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    /// <param name="Waiting">Deliveries that are still to be made.</param>
    /// <param name="LastDelivered">When something last came through.</param>
    /// <param name="FormerSecretUntil">Until when the former secret signs as well.</param>
    public sealed record Row(
        Guid Id,
        string Name,
        string Address,
        IReadOnlyList<string> Kinds,
        DateTime Made,
        DateTime? FailingSince,
        DateTime? Off,
        OffReason? OffBecause,
        DateTime? FormerSecretUntil,
        int Waiting,
        DateTime? LastDelivered,
        int Version
    )
    {
        public string Host => Webhook.HostOf(Address);
    }

    public async Task<Outcome<List<Row>>> Ask(Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.Settings))
            return new NotAllowed();
        await using var db = await store.CreateDbContextAsync(ct);
        return await Rows(db, db.Webhooks(), ct);
    }

    public async Task<Outcome<Row>> One(Guid id, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.Settings))
            return new NotThere();
        await using var db = await store.CreateDbContextAsync(ct);
        return await Rows(db, db.Webhooks().Where(w => w.Id == id), ct) is [var row]
            ? row
            : new NotThere();
    }

    private async Task<List<Row>> Rows(
        PlimsollDb db,
        IQueryable<Webhook> webhooks,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var found = await webhooks
            .AsNoTracking()
            .OrderBy(w => w.Id)
            .Take(Webhook.AtMost)
            .Select(w => new
            {
                Webhook = w,
                Waiting = db.Deliveries().Count(d => d.Webhook == w.Id && d.NextTry != null),
                LastDelivered = db.Deliveries().Where(d => d.Webhook == w.Id).Max(d => d.Delivered),
            })
            .ToListAsync(ct);
        return
        [
            .. found.Select(f => new Row(
                f.Webhook.Id,
                f.Webhook.Name,
                f.Webhook.Address,
                f.Webhook.Kinds.Split(' '),
                f.Webhook.Made,
                f.Webhook.FailingSince,
                f.Webhook.Off,
                f.Webhook.OffBecause,
                now < f.Webhook.FormerUntil ? f.Webhook.FormerUntil : null,
                f.Waiting,
                f.LastDelivered,
                f.Webhook.Version
            )),
        ];
    }
}

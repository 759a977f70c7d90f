using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Webhooks;

/// <summary>How a delivery stands.</summary>
public enum DeliveryState
{
    Waiting,
    Delivered,
    Parked,
}

/// <summary>What was sent to a webhook, and what came of it, newest first (PRODUCT 8: settings).</summary>
public sealed class DeliveryLog(IDbContextFactory<PlimsollDb> store)
{
    public sealed record Filter(
        Guid Webhook,
        DeliveryState? State = null,
        string? Cursor = null,
        int? Limit = null
    );

    public sealed record Row(
        long Id,
        long? Fact,
        string Kind,
        string Message,
        string Payload,
        DateTime Created,
        DateTime? NextTry,
        int Tries,
        DateTime? Tried,
        DateTime? Delivered,
        DateTime? Parked,
        int? Status,
        DeliveryTrouble? Trouble,
        string? Excerpt,
        int? Milliseconds
    )
    {
        public DeliveryState State =>
            Delivered is not null ? DeliveryState.Delivered
            : Parked is not null ? DeliveryState.Parked
            : DeliveryState.Waiting;
    }

    public async Task<Outcome<PageOf<Row>>> Ask(Filter filter, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.Settings))
            return new NotThere();
        await using var db = await store.CreateDbContextAsync(ct);
        if (!await db.Webhooks().AnyAsync(w => w.Id == filter.Webhook, ct))
            return new NotThere();
        var deliveries = db.Deliveries().Where(d => d.Webhook == filter.Webhook);
        deliveries = filter.State switch
        {
            DeliveryState.Waiting => deliveries.Where(d => d.NextTry != null),
            DeliveryState.Delivered => deliveries.Where(d => d.Delivered != null),
            DeliveryState.Parked => deliveries.Where(d => d.Parked != null),
            _ => deliveries,
        };
        if (
            Cursor.Read(filter.Cursor, 1) is [var place]
            && long.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
        )
            deliveries = deliveries.Where(d => d.Id < last);
        var most = Cursor.Limit(filter.Limit);
        var rows = await Rows(deliveries.OrderByDescending(d => d.Id).Take(most + 1), ct);
        if (rows.Count <= most)
            return new PageOf<Row>(rows, null);
        rows.RemoveAt(most);
        var next = rows[^1].Id.ToString(CultureInfo.InvariantCulture);
        return new PageOf<Row>(rows, Cursor.Write(next));
    }

    public async Task<Outcome<Row>> One(Guid webhook, long id, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.Settings))
            return new NotThere();
        await using var db = await store.CreateDbContextAsync(ct);
        var one = db.Deliveries().Where(d => d.Webhook == webhook && d.Id == id);
        return await Rows(one, ct) is [var row] ? row : new NotThere();
    }

    private static Task<List<Row>> Rows(IQueryable<Delivery> deliveries, CancellationToken ct) =>
        deliveries
            .AsNoTracking()
            .Select(d => new Row(
                d.Id,
                d.Fact,
                d.Kind,
                d.Message,
                d.Payload,
                d.Created,
                d.NextTry,
                d.Tries,
                d.Tried,
                d.Delivered,
                d.Parked,
                d.Status,
                d.Trouble,
                d.Excerpt,
                d.Milliseconds
            ))
            .ToListAsync(ct);
}

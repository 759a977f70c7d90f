using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Webhooks;

/// <summary>Makes one try of a delivery that this node has taken, and writes down what came of it.</summary>
public sealed class TryDelivery(
    WebhookCaller caller,
    WebhookSecrets secrets,
    GiveUpWebhook giveUp,
    TimeProvider clock,
    ILogger<TryDelivery> log
)
{
    internal async Task<CallResult?> Run(PlimsollDb db, Delivery delivery, CancellationToken ct)
    {
        var id = delivery.Webhook;
        var webhook = await db.Webhooks().AsNoTracking().SingleAsync(w => w.Id == id, ct);
        if (webhook.Off is not null && !delivery.IsTest)
        {
            delivery.Park(DeliveryTrouble.SwitchedOff, Now);
            await WriteDown(db);
            return null;
        }
        var result = await caller.Post(
            new Uri(webhook.Address),
            Headers(webhook, delivery),
            delivery.Payload,
            ct
        );
        if (result.IsDelivered)
            delivery.WasDelivered(result, Now);
        else
            delivery.Failed(result, Random.Shared.NextDouble(), Now);
        await WriteDown(db);
        if (!delivery.IsTest)
            await Health(db, webhook, delivery, result);
        return result;
    }

    private Dictionary<string, string> Headers(Webhook webhook, Delivery delivery)
    {
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds();
        return new()
        {
            ["webhook-id"] = delivery.Message,
            ["webhook-timestamp"] = timestamp.ToString(CultureInfo.InvariantCulture),
            ["webhook-signature"] = secrets.Sign(
                webhook.SecretsAt(Now),
                delivery.Message,
                timestamp,
                delivery.Payload
            ),
        };
    }

    /// <summary>What has left must be written down even while the program is being stopped.</summary>
    private async Task WriteDown(PlimsollDb db)
    {
        if (await db.Save(CancellationToken.None) is not null)
            log.LogWarning("A delivery was taken by another node, or dropped, while it was sent");
        db.ChangeTracker.Clear();
    }

    private async Task Health(PlimsollDb db, Webhook webhook, Delivery delivery, CallResult result)
    {
        var (id, now) = (webhook.Id, Now);
        DateTime? none = null;
        if (result.IsDelivered)
        {
            if (webhook.FailingSince is not null)
                await db.Webhooks()
                    .Where(w => w.Id == id)
                    .ExecuteUpdateAsync(
                        w => w.SetProperty(x => x.FailingSince, none),
                        CancellationToken.None
                    );
            return;
        }
        await db.Webhooks()
            .Where(w => w.Id == id && w.FailingSince == null)
            .ExecuteUpdateAsync(
                w => w.SetProperty(x => x.FailingSince, now),
                CancellationToken.None
            );
        if (result.Status == StatusCodes.Status410Gone)
            await giveUp.Run(id, OffReason.Gone, CancellationToken.None);
        else if (delivery.Parked is not null)
            await giveUp.Run(id, OffReason.Failing, CancellationToken.None);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}

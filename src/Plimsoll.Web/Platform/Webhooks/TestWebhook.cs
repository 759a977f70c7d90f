using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Webhooks;

/// <summary>Sends a message that tells of nothing, at once and once, to see whether it arrives (PRODUCT 8: settings).</summary>
public sealed class TestWebhook(
    IDbContextFactory<PlimsollDb> store,
    TryDelivery attempt,
    TimeProvider clock
)
{
    /// <summary>Answers with the delivery, which says what came of it.</summary>
    public async Task<Outcome<long>> Run(Guid id, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.Settings))
            return new NotAllowed();
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await store.CreateDbContextAsync(ct);
        if ((await db.TheWebhook(id, SeenVersion.Any, ct)).Refused(out var not, out var webhook))
            return not;
        var test = Delivery.Test(
            id,
            WebhookPayload.TestKind,
            WebhookPayload.Test(webhook, now),
            now
        );
        _ = db.Deliveries().Add(test);
        if (await db.Save(ct) is { } collision)
            return collision;
        _ = await attempt.Run(db, test, ct);
        return test.Id;
    }
}

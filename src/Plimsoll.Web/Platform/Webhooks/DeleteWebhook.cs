using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Webhooks;

/// <summary>Removes a webhook and its log (PRODUCT 8: settings).</summary>
public sealed class DeleteWebhook(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    public async Task<Outcome<Done>> Run(
        Guid id,
        SeenVersion seen,
        Actor actor,
        CancellationToken ct
    )
    {
        if (!actor.May(Right.Settings))
            return new NotAllowed();
        await using var db = await store.CreateDbContextAsync(ct);
        if ((await db.TheWebhook(id, seen, ct)).Refused(out var not, out var webhook))
            return not;
        _ = db.Webhooks().Remove(webhook);
        db.Record(
            "platform.webhook-deleted",
            id,
            actor,
            clock.GetUtcNow().UtcDateTime,
            about: new { name = webhook.Name, host = webhook.Host }
        );
        return await db.Save(ct) is { } collision ? collision : Done.It;
    }
}

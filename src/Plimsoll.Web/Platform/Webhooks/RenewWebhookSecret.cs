using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Webhooks;

/// <summary>Gives a webhook another secret; for a day the former one signs beside it, so that nothing is missed meanwhile.</summary>
public sealed class RenewWebhookSecret(
    IDbContextFactory<PlimsollDb> store,
    WebhookSecrets secrets,
    TimeProvider clock
)
{
    /// <summary>Answers with the secret, which stands there and nowhere else.</summary>
    public async Task<Outcome<string>> Run(Guid id, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.Settings))
            return new NotAllowed();
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await store.CreateDbContextAsync(ct);
        if ((await db.TheWebhook(id, SeenVersion.Any, ct)).Refused(out var not, out var webhook))
            return not;
        var (shown, kept) = secrets.New();
        webhook.Renew(kept, now);
        db.Record("platform.webhook-secret-renewed", id, actor, now);
        return await db.Save(ct) is { } collision ? collision : shown;
    }
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Webhooks;

internal static class FoundWebhook
{
    /// <summary>The webhook to be changed, as the caller has seen it.</summary>
    public static async Task<Outcome<Webhook>> TheWebhook(
        this PlimsollDb db,
        Guid id,
        SeenVersion seen,
        CancellationToken ct
    )
    {
        if (await db.Webhooks().FirstOrDefaultAsync(w => w.Id == id, ct) is not { } webhook)
            return new NotThere();
        return seen.IsNot(webhook.Version) ? new ChangedMeanwhile() : webhook;
    }

    public static async Task<long> LastFact(this PlimsollDb db, CancellationToken ct) =>
        await db.Facts().MaxAsync(f => (long?)f.Id, ct) ?? 0;
}

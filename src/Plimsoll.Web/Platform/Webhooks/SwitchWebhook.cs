using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Webhooks;

/// <summary>Switches a webhook off, or on again from now on (PRODUCT 8: settings).</summary>
public sealed class SwitchWebhook(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    public Task<Outcome<Done>> Run(Guid id, bool on, Actor actor, CancellationToken ct) =>
        actor.May(Right.Settings)
            ? store.Write<Done>(db => Switch(db, id, on, actor, ct), ct)
            : Task.FromResult<Outcome<Done>>(new NotAllowed());

    private async Task<Outcome<Done>> Switch(
        PlimsollDb db,
        Guid id,
        bool on,
        Actor actor,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await db.TakeTurns([id], ct);
        if ((await db.TheWebhook(id, SeenVersion.Any, ct)).Refused(out var not, out var webhook))
            return not;
        if (on == webhook.Off is null)
            return Done.It;
        if (on)
        {
            webhook.SwitchOn(await db.LastFact(ct));
            db.Record("platform.webhook-switched-on", id, actor, now);
            return Done.It;
        }
        webhook.SwitchOff(OffReason.ByHand, now);
        await db.ParkWaiting(id, now, ct);
        db.Record("platform.webhook-switched-off", id, actor, now);
        return Done.It;
    }
}

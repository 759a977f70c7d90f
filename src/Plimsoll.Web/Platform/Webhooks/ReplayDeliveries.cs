using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Webhooks;

/// <summary>
/// Sends one delivery again, or all that happened in a range of time: those of the log, and facts that have none because
/// the webhook was off, was told of less, or the log does not go back so far. The message ids stay the same.
/// </summary>
public sealed class ReplayDeliveries(
    IDbContextFactory<PlimsollDb> store,
    QueueDeliveries queue,
    KnownFacts known,
    TimeProvider clock
)
{
    public const int AtMost = 2000;

    /// <param name="Delivery">This one alone.</param>
    /// <param name="Since">Or what happened from this moment on,</param>
    /// <param name="Before">and before this one.</param>
    public sealed record Command(
        Guid Webhook,
        long? Delivery = null,
        DateTime? Since = null,
        DateTime? Before = null
    );

    public Task<Outcome<int>> Run(Command command, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.Settings))
            return Task.FromResult<Outcome<int>>(new NotAllowed());
        return store.Write<int>(db => Replay(db, command, actor, ct), ct);
    }

    private async Task<Outcome<int>> Replay(
        PlimsollDb db,
        Command command,
        Actor actor,
        CancellationToken ct
    )
    {
        var (id, now) = (command.Webhook, clock.GetUtcNow().UtcDateTime);
        await db.TakeTurns([id], ct);
        if ((await db.TheWebhook(id, SeenVersion.Any, ct)).Refused(out var not, out var webhook))
            return not;
        if (webhook.Off is not null)
            return new WebhookIsOff();
        var replayed = command.Delivery is { } one
            ? await One(db, id, one, now, ct)
            : await Range(db, webhook, command, now, ct);
        if (!replayed.IsRefused && replayed.Value > 0)
            db.Record(
                "platform.webhook-replayed",
                id,
                actor,
                now,
                about: new { count = replayed.Value }
            );
        return replayed;
    }

    private static async Task<Outcome<int>> One(
        PlimsollDb db,
        Guid webhook,
        long id,
        DateTime now,
        CancellationToken ct
    )
    {
        var delivery = await db.Deliveries()
            .FirstOrDefaultAsync(d => d.Id == id && d.Webhook == webhook, ct);
        return delivery is null ? new NotThere()
            : delivery.Replay(now) ? 1
            : 0;
    }

    private async Task<Outcome<int>> Range(
        PlimsollDb db,
        Webhook webhook,
        Command command,
        DateTime now,
        CancellationToken ct
    )
    {
        if (command.Since is not { } since)
            return new IsMissing("from");
        var before = command.Before ?? now;
        if (before <= since)
            return new IsNotUnderstood("to");
        var kinds = known.Kinds.Where(k => FactChoice.Wants(webhook.Kinds, k)).ToList();
        var facts = await db.Facts()
            .Where(f => f.At >= since && f.At < before && f.Id <= webhook.Followed)
            .Where(f => kinds.Contains(f.Kind))
            .OrderBy(f => f.Id)
            .Select(f => f.Id)
            .Take(AtMost + 1)
            .ToListAsync(ct);
        return facts.Count > AtMost
            ? new ReplayIsTooLarge(AtMost)
            : await Again(db, webhook.Id, facts, now, ct);
    }

    private async Task<int> Again(
        PlimsollDb db,
        Guid webhook,
        List<long> facts,
        DateTime now,
        CancellationToken ct
    )
    {
        var kept = await db.Deliveries()
            .Where(d => d.Webhook == webhook && d.Fact != null && facts.Contains(d.Fact.Value))
            .ToListAsync(ct);
        var missing = facts.Except(kept.Select(d => d.Fact!.Value)).ToList();
        var rows = await db.Facts()
            .AsNoTracking()
            .Where(f => missing.Contains(f.Id))
            .OrderBy(f => f.Id)
            .ToListAsync(ct);
        await queue.Add(db, webhook, rows, ct);
        return rows.Count + kept.Count(d => d.Replay(now));
    }
}

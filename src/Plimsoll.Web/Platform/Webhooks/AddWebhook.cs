using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Webhooks;

/// <summary>Lets another program be told of what happens from now on (PRODUCT 8: settings).</summary>
public sealed class AddWebhook(
    IDbContextFactory<PlimsollDb> store,
    WebhookAddress addresses,
    WebhookSecrets secrets,
    KnownFacts known,
    TimeProvider clock
)
{
    public sealed record Command(string? Name, string? Address, IReadOnlyCollection<string>? Kinds);

    /// <param name="Secret">It stands in this answer and nowhere else.</param>
    public sealed record Made(Guid Id, string Secret);

    public async Task<Outcome<Made>> Run(Command command, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.Settings))
            return new NotAllowed();
        if (addresses.Read(command.Address).Refused(out var wrong, out var address))
            return wrong;
        if (FactChoice.Read(command.Kinds, known).Refused(out var unknown, out var kinds))
            return unknown;
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await store.CreateDbContextAsync(ct);
        if (await db.Webhooks().CountAsync(ct) >= Webhook.AtMost)
            return new TooManyWebhooks(Webhook.AtMost);
        var (shown, kept) = secrets.New();
        var followed = await db.LastFact(ct);
        if (
            Webhook
                .Make(command.Name, address, kinds, kept, followed, actor.Person, now)
                .Refused(out var no, out var webhook)
        )
            return no;
        _ = db.Webhooks().Add(webhook);
        db.Record(
            "platform.webhook-added",
            webhook.Id,
            actor,
            now,
            about: new
            {
                name = webhook.Name,
                host = webhook.Host,
                webhook.Kinds,
            }
        );
        return await db.Save(ct) is { } collision ? collision : new Made(webhook.Id, shown);
    }
}

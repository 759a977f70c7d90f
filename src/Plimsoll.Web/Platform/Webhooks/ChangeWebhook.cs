using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Webhooks;

/// <summary>What a webhook is called, where it leads and what it is told of (PRODUCT 8: settings).</summary>
public sealed class ChangeWebhook(
    IDbContextFactory<PlimsollDb> store,
    WebhookAddress addresses,
    KnownFacts known,
    TimeProvider clock
)
{
    public sealed record Command(
        Guid Webhook,
        SeenVersion Seen,
        string? Name,
        string? Address,
        IReadOnlyCollection<string>? Kinds
    );

    public async Task<Outcome<Done>> Run(Command command, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.Settings))
            return new NotAllowed();
        await using var db = await store.CreateDbContextAsync(ct);
        if (
            (await db.TheWebhook(command.Webhook, command.Seen, ct)).Refused(
                out var not,
                out var webhook
            )
        )
            return not;
        if (addresses.Read(command.Address).Refused(out var wrong, out var address))
            return wrong;
        if (FactChoice.Read(command.Kinds, known).Refused(out var unknown, out var kinds))
            return unknown;
        if (webhook.Change(command.Name, address, kinds) is { } no)
            return no;
        db.Record(
            "platform.webhook-changed",
            webhook.Id,
            actor,
            clock.GetUtcNow().UtcDateTime,
            about: new
            {
                name = webhook.Name,
                host = webhook.Host,
                webhook.Kinds,
            }
        );
        return await db.Save(ct) is { } collision ? collision : Done.It;
    }
}

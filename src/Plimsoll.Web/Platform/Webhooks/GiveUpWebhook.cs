using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Mail;
using Plimsoll.Web.Platform.Settings;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Platform.Webhooks;

/// <summary>Switches a webhook off that has failed for days, or that has said it is gone, and tells those who can mend it.</summary>
public sealed class GiveUpWebhook(
    IDbContextFactory<PlimsollDb> store,
    IWhoMay whoMay,
    IReceivers receivers,
    PlimsollSettings settings,
    TimeProvider clock
)
{
    private sealed record Words(string Name, string Host, DateOnly Since);

    public async Task Run(Guid id, OffReason reason, CancellationToken ct)
    {
        var told = await Receivers(ct);
        await store.Write<Done>(db => GiveUp(db, id, reason, told, ct), ct);
    }

    private async Task<Outcome<Done>> GiveUp(
        PlimsollDb db,
        Guid id,
        OffReason reason,
        IReadOnlyList<(PersonId Person, Receiver? Receiver)> told,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await db.TakeTurns([id], ct);
        var webhook = await db.Webhooks().FirstOrDefaultAsync(w => w.Id == id, ct);
        if (webhook is not { Off: null, FailingSince: { } since })
            return Done.It;
        if (reason is OffReason.Failing && now - since < Webhook.FailsAtMost)
            return Done.It;
        webhook.SwitchOff(reason, now);
        await db.ParkWaiting(id, now, ct);
        db.Record(
            "platform.webhook-given-up",
            id,
            Actor.Clock,
            now,
            about: new { because = reason.ToString(), host = webhook.Host }
        );
        var words = new Words(webhook.Name, webhook.Host, DateOnly.FromDateTime(since));
        foreach (var (person, receiver) in told)
        {
            db.Notices()
                .Add(
                    Notice.To(
                        person,
                        Kind(reason),
                        new NoticeWords<Words>(words, []),
                        Page(id),
                        now
                    )
                );
            if (receiver is not null)
                db.Send(Write(receiver, reason, words, id, now));
        }
        return Done.It;
    }

    private async Task<IReadOnlyList<(PersonId, Receiver?)>> Receivers(CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var told = new List<(PersonId, Receiver?)>();
        foreach (var person in await whoMay.Who(db, Right.Settings, ct))
            told.Add((person, await receivers.Find(person, ct)));
        return told;
    }

    private Letter Write(Receiver to, OffReason reason, Words words, Guid id, DateTime now)
    {
        var t = to.Phrases;
        var text = t.Say(
            $"notice.{Kind(reason)}",
            ("name", words.Name),
            ("host", words.Host),
            ("since", words.Since)
        );
        return Letter.Write(
            to.Address,
            t.Say("notice.platform.webhook-off.subject", ("name", words.Name)),
            text + "\n\n" + settings.LinkTo(Page(id)) + "\n",
            now
        );
    }

    private static string Kind(OffReason reason) =>
        reason is OffReason.Gone ? "platform.webhook-gone" : "platform.webhook-off";

    private static string Page(Guid id) => $"/settings/webhooks/{id}";
}

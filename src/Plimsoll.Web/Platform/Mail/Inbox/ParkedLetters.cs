using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Mail.Inbox;

/// <summary>The letters that came in and wait for somebody to look at them in the mailbox, and why. Never what they say.</summary>
public sealed class ParkedLetters(IDbContextFactory<PlimsollDb> store, MailboxDoor door)
{
    private const int Shown = 100;

    public sealed record Line(string From, string Subject, DateTime At, string Reason);

    public sealed record View(bool HasMailbox, IReadOnlyList<Line> Letters);

    public async Task<Outcome<View>> Ask(Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.Settings))
            return new NotAllowed();
        await using var db = await store.CreateDbContextAsync(ct);
        var lines = await db.ReceivedLetters()
            .Where(l => l.Fate == Fate.Parked)
            .OrderByDescending(l => l.At)
            .Take(Shown)
            .Select(l => new Line(l.From, l.Subject, l.At, l.Reason ?? ""))
            .ToListAsync(ct);
        return new View(door.IsThere, lines);
    }
}

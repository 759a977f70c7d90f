using Microsoft.EntityFrameworkCore;
using Plimsoll.Web.Platform.Jobs;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Mail.Inbox;

/// <summary>Forgets addresses that are over, and letters so old that no address they could answer still stands.</summary>
public sealed class SweepInbox(IDbContextFactory<PlimsollDb> store, TimeProvider clock) : IScheduled
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    public async Task Run(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var old = now - Remembered;
        await using var db = await store.CreateDbContextAsync(ct);
        _ = await db.ReplyTokens().Where(t => t.Expires < now).ExecuteDeleteAsync(ct);
        _ = await db.ReceivedLetters().Where(l => l.At < old).ExecuteDeleteAsync(ct);
    }
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Web.Platform.Jobs;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Mail;

/// <summary>Throws away letters that nobody asks for any more, and, without a mail server, those that cannot leave.</summary>
public sealed class DropOldLetters(
    IDbContextFactory<PlimsollDb> store,
    PostOffice post,
    TimeProvider clock
) : IScheduled
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Yesterday's news is not sent on the day somebody sets up mail.</summary>
    private static readonly TimeSpan WaitsForServer = TimeSpan.FromDays(1);

    public async Task Run(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (old, stale) = (now - Kept, now - WaitsForServer);
        await using var db = await store.CreateDbContextAsync(ct);
        await db.Letters().Where(l => l.Sent < old || l.Parked < old).ExecuteDeleteAsync(ct);
        if (!post.IsThere)
            await db.Letters()
                .Where(l => l.NextTry != null && l.Created < stale)
                .ExecuteDeleteAsync(ct);
    }
}

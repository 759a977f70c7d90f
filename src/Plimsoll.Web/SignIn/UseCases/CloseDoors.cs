using Microsoft.EntityFrameworkCore;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Settings;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.UseCases;

/// <summary>
/// Ends the sessions, tokens and calendar addresses of archived people for good (they are refused at the door from the first moment; this
/// keeps them shut when the person comes back), and forgets sessions and links that are long over.
/// </summary>
public sealed class CloseDoors(
    IDbContextFactory<PlimsollDb> store,
    PlimsollSettings settings,
    TimeProvider clock
)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(90);

    public async Task Run(CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (unused, over) = (now - TimeSpan.FromDays(settings.SessionDays), now - Remembered);
        await using var db = await store.CreateDbContextAsync(ct);
        var gone = db.Accounts()
            .Where(a => db.People().Any(p => p.Id == a.Person && p.Archived != null))
            .Select(a => a.Id);
        _ = await db.Sessions()
            .Where(s => s.Ended == null && (s.Seen < unused || gone.Contains(s.Account)))
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Ended, now), ct);
        _ = await db.AccessTokens()
            .Where(t => t.Revoked == null && gone.Contains(t.Account))
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Revoked, now), ct);
        _ = await db.CalendarFeeds()
            .Where(f => f.Revoked == null && gone.Contains(f.Account))
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Revoked, now), ct);
        _ = await db.AccountLinks()
            .Where(l =>
                l.Spent == null && db.People().Any(p => p.Id == l.Person && p.Archived != null)
            )
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Spent, now), ct);
        _ = await db.Sessions().Where(s => s.Ended < over).ExecuteDeleteAsync(ct);
        _ = await db.AccountLinks().Where(l => l.Expires < over).ExecuteDeleteAsync(ct);
    }
}

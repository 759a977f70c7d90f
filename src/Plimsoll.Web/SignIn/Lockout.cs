using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn;

/// <summary>Five wrong passwords or codes lock an account for ten minutes, on every node. A passkey opens it all the same.</summary>
internal static class Lockout
{
    public const int MostFailures = 5;
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    public static async Task Failed(
        PlimsollDb db,
        Account account,
        DateTime now,
        CancellationToken ct
    )
    {
        var mine = db.Accounts().Where(a => a.Id == account.Id);
        // Counted by the database: tries that come at the same moment all count.
        await mine.ExecuteUpdateAsync(
            s => s.SetProperty(a => a.AccessFailedCount, a => a.AccessFailedCount + 1),
            ct
        );
        if (await mine.Select(a => a.AccessFailedCount).SingleAsync(ct) < MostFailures)
            return;
        DateTimeOffset? end = new DateTimeOffset(now + Lasts);
        await mine.ExecuteUpdateAsync(
            s => s.SetProperty(a => a.AccessFailedCount, 0).SetProperty(a => a.LockoutEnd, end),
            ct
        );
        db.Record("signin.locked", account.Person.Value, Stranger, now);
        await db.SaveChangesAsync(ct);
    }

    public static Task Passed(PlimsollDb db, Account account, CancellationToken ct)
    {
        DateTimeOffset? none = null;
        return db.Accounts()
            .Where(a => a.Id == account.Id && (a.AccessFailedCount > 0 || a.LockoutEnd != null))
            .ExecuteUpdateAsync(
                s =>
                    s.SetProperty(a => a.AccessFailedCount, 0).SetProperty(a => a.LockoutEnd, none),
                ct
            );
    }

    /// <summary>Whoever stands at the door and has not shown who she is.</summary>
    public static Actor Stranger { get; } = new(default, Position.ClientGuest, Door.Page);
}

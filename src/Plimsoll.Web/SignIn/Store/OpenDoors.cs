using Microsoft.EntityFrameworkCore;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.SignIn.Store;

/// <summary>The ways in that an account has open: its sessions, its tokens and its calendar addresses.</summary>
internal static class OpenDoors
{
    /// <summary>Ends the sessions but the one to keep, and the tokens and calendar addresses if wished; takes effect with the save.</summary>
    public static async Task Close(
        this PlimsollDb db,
        Guid account,
        Guid? keep,
        bool tokensToo,
        DateTime now,
        CancellationToken ct
    )
    {
        await foreach (
            var session in db.Sessions()
                .Where(s => s.Account == account && s.Ended == null && s.Id != keep)
                .AsAsyncEnumerable()
                .WithCancellation(ct)
        )
            session.Ended = now;
        if (!tokensToo)
            return;
        await foreach (
            var token in db.AccessTokens()
                .Where(t => t.Account == account && t.Revoked == null)
                .AsAsyncEnumerable()
                .WithCancellation(ct)
        )
            token.Revoke(now);
        await foreach (
            var feed in db.CalendarFeeds()
                .Where(f => f.Account == account && f.Revoked == null)
                .AsAsyncEnumerable()
                .WithCancellation(ct)
        )
            feed.Revoke(now);
    }
}

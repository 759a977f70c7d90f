using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Feeds;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Platform.Text;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.Queries;

/// <summary>
/// What stands in the calendar behind a secret address, as its owner may see it at this moment; nothing once she has left
/// or is archived.
/// </summary>
public sealed class ReadFeed(
    IDbContextFactory<PlimsollDb> store,
    IEnumerable<ICalendarEntries> rooms,
    Phrasebook phrasebook,
    AgencyDay agencyDay,
    TimeProvider clock
)
{
    private const int DaysBack = 366;
    private const int DaysAhead = 731;
    private static readonly TimeSpan UsedEvery = TimeSpan.FromMinutes(5);

    public sealed record View(byte[] Text, string Hash, DateTime Modified);

    private sealed record Found(CalendarFeed Feed, Visitor Who);

    public async Task<View?> Ask(string secret, bool tasksAsTodos, CancellationToken ct)
    {
        var today = await agencyDay.Today(ct);
        await using var db = await store.CreateDbContextAsync(ct);
        if (await Find(db, secret, today, ct) is not { } found)
            return null;
        var (feed, who) = found;
        var actor = new Actor(who.Person, who.Position, Door.Api);
        if (!actor.May(Right.SeeOwnTeam))
            return null;
        var phrases = phrasebook.In(Language.Find(who.Language) ?? Language.English);
        var days = new DaySpan(today.AddDays(-DaysBack), today.AddDays(DaysAhead));
        var entries = new List<CalendarEntry>();
        foreach (var room in rooms)
            entries.AddRange(await room.Of(db, actor, days, phrases, ct));
        var text = Encoding.UTF8.GetBytes(
            CalendarText.Write($"Plimsoll, {who.Name}", entries, tasksAsTodos, feed.Made)
        );
        var hash = Convert.ToHexStringLower(SHA256.HashData(text));
        return new View(text, hash, await Modified(db, feed, hash, ct));
    }

    private static Task<Found?> Find(
        PlimsollDb db,
        string secret,
        DateOnly today,
        CancellationToken ct
    )
    {
        var hash = Secrets.HashOf(secret);
        return db.CalendarFeeds()
            .AsNoTracking()
            .Where(f => f.Hash == hash && f.Revoked == null)
            .Where(f =>
                db.Accounts()
                    .Any(a =>
                        a.Id == f.Account
                        && db.People()
                            .Any(p => p.Id == a.Person && (p.LastDay == null || p.LastDay >= today))
                    )
            )
            .Join(db.Visitors(), f => f.Account, v => v.Account, (f, v) => new Found(f, v))
            .FirstOrDefaultAsync(ct);
    }

    /// <summary>
    /// Since when the calendar is as it is: an entry that is gone leaves no date behind, so it is the whole that is
    /// watched. In whole seconds, as HTTP tells time, and never twice the same.
    /// </summary>
    private async Task<DateTime> Modified(
        PlimsollDb db,
        CalendarFeed feed,
        string hash,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var same = feed.Content == hash && feed.ContentSince is not null;
        var since = same ? feed.ContentSince!.Value : Seconds(now);
        if (!same && since <= feed.ContentSince)
            since = feed.ContentSince.Value.AddSeconds(1);
        if (!same || !(now - feed.Used < UsedEvery))
            await db.CalendarFeeds()
                .Where(f => f.Id == feed.Id && f.Hash == feed.Hash)
                .ExecuteUpdateAsync(
                    s =>
                        s.SetProperty(f => f.Used, now)
                            .SetProperty(f => f.Content, hash)
                            .SetProperty(f => f.ContentSince, since),
                    ct
                );
        return since;
    }

    private static DateTime Seconds(DateTime moment) =>
        new(moment.Ticks - moment.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Utc);
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Mail;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.UseCases;

/// <summary>Makes a secret address of one's own calendar. It is in the answer and nowhere else.</summary>
public sealed class AddFeed(
    IDbContextFactory<PlimsollDb> store,
    SecurityLetters letters,
    TimeProvider clock
)
{
    public async Task<Outcome<FeedMade>> Run(string? name, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.SeeOwnTeam))
            return new NotAllowed();
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await store.CreateDbContextAsync(ct);
        var account = await db.AccountOf(actor, ct);
        var open = db.CalendarFeeds().Where(f => f.Account == account.Id && f.Revoked == null);
        if (await open.CountAsync(ct) >= CalendarFeed.AtMost)
            return new TooManyFeeds(CalendarFeed.AtMost);
        var secret = Secrets.New();
        if (CalendarFeed.Make(account.Id, name, secret, now).Refused(out var no, out var feed))
            return no;
        _ = db.CalendarFeeds().Add(feed);
        db.Record(
            "signin.feed-made",
            actor.Person.Value,
            actor,
            now,
            about: new { feed = feed.Id, feed.Name }
        );
        db.Send(letters.Tell(account, "feed-made", now));
        return await db.Save(ct) is { } collision ? collision : new FeedMade(feed.Id, secret);
    }
}

/// <summary>A feed that was just made, or given another address.</summary>
public sealed record FeedMade(Guid Id, string Secret)
{
    public string Path => $"/feeds/{Secret}.ics";
}

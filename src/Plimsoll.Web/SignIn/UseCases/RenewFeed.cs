using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Mail;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.UseCases;

/// <summary>Gives one's own feed another address; the one before leads nowhere from now on.</summary>
public sealed class RenewFeed(
    IDbContextFactory<PlimsollDb> store,
    SecurityLetters letters,
    TimeProvider clock
)
{
    public async Task<Outcome<FeedMade>> Run(Guid id, Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await store.CreateDbContextAsync(ct);
        var account = await db.AccountOf(actor, ct);
        if (await db.OwnFeed(id, account, ct) is not { } feed)
            return new NotThere();
        var secret = Secrets.New();
        feed.Renew(secret, now);
        db.Record(
            "signin.feed-renewed",
            actor.Person.Value,
            actor,
            now,
            about: new { feed = id, feed.Name }
        );
        db.Send(letters.Tell(account, "feed-made", now));
        return await db.Save(ct) is { } no ? no : new FeedMade(id, secret);
    }
}

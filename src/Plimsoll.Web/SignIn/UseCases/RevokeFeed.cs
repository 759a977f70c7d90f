using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.UseCases;

/// <summary>Takes back a calendar address of one's own; whoever asks there next finds nothing.</summary>
public sealed class RevokeFeed(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    public async Task<Outcome<Done>> Run(Guid id, Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await store.CreateDbContextAsync(ct);
        var account = await db.AccountOf(actor, ct);
        if (await db.OwnFeed(id, account, ct) is not { } feed)
            return new NotThere();
        feed.Revoke(now);
        db.Record(
            "signin.feed-revoked",
            actor.Person.Value,
            actor,
            now,
            about: new { feed = id, feed.Name }
        );
        return await db.Save(ct) is { } no ? no : Done.It;
    }
}

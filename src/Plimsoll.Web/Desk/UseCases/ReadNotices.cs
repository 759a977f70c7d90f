using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Desk.UseCases;

/// <summary>Marks one of her notices as read, or all of them.</summary>
public sealed class ReadNotices(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    public async Task<Outcome<Done>> Run(Guid? only, Actor actor, CancellationToken ct)
    {
        var (me, now) = (actor.Person, clock.GetUtcNow().UtcDateTime);
        await using var db = await store.CreateDbContextAsync(ct);
        _ = await db.Notices()
            .Where(n => n.Person == me && n.Read == null && (only == null || n.Id == only))
            .ExecuteUpdateAsync(n => n.SetProperty(x => x.Read, now), ct);
        return Done.It;
    }
}

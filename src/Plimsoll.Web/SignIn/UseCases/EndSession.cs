using Microsoft.EntityFrameworkCore;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.UseCases;

/// <summary>Sign out of this browser.</summary>
public sealed class EndSession(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    public async Task Run(Asking asking, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await store.CreateDbContextAsync(ct);
        _ = await db.Sessions()
            .Where(s => s.Id == asking.Session && s.Account == asking.Account)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Ended, now), ct);
    }
}

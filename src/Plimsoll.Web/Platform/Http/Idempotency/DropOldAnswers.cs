using Microsoft.EntityFrameworkCore;
using Plimsoll.Web.Platform.Jobs;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Http.Idempotency;

/// <summary>An answer is kept for a day; whoever repeats a request later means it anew.</summary>
public sealed class DropOldAnswers(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
    : IScheduled
{
    public async Task Run(CancellationToken ct)
    {
        var yesterday = clock.GetUtcNow().UtcDateTime.AddDays(-1);
        await using var db = await store.CreateDbContextAsync(ct);
        await db.KeptAnswers().Where(a => a.At < yesterday).ExecuteDeleteAsync(ct);
    }
}

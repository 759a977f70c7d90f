using Microsoft.EntityFrameworkCore;
using Plimsoll.Web.Platform.Jobs;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Files;

/// <summary>Throws away files that nothing has taken hold of for a day, and bytes that no file names any more.</summary>
public sealed class SweepFiles(IDbContextFactory<PlimsollDb> store, TimeProvider clock) : IScheduled
{
    private const int AtOnce = 100;
    private static readonly TimeSpan Waits = TimeSpan.FromDays(1);

    public async Task Run(CancellationToken ct)
    {
        var old = clock.GetUtcNow().UtcDateTime - Waits;
        await using var db = await store.CreateDbContextAsync(ct);
        _ = await db.Files().Where(f => f.LooseSince < old).ExecuteDeleteAsync(ct);
        // Few at a time: other writers get in between, and what was touched meanwhile is asked for anew.
        while (true)
        {
            var unnamed = await Unnamed(db, old)
                .Select(b => b.Hash)
                .Order()
                .Take(AtOnce)
                .ToListAsync(ct);
            if (unnamed.Count == 0)
                return;
            foreach (var hash in unnamed)
                _ = await Unnamed(db, old).Where(b => b.Hash == hash).ExecuteDeleteAsync(ct);
            if (unnamed.Count < AtOnce)
                return;
        }
    }

    private static IQueryable<Blob> Unnamed(PlimsollDb db, DateTime old) =>
        db.Blobs().Where(b => b.Seen < old && !db.Files().Any(f => f.Hash == b.Hash));
}

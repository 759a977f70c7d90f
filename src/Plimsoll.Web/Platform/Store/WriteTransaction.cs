using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;

namespace Plimsoll.Web.Platform.Store;

/// <summary>
/// What is read, decided and saved as one: nobody changes in between what the decision was made from. SQLite lets one
/// writer in from the first read on; on PostgreSQL the act takes the locks it needs (<see cref="PlimsollDb.TakeTurns"/>).
/// The one place that tries again when the database asks for it.
/// </summary>
public static class WriteTransaction
{
    private const int TriesAtMost = 6;

    /// <summary>
    /// Runs <paramref name="act"/> and saves what it did; a refusal leaves nothing behind. The act may run more than once,
    /// each time on a new store, so it keeps nothing outside of it.
    /// </summary>
    public static async Task<Outcome<T>> Write<T>(
        this IDbContextFactory<PlimsollDb> store,
        Func<PlimsollDb, Task<Outcome<T>>> act,
        CancellationToken ct
    )
    {
        for (var tries = 1; ; tries++)
        {
            await using var db = await store.CreateDbContextAsync(ct);
            try
            {
                await using var whole = await db.Database.BeginTransactionAsync(ct);
                var outcome = await act(db);
                if (outcome.IsRefused)
                    return outcome;
                await db.SaveChangesAsync(ct);
                // A commit that is broken off may have happened all the same.
                await whole.CommitAsync(CancellationToken.None);
                return outcome;
            }
            catch (Exception e) when (db.MayPass(e))
            {
                if (tries == TriesAtMost)
                    return new ChangedMeanwhile();
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 20 * tries)), ct);
            }
        }
    }
}

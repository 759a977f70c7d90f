using Microsoft.EntityFrameworkCore;
using Npgsql;
using Plimsoll.Web.Platform.Settings;

namespace Plimsoll.Web.Platform.Store;

/// <summary>Brings the database to this program's shape at start; one node at a time; never a newer one.</summary>
public sealed class Migrator(
    IDbContextFactory<PlimsollDb> store,
    PlimsollSettings settings,
    ILogger<Migrator> log
)
{
    internal const long AdvisoryLock = 0x506C696D736F6C6C;

    public async Task Run(CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        try
        {
            if (db is SqliteDb)
                await RunOnSqlite(db, ct);
            else
                await RunOnPostgres(db, ct);
        }
        catch (NpgsqlException e)
        {
            throw new CannotStart(
                $"The database named by PLIMSOLL__DATABASE cannot be used: {e.InnerException?.Message ?? e.Message}",
                e
            );
        }
    }

    private async Task RunOnSqlite(PlimsollDb db, CancellationToken ct)
    {
        // A file lock is let go by the system when its process dies; a lock row in the database would stay.
        await using var guard = await LockFile(
            Path.Combine(Path.GetFullPath(settings.Data), "migration.lock"),
            ct
        );
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", ct);
        await Migrate(db, ct);
    }

    private async Task RunOnPostgres(PlimsollDb db, CancellationToken ct)
    {
        await using var guard = new NpgsqlConnection(db.Database.GetConnectionString());
        await guard.OpenAsync(ct);
        await using var take = new NpgsqlCommand("SELECT pg_advisory_lock($1)", guard)
        {
            CommandTimeout = 300,
        };
        take.Parameters.Add(new NpgsqlParameter { Value = AdvisoryLock });
        await take.ExecuteNonQueryAsync(ct);
        await Migrate(db, ct);
        await using var release = new NpgsqlCommand("SELECT pg_advisory_unlock($1)", guard);
        release.Parameters.Add(new NpgsqlParameter { Value = AdvisoryLock });
        await release.ExecuteNonQueryAsync(ct);
    }

    private async Task Migrate(PlimsollDb db, CancellationToken ct)
    {
        var known = db.Database.GetMigrations().ToHashSet();
        var applied = (await db.Database.GetAppliedMigrationsAsync(ct)).ToList();
        if (applied.Find(m => !known.Contains(m)) is { } newer)
            throw new CannotStart(
                $"The database was made by a newer Plimsoll (it has {newer}, which this version does not know); start that version or restore a backup."
            );
        if (applied.Count == known.Count)
            return;
        log.LogInformation(
            "Bringing the database from {Applied} to {Known} migrations",
            applied.Count,
            known.Count
        );
        await db.Database.MigrateAsync(ct);
    }

    private static async Task<FileStream> LockFile(string path, CancellationToken ct)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return new FileStream(
                    path,
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None
                );
            }
            catch (IOException) when (tries < 1200)
            {
                await Task.Delay(50, ct);
            }
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Settings;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Tests.Platform;

public sealed class MigrationTests
{
    [Theory, OnEachDatabase]
    public async Task Nodes_that_start_together_make_the_database_once(Database database)
    {
        await using var place = await EmptyPlace.Make(database);
        var nodes = Enumerable.Range(0, 4).Select(_ => place.Migrator().Run(TestAgency.Now));

        await Task.WhenAll(nodes);

        await using var db = place.Open();
        (await db.Database.GetPendingMigrationsAsync(TestAgency.Now)).ShouldBeEmpty();
        (await db.People().CountAsync(TestAgency.Now)).ShouldBe(0);
    }

    [Theory, OnEachDatabase]
    public async Task A_newer_database_is_refused_with_a_sentence_that_names_it(Database database)
    {
        await using var place = await EmptyPlace.Make(database);
        await place.Migrator().Run(TestAgency.Now);
        await using var db = place.Open();
        await db.Database.ExecuteSqlRawAsync(
            "INSERT INTO migrations (migration_id, product_version) VALUES ('29990101000000_FromTheFuture', '99.0.0')",
            TestAgency.Now
        );

        var stop = await Should.ThrowAsync<CannotStart>(() => place.Migrator().Run(TestAgency.Now));

        stop.Message.ShouldContain("newer Plimsoll");
        stop.Message.ShouldContain("29990101000000_FromTheFuture");
    }

    [Theory, OnEachDatabase]
    public async Task What_a_killed_node_left_behind_does_not_stop_the_next(Database database)
    {
        await using var place = await EmptyPlace.Make(database);
        await place.LeaveWhatAKilledNodeLeaves();

        await place.Migrator().Run(TestAgency.Now);

        await using var db = place.Open();
        (await db.Database.GetPendingMigrationsAsync(TestAgency.Now)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_database_that_cannot_be_reached_stops_the_start_with_a_sentence()
    {
        await using var place = EmptyPlace.Unreachable();
        var stop = await Should.ThrowAsync<CannotStart>(() => place.Migrator().Run(TestAgency.Now));
        stop.Message.ShouldContain("PLIMSOLL__DATABASE");
    }

    /// <summary>A database in which nothing has been made yet.</summary>
    private sealed class EmptyPlace(string folder, string? connection)
        : IDbContextFactory<PlimsollDb>,
            IAsyncDisposable
    {
        public static async Task<EmptyPlace> Make(Database database)
        {
            var folder = Directory.CreateTempSubdirectory("plimsoll-test-").FullName;
            if (database is Database.Sqlite)
                return new EmptyPlace(folder, null);
            var name = $"test_{Guid.CreateVersion7():N}";
            await NewDatabase.OnServer($"CREATE DATABASE {name}");
            return new EmptyPlace(folder, $"{NewDatabase.Server};Database={name};Pooling=false");
        }

        public static EmptyPlace Unreachable() =>
            new(
                Directory.CreateTempSubdirectory("plimsoll-test-").FullName,
                "Host=127.0.0.1;Port=1;Database=none;Pooling=false;Timeout=2"
            );

        public Migrator Migrator() =>
            new(
                this,
                new PlimsollSettings { Data = folder, Database = connection },
                NullLogger<Migrator>.Instance
            );

        public PlimsollDb Open() => CreateDbContext();

        /// <summary>Half of the migration's statements, undone with the process; the lock that it held; its row of that.</summary>
        public async Task LeaveWhatAKilledNodeLeaves()
        {
            await using var db = Open();
            if (connection is null)
            {
                await File.WriteAllTextAsync(
                    Path.Combine(folder, "migration.lock"),
                    "",
                    TestAgency.Now
                );
                await db.Database.ExecuteSqlRawAsync(
                    "CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-11-23 09:00:00')",
                    TestAgency.Now
                );
                return;
            }
            await using var killed = new NpgsqlConnection(connection);
            await killed.OpenAsync(TestAgency.Now);
            var transaction = await killed.BeginTransactionAsync(TestAgency.Now);
            await using (
                var half = new NpgsqlCommand(
                    $"SELECT pg_advisory_lock({Plimsoll.Web.Platform.Store.Migrator.AdvisoryLock}); CREATE TABLE people (id uuid)",
                    killed,
                    transaction
                )
            )
                await half.ExecuteNonQueryAsync(TestAgency.Now);
            await NewDatabase.OnServer($"SELECT pg_terminate_backend({killed.ProcessID})");
        }

        public PlimsollDb CreateDbContext()
        {
            if (connection is null)
            {
                var sqlite = new DbContextOptionsBuilder<SqliteDb>();
                SqliteDb.Configure(sqlite, Path.Combine(folder, "plimsoll.db"));
                return new SqliteDb(sqlite.Options);
            }
            var postgres = new DbContextOptionsBuilder<PostgresDb>();
            PostgresDb.Configure(postgres, connection);
            return new PostgresDb(postgres.Options);
        }

        public async ValueTask DisposeAsync()
        {
            if (connection is null || !connection.Contains("Port=1;", StringComparison.Ordinal))
                await NewDatabase.Drop(folder, connection);
            else
                Directory.Delete(folder, recursive: true);
        }
    }
}

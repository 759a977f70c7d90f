using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Plimsoll.Web.Platform.Store;
using Xunit.Sdk;
using Xunit.v3;

namespace Plimsoll.Web.Tests.Platform;

/// <summary>The databases every store test runs on.</summary>
public enum Database
{
    Sqlite,
    Postgres,
}

/// <summary>Runs a theory once on each database; further data may follow as arguments.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnEachDatabaseAttribute(params object?[] more) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod,
        DisposalTracker disposalTracker
    ) => new([.. Enum.GetValues<Database>().Select(d => new TheoryDataRow([d, .. more]))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}

/// <summary>A new, migrated database of a test's own, copied from a template that went through the real migrations.</summary>
public static class NewDatabase
{
    private static readonly Lazy<Task<string>> SqliteTemplate = new(MakeSqliteTemplate);
    private static readonly Lazy<Task<string>> PostgresTemplate = new(MakePostgresTemplate);

    /// <summary>Settings that name the database: PLIMSOLL__DATA and, on PostgreSQL, PLIMSOLL__DATABASE.</summary>
    public static async Task<(string Folder, string? ConnectionString)> Make(Database database)
    {
        var folder = Directory.CreateTempSubdirectory("plimsoll-test-").FullName;
        if (database == Database.Sqlite)
        {
            File.Copy(await SqliteTemplate.Value, Path.Combine(folder, "plimsoll.db"));
            return (folder, null);
        }
        var name = $"test_{Guid.CreateVersion7():N}";
        await OnServer($"CREATE DATABASE {name} TEMPLATE {await PostgresTemplate.Value}");
        return (folder, $"{Server};Database={name};Maximum Pool Size=20");
    }

    public static async Task Drop(string folder, string? connectionString)
    {
        if (connectionString is not null)
        {
            var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
            NpgsqlConnection.ClearPool(new NpgsqlConnection(connectionString));
            await OnServer($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The server that <c>bin/postgres start</c> starts, or the one named by PLIMSOLL_TEST_POSTGRES.</summary>
    public static string Server { get; } =
        Environment.GetEnvironmentVariable("PLIMSOLL_TEST_POSTGRES")
        ?? "Host=127.0.0.1;Port=54329;Username=postgres";

    public static async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection(
            $"{Server};Database=postgres;Pooling=false"
        );
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> MakeSqliteTemplate()
    {
        var file = Path.Combine(
            Directory.CreateTempSubdirectory("plimsoll-template-").FullName,
            "plimsoll.db"
        );
        var options = new DbContextOptionsBuilder<SqliteDb>();
        SqliteDb.Configure(options, file);
        await using var db = new SqliteDb(options.Options);
        await db.Database.MigrateAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        await db.Database.CloseConnectionAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return file;
    }

    private static async Task<string> MakePostgresTemplate()
    {
        var name = $"template_{Guid.CreateVersion7():N}";
        await OnServer($"CREATE DATABASE {name}");
        var options = new DbContextOptionsBuilder<PostgresDb>();
        PostgresDb.Configure(options, $"{Server};Database={name};Pooling=false");
        await using var db = new PostgresDb(options.Options);
        await db.Database.MigrateAsync();
        return name;
    }
}

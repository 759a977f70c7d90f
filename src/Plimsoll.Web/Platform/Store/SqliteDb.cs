using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Plimsoll.Web.Platform.Store;

/// <summary>The workspace in one SQLite file.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : PlimsollDb(options)
{
    private const int UniqueViolation = 2067;
    private const int PrimaryKeyViolation = 1555;
    private const int ForeignKeyViolation = 787;
    private const int TriggerViolation = 1811;
    private const int Busy = 5;
    private const int Locked = 6;

    public override bool IsCollision(DbUpdateException e) =>
        e.InnerException
            is SqliteException { SqliteExtendedErrorCode: UniqueViolation or PrimaryKeyViolation };

    // SQLite says so at once for a restricting key, or as for a trigger at the end of the statement.
    public override bool IsInUse(DbUpdateException e) =>
        e.InnerException
            is SqliteException { SqliteExtendedErrorCode: ForeignKeyViolation or TriggerViolation };

    /// <summary>There is one writer at a time anyway: a transaction begins by becoming it (BEGIN IMMEDIATE).</summary>
    public override Task TakeTurns(IEnumerable<Guid> things, CancellationToken ct) =>
        Task.CompletedTask;

    public override Task<(long Oldest, long Next)?> OpenTransactions(CancellationToken ct) =>
        Task.FromResult<(long, long)?>(null);

    /// <summary>There is no way to go, while parameters are looked up by name, one after the other.</summary>
    public override int RowsAtOnce => 1;

    protected override bool IsInTheWay(Exception e) =>
        e is SqliteException { SqliteErrorCode: Busy or Locked };

    public static void Configure(DbContextOptionsBuilder builder, string file) =>
        builder
            .UseSqlite(
                new SqliteConnectionStringBuilder
                {
                    DataSource = file,
                    ForeignKeys = true,
                    DefaultTimeout = 30,
                    Pooling = true,
                }.ToString(),
                o => o.MigrationsHistoryTable("migrations")
            )
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(Pragmas.Once);

    /// <summary>Full synchronisation: what was acknowledged survives a pulled plug, not only a killed process.</summary>
    private sealed class Pragmas : DbConnectionInterceptor
    {
        public static readonly Pragmas Once = new();

        // The busy timeout lets SQLite itself look again after a millisecond or two; the driver would after 150.
        private const string Sql =
            "PRAGMA busy_timeout=2000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000;";

        public override void ConnectionOpened(
            DbConnection connection,
            ConnectionEndEventData eventData
        )
        {
            using var command = connection.CreateCommand();
            command.CommandText = Sql;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Sql;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    public sealed class AtDesignTime : IDesignTimeDbContextFactory<SqliteDb>
    {
        public SqliteDb CreateDbContext(string[] args)
        {
            var options = new DbContextOptionsBuilder<SqliteDb>();
            Configure(options, "design.db");
            return new SqliteDb(options.Options);
        }
    }
}

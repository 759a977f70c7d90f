using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace Plimsoll.Web.Platform.Store;

/// <summary>The workspace in a PostgreSQL database, 15 or newer.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : PlimsollDb(options)
{
    public override bool IsCollision(DbUpdateException e) =>
        e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public override bool IsInUse(DbUpdateException e) =>
        e.InnerException
            is PostgresException
            {
                SqlState: PostgresErrorCodes.ForeignKeyViolation
                    or PostgresErrorCodes.RestrictViolation
            };

    /// <summary>Advisory locks, let go with the transaction; in one order everywhere, so that nobody waits in a circle.</summary>
    public override Task TakeTurns(IEnumerable<Guid> things, CancellationToken ct)
    {
        long[] keys = [.. things.Select(Key).Distinct().Order()];
        return Database.ExecuteSqlAsync(
            $"SET LOCAL lock_timeout = '8s'; SELECT pg_advisory_xact_lock(k) FROM unnest({keys}) AS k",
            ct
        );
    }

    public override async Task<(long Oldest, long Next)?> OpenTransactions(CancellationToken ct)
    {
        var numbers = await Database
            .SqlQuery<long>(
                $"""
                SELECT unnest(ARRAY[pg_snapshot_xmin(s)::text::bigint, pg_snapshot_xmax(s)::text::bigint]) AS "Value"
                FROM pg_current_snapshot() s
                """
            )
            .ToListAsync(ct);
        return (numbers[0], numbers[1]);
    }

    private const int StatementsKept = 100;

    /// <summary>Each statement is a way there and back.</summary>
    public override int RowsAtOnce => 200;

    protected override bool IsInTheWay(Exception e) =>
        e
            is PostgresException
            {
                SqlState: PostgresErrorCodes.SerializationFailure
                    or PostgresErrorCodes.DeadlockDetected
                    or PostgresErrorCodes.LockNotAvailable
            };

    private static long Key(Guid thing)
    {
        Span<byte> bytes = stackalloc byte[16];
        _ = thing.TryWriteBytes(bytes);
        return BitConverter.ToInt64(bytes[..8]) ^ BitConverter.ToInt64(bytes[8..]);
    }

    public static void Configure(DbContextOptionsBuilder builder, string connectionString) =>
        builder
            .UseNpgsql(Prepared(connectionString), o => o.MigrationsHistoryTable("migrations"))
            .UseSnakeCaseNamingConvention();

    /// <summary>
    /// What is asked again and again is parsed and planned once for each connection, unless the connection string says
    /// otherwise: <c>Max Auto Prepare=0</c> where a pooler before the server hands connections on.
    /// </summary>
    private static string Prepared(string connectionString)
    {
        var said = new DbConnectionStringBuilder { ConnectionString = connectionString };
        return said.ContainsKey("Max Auto Prepare")
            ? connectionString
            : new NpgsqlConnectionStringBuilder(connectionString)
            {
                MaxAutoPrepare = StatementsKept,
            }.ConnectionString;
    }

    public sealed class AtDesignTime : IDesignTimeDbContextFactory<PostgresDb>
    {
        public PostgresDb CreateDbContext(string[] args)
        {
            var options = new DbContextOptionsBuilder<PostgresDb>();
            Configure(options, "Host=localhost;Database=design");
            return new PostgresDb(options.Options);
        }
    }
}

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

    public static void Configure(DbContextOptionsBuilder builder, string connectionString) =>
        builder
            .UseNpgsql(connectionString, o => o.MigrationsHistoryTable("migrations"))
            .UseSnakeCaseNamingConvention();

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

using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Plimsoll.Web.Platform.Settings;

namespace Plimsoll.Web.Platform.Store;

/// <summary>Puts the chosen database behind <see cref="IDbContextFactory{PlimsollDb}"/>.</summary>
public static class StoreSetup
{
    public static void AddStore(this IServiceCollection services, PlimsollSettings settings)
    {
        if (string.IsNullOrWhiteSpace(settings.Database))
            services.AddDatabase<SqliteDb>(o => SqliteDb.Configure(o, SqliteFile(settings)));
        else
            services.AddDatabase<PostgresDb>(o => PostgresDb.Configure(o, settings.Database));
        services.AddScoped(s =>
            s.GetRequiredService<IDbContextFactory<PlimsollDb>>().CreateDbContext()
        );
        services.AddSingleton<Migrator>();
        services
            .AddDataProtection()
            .SetApplicationName("Plimsoll")
            .PersistKeysToDbContext<PlimsollDb>();
    }

    public static string SqliteFile(PlimsollSettings settings) =>
        Path.Combine(Path.GetFullPath(settings.Data), "plimsoll.db");

    private static void AddDatabase<TDb>(
        this IServiceCollection services,
        Action<DbContextOptionsBuilder> configure
    )
        where TDb : PlimsollDb
    {
        // Each call opens its own store; a check on every row that no two use one costs more than reading the row.
        services.AddPooledDbContextFactory<TDb>(o =>
        {
            configure(o);
            _ = o.EnableThreadSafetyChecks(false);
            _ = o.ConfigureWarnings(Tell);
        });
        services.AddSingleton<IDbContextFactory<PlimsollDb>, Factory<TDb>>();
    }

    /// <summary>
    /// A row that is refused because another was first is an answer like any other (<see cref="PlimsollDb.Save"/>);
    /// whatever is none is told, with its trace, where the request ends. Some rows of many, in no order, are a mistake:
    /// which ones they are, the database says anew each time.
    /// </summary>
    private static void Tell(WarningsConfigurationBuilder warnings) =>
        warnings
            .Log(
                (CoreEventId.SaveChangesFailed, LogLevel.Debug),
                (RelationalEventId.CommandError, LogLevel.Debug)
            )
            .Throw(CoreEventId.RowLimitingOperationWithoutOrderByWarning);

    private sealed class Factory<TDb>(IDbContextFactory<TDb> inner) : IDbContextFactory<PlimsollDb>
        where TDb : PlimsollDb
    {
        public PlimsollDb CreateDbContext() => inner.CreateDbContext();

        public async Task<PlimsollDb> CreateDbContextAsync(
            CancellationToken cancellationToken = default
        ) => await inner.CreateDbContextAsync(cancellationToken);
    }
}

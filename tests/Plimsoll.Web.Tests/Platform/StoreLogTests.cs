using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Plimsoll.Web.People.UseCases;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Tests.Load;

namespace Plimsoll.Web.Tests.Platform;

/// <summary>What the database says to whoever reads the log: nothing, while all is well.</summary>
public sealed class StoreLogTests
{
    [Theory, OnEachDatabase]
    public async Task A_name_that_is_taken_and_a_search_leave_no_warning(Database database)
    {
        using var log = new Lines();
        await using var agency = await TestAgency.Open(
            database,
            s => s.AddSingleton<ILoggerProvider>(log)
        );
        var save = agency.Use<SaveView>();
        _ = await save.Run(
            new("load", null, "Mine", "weeks=8", false),
            agency.Owner,
            TestAgency.Now
        );
        (
            await save.Run(
                new("load", null, "Mine", "weeks=8", false),
                agency.Owner,
                TestAgency.Now
            )
        ).Refusal.ShouldBeOfType<ViewIsThere>();
        await agency.Store(db =>
        {
            db.Record(
                "people.team-deleted",
                Guid.CreateVersion7(),
                agency.Owner,
                agency.Clock.GetUtcNow().UtcDateTime
            );
            return db.SaveChangesAsync(TestAgency.Now);
        });
        var browser = await agency.SignedIn(agency.Owner);
        foreach (var page in new[] { "/activity?q=nord", "/search?q=nord", "/people", "/load" })
            _ = await browser.GetStringAsync(page, TestAgency.Now);

        log.Said.ShouldBeEmpty();
    }

    /// <summary>Warnings and worse of the database.</summary>
    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Said { get; } = [];

        private string _category = "";

        public ILogger CreateLogger(string categoryName) =>
            new Lines(Said) { _category = categoryName };

        public Lines() { }

        private Lines(ConcurrentQueue<string> said) => Said = said;

        public bool IsEnabled(LogLevel logLevel) =>
            logLevel >= LogLevel.Warning
            && _category.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal);

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (IsEnabled(logLevel))
                Said.Enqueue($"{formatter(state, exception)} {Asked()}");
        }

        /// <summary>Which query it is about.</summary>
        private static string? Asked() =>
            Environment
                .StackTrace.Split('\n')
                .FirstOrDefault(l => l.Contains("/src/Plimsoll.Web/", StringComparison.Ordinal));

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Dispose() { }
    }
}

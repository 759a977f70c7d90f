using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;
using Plimsoll.Web.SignIn.UseCases;

namespace Plimsoll.Web.Tests.Platform;

/// <summary>
/// Plimsoll, started on a database of the test's own, with its owner. It is Monday 23 November 2026, 09:00 UTC.
/// </summary>
public sealed partial class TestAgency : IAsyncDisposable
{
    public const string Password = "a long enough sentence";
    private readonly WebApplicationFactory<Program> _app;
    private readonly (string Folder, string? ConnectionString) _database;

    private TestAgency(
        WebApplicationFactory<Program> app,
        (string, string?) database,
        FakeTimeProvider clock
    )
    {
        _app = app;
        _database = database;
        Clock = clock;
    }

    public FakeTimeProvider Clock { get; }

    /// <summary>Where its database is, for a second program on the same one.</summary>
    public (string Folder, string? ConnectionString) Place => _database;

    public IServiceProvider Services => _app.Services;

    /// <summary>The owner, acting through a page.</summary>
    public Actor Owner { get; private set; } = null!;

    public static CancellationToken Now => TestContext.Current.CancellationToken;

    public static async Task<TestAgency> Open(
        Database database,
        Action<IServiceCollection>? services = null,
        params (string Name, string Value)[] settings
    )
    {
        var agency = await Closed(database, services, settings);
        var open = agency.Use<OpenWorkspace>();
        var account = await open.Run(
            new("Harbour", "Olga Owner", "owner@agency.example", Password),
            Door.Page,
            Now
        );
        agency.Owner = new Actor(account.Value.Person, Position.Owner, Door.Page);
        return agency;
    }

    /// <summary>Without a workspace, as at the first run.</summary>
    public static async Task<TestAgency> Closed(
        Database database,
        Action<IServiceCollection>? services = null,
        params (string Name, string Value)[] settings
    )
    {
        var made = await NewDatabase.Make(database);
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        return new TestAgency(Host(made, clock, services, settings), made, clock);
    }

    /// <summary>Another node on the same database, with the same clock.</summary>
    public TestAgency Twin() =>
        new(Host(_database, Clock, null, []), _database, Clock) { Owner = Owner, IsTwin = true };

    private bool IsTwin { get; init; }

    private static WebApplicationFactory<Program> Host(
        (string Folder, string? ConnectionString) place,
        FakeTimeProvider clock,
        Action<IServiceCollection>? services,
        (string Name, string Value)[] settings
    ) =>
        new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("Plimsoll:Data", place.Folder);
            if (place.ConnectionString is { } connection)
                host.UseSetting("Plimsoll:Database", connection);
            foreach (var (name, value) in settings)
                host.UseSetting("Plimsoll:" + name, value);
            host.ConfigureLogging(l => l.ClearProviders());
            host.ConfigureServices(s =>
            {
                s.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
                StopTheClock(s);
                services?.Invoke(s);
            });
        });

    // Scheduled work runs when a test says so, not beside it.
    private static void StopTheClock(IServiceCollection services)
    {
        var clocks = services
            .Where(s => s.ServiceType == typeof(IHostedService) && IsQuartz(s))
            .ToList();
        clocks.ShouldNotBeEmpty();
        clocks.ForEach(c => services.Remove(c));
    }

    private static bool IsQuartz(ServiceDescriptor service) =>
        (
            service.ImplementationType ?? service.ImplementationFactory?.Method.DeclaringType
        )?.FullName?.StartsWith("Quartz", StringComparison.Ordinal) == true;

    /// <summary>A use case or query, as a page would be given it.</summary>
    public T Use<T>()
        where T : notnull => _app.Services.CreateScope().ServiceProvider.GetRequiredService<T>();

    public async Task<T> Store<T>(Func<PlimsollDb, Task<T>> ask)
    {
        await using var db = await Use<IDbContextFactory<PlimsollDb>>().CreateDbContextAsync(Now);
        return await ask(db);
    }

    /// <summary>Somebody of this position with an account and the usual password; answers her as an actor at a page.</summary>
    public Task<Actor> Someone(Position position, string name) =>
        Newcomer.Add(_app.Services, position, name);

    /// <summary>A browser without scripts: keeps cookies, does not follow redirects.</summary>
    public HttpClient Browser(Uri? at = null)
    {
        var options = new WebApplicationFactoryClientOptions { AllowAutoRedirect = false };
        if (at is not null)
            options.BaseAddress = at;
        return _app.CreateClient(options);
    }

    /// <summary>A browser in which this person is signed in, through the real page.</summary>
    public async Task<HttpClient> SignedIn(Actor actor)
    {
        var email = await Store(db =>
            db.People().Where(p => p.Id == actor.Person).Select(p => p.Email).SingleAsync(Now)
        );
        var browser = Browser();
        var answer = await browser.Submit(
            "/signin",
            "signin",
            ("Form.Email", email!),
            ("Form.Password", Password),
            ("Form.Stay", "true")
        );
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        if (IsTwin)
            return;
        await NewDatabase.Drop(_database.Folder, _database.ConnectionString);
    }
}

/// <summary>What a person does with a page that has no scripts.</summary>
public static partial class BrowserActs
{
    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    /// <summary>Opens the page and sends its form of that name with these values.</summary>
    public static Task<HttpResponseMessage> Submit(
        this HttpClient browser,
        string page,
        string form,
        params (string Name, string Value)[] values
    ) => browser.Submit(page, form, page, values);

    /// <summary>Sends the form to another address than the page's own.</summary>
    public static async Task<HttpResponseMessage> Submit(
        this HttpClient browser,
        string page,
        string form,
        string at,
        params (string Name, string Value)[] values
    )
    {
        var html = await browser.GetStringAsync(page, TestAgency.Now);
        var token = Token().Match(html).Groups[1].Value;
        token.ShouldNotBeEmpty($"{page} has no form");
        return await browser.PostAsync(
            at,
            new FormUrlEncodedContent([
                new("_handler", form),
                new("__RequestVerificationToken", token),
                .. values.Select(v => new KeyValuePair<string, string>(v.Name, v.Value)),
            ]),
            TestAgency.Now
        );
    }
}

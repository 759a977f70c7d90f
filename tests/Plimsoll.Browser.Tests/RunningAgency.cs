using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.UseCases;
using Plimsoll.Web.Tests.Platform;
using Position = Plimsoll.Domain.Kernel.Position;

namespace Plimsoll.Browser.Tests;

/// <summary>
/// Plimsoll as it is, on Kestrel, on a database of the test's own, with its owner; and browsers that look at it.
/// The clock is the real one and runs.
/// </summary>
public sealed class RunningAgency : IAsyncDisposable
{
    private readonly WebApplicationFactory<Program> _app;
    private readonly (string Folder, string? ConnectionString) _database;
    private readonly ConcurrentBag<IBrowserContext> _contexts = [];

    private RunningAgency(
        WebApplicationFactory<Program> app,
        (string, string?) database,
        Uri address
    )
    {
        _app = app;
        _database = database;
        Address = address;
    }

    /// <summary>By name, not by number: a passkey belongs to a name.</summary>
    public Uri Address { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>The owner, acting through a page.</summary>
    public Actor Owner { get; private set; } = null!;

    /// <summary>What pages complained of: errors in the console, scripts that failed, breaches of the content policy.</summary>
    public ConcurrentQueue<string> Complaints { get; } = new();

    public static async Task<RunningAgency> Open(
        Database database = Database.Sqlite,
        Action<IServiceCollection>? services = null,
        params (string Name, string Value)[] settings
    )
    {
        var agency = await Closed(database, services, settings);
        var account = await agency
            .Use<OpenWorkspace>()
            .Run(
                new("Harbour", "Olga Owner", "owner@agency.example", TestAgency.Password),
                Door.Page,
                TestAgency.Now
            );
        agency.Owner = new Actor(account.Value.Person, Position.Owner, Door.Page);
        return agency;
    }

    /// <summary>Without a workspace, as at the first run.</summary>
    public static async Task<RunningAgency> Closed(
        Database database = Database.Sqlite,
        Action<IServiceCollection>? services = null,
        params (string Name, string Value)[] settings
    )
    {
        var made = await NewDatabase.Make(database);
        var app = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("urls", "http://127.0.0.1:0");
            host.UseSetting("Plimsoll:Data", made.Folder);
            if (made.ConnectionString is { } connection)
                host.UseSetting("Plimsoll:Database", connection);
            foreach (var (name, value) in settings)
                host.UseSetting("Plimsoll:" + name, value);
            host.ConfigureLogging(l => l.ClearProviders());
            if (services is not null)
                host.ConfigureServices(services);
        });
        app.UseKestrel();
        app.StartServer();
        var listens = app
            .Services.GetRequiredService<IServer>()
            .Features.GetRequiredFeature<IServerAddressesFeature>();
        var port = new Uri(listens.Addresses.Single()).Port;
        return new RunningAgency(app, made, new Uri($"http://localhost:{port}/"));
    }

    public T Use<T>()
        where T : notnull => _app.Services.CreateScope().ServiceProvider.GetRequiredService<T>();

    public async Task<T> Store<T>(Func<PlimsollDb, Task<T>> ask)
    {
        await using var db = await Use<IDbContextFactory<PlimsollDb>>()
            .CreateDbContextAsync(TestAgency.Now);
        return await ask(db);
    }

    /// <summary>Somebody of this position with an account and the usual password; answers her as an actor at a page.</summary>
    public Task<Actor> Someone(Position position, string name) =>
        Newcomer.Add(_app.Services, position, name);

    /// <summary>A page in a browser of its own: no cookies, nobody signed in. Paths lead to this agency.</summary>
    public async Task<IPage> Browser(BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.BaseURL = Address.ToString();
        options.ViewportSize ??= new() { Width = 1440, Height = 900 };
        options.Locale ??= "en-GB";
        var context = await (await Chromium.Launched).NewContextAsync(options);
        context.SetDefaultTimeout((float)Chromium.Patience.TotalMilliseconds);
        _contexts.Add(context);
        context.Console += (_, m) =>
        {
            if (m.Type == "error")
                Complaints.Enqueue($"{m.Text} ({m.Location})");
        };
        context.WebError += (_, e) =>
        {
            // A page that is left while it fades in is no mistake of the page.
            if (!e.Error.Contains("Transition was", StringComparison.Ordinal))
                Complaints.Enqueue(e.Error);
        };
        return await context.NewPageAsync();
    }

    /// <summary>A page in a browser in which this person is signed in, through the real page.</summary>
    public async Task<IPage> SignedIn(
        Actor actor,
        BrowserNewContextOptions? options = null,
        string password = TestAgency.Password
    )
    {
        var email = await Store(db =>
            db.People()
                .Where(p => p.Id == actor.Person)
                .Select(p => p.Email)
                .SingleAsync(TestAgency.Now)
        );
        var page = await Browser(options);
        await page.GotoAsync("/signin?to=/me");
        await page.FillAsync("#email", email!);
        await page.FillAsync("#password", password);
        await page.PressAsync("#password", "Enter");
        await page.WaitForURLAsync("**/me");
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in _contexts)
            await context.CloseAsync();
        await _app.DisposeAsync();
        await NewDatabase.Drop(_database.Folder, _database.ConnectionString);
    }
}

using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.Desk.Sample;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Webhooks;
using Plimsoll.Web.Tasks.Store;
using Plimsoll.Web.Tests.Platform;
using Position = Plimsoll.Domain.Kernel.Position;

namespace Plimsoll.Browser.Tests;

/// <summary>
/// Every page there is, on the sample agency, as its owner sees it: readable by everyone (WCAG 2.2 AA) in both themes,
/// on a desk and on a phone, in each language, without an error in the console. A new page is looked at from its first day.
/// </summary>
public sealed class EveryPageTests
{
    /// <summary>Pages that lead on at once, or that only a stranger sees.</summary>
    private static readonly string[] Passing =
    [
        "/",
        "/welcome",
        "/signin",
        "/signed-out",
        "/failed",
    ];

    public static TheoryData<string, ColorScheme, int> Ways() =>
        new()
        {
            { "en-GB", ColorScheme.Light, 1440 },
            { "ru-RU", ColorScheme.Dark, 390 },
            { "zh-CN", ColorScheme.Light, 390 },
        };

    [Theory, MemberData(nameof(Ways))]
    public async Task Every_page_can_be_read_by_everyone(
        string locale,
        ColorScheme scheme,
        int width
    )
    {
        await using var agency = await RunningAgency.Closed(settings: ("Sample", "true"));
        var owner = await agency.Store(db =>
            db.People()
                .Where(p => p.Position == Position.Owner)
                .Select(p => new Actor(p.Id, p.Position, Door.Page))
                .FirstAsync(TestAgency.Now)
        );
        var page = await agency.SignedIn(
            owner,
            new()
            {
                Locale = locale,
                ColorScheme = scheme,
                ViewportSize = new() { Width = width, Height = 900 },
            },
            SamplePeople.Password
        );
        var looked = 0;
        var wide = new List<string>();
        foreach (var path in await Paths(agency))
        {
            var answer = await page.GotoAsync(path);
            answer!.Status.ShouldBe(200, path);
            await page.ShouldBeAccessible();
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") > width)
                wide.Add(path);
            looked++;
        }
        looked.ShouldBeGreaterThan(8);
        wide.ShouldBeEmpty($"wider than the screen at {width}");
        agency.Complaints.ShouldBeEmpty();
    }

    internal static async Task<IReadOnlyList<string>> Paths(RunningAgency agency)
    {
        var webhook = await agency.Store(async db =>
            await db.Webhooks().Select(w => (Guid?)w.Id).FirstOrDefaultAsync(TestAgency.Now)
            ?? await Hook(agency)
        );
        var edited = await agency.Store(db =>
            db.Comments()
                .Where(c => c.EditedAt != null)
                .OrderBy(c => c.At)
                .FirstAsync(TestAgency.Now)
        );
        var ids = await agency.Store(async db => new Dictionary<string, string>
        {
            ["people"] = (
                await db.People()
                    .Where(p => p.Email != null)
                    .Select(p => p.Id)
                    .FirstAsync(TestAgency.Now)
            ).ToString(),
            ["clients"] = (
                await db.Clients().Select(c => c.Id).FirstAsync(TestAgency.Now)
            ).ToString(),
            ["projects"] = (
                await db.Projects().Select(p => p.Id).FirstAsync(TestAgency.Now)
            ).ToString(),
            ["tasks"] = edited.Task.ToString(),
            ["comments"] = edited.Id.ToString(),
            ["teams"] = (await db.Teams().Select(t => t.Id).FirstAsync(TestAgency.Now)).ToString(),
            ["roles"] = (await db.Roles().Select(r => r.Id).FirstAsync(TestAgency.Now)).ToString(),
            ["calendars"] = (
                await db.HolidayCalendars().Select(c => c.Id).FirstAsync(TestAgency.Now)
            ).ToString(),
            ["webhooks"] = webhook.ToString(),
        });
        return
        [
            .. agency
                .Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(e =>
                    e.Metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>()
                        is not null
                )
                .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
                .Where(p => p != "/not-found" && !Passing.Contains(p))
                .Select(p => Fill(p, ids))
                .OfType<string>()
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The sample agency tells nobody; this one leads nowhere.</summary>
    private static async Task<Guid> Hook(RunningAgency agency)
    {
        var owner = await agency.Store(db =>
            db.People()
                .Where(p => p.Position == Position.Owner)
                .Select(p => p.Id)
                .FirstAsync(TestAgency.Now)
        );
        var made = await agency
            .Use<AddWebhook>()
            .Run(
                new("Payroll", "https://payroll.example/plimsoll", ["people.*"]),
                new Actor(owner, Position.Owner, Door.Page),
                TestAgency.Now
            );
        _ = await agency
            .Use<TestWebhook>()
            .Run(made.Value.Id, new Actor(owner, Position.Owner, Door.Page), TestAgency.Now);
        return made.Value.Id;
    }

    /// <summary>A page of one thing is looked at with a thing of the sample agency; pages behind a one-time link are not.</summary>
    private static string? Fill(string pattern, Dictionary<string, string> ids)
    {
        var parts = pattern.Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            if (!parts[i].StartsWith('{'))
                continue;
            if (i == 0 || !ids.TryGetValue(parts[i - 1], out var id))
                return null;
            parts[i] = id;
        }
        return string.Join('/', parts);
    }
}

using Microsoft.Playwright;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.UseCases;
using Plimsoll.Web.Tasks.UseCases;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Browser.Tests.Tasks;

/// <summary>The calendar and the timeline under the mouse, the keys and a thumb.</summary>
public sealed class TaskPlanTests
{
    private static readonly DateOnly Monday = new(2031, 3, 3);

    [Fact]
    public async Task A_task_is_carried_to_another_day_and_back()
    {
        await using var agency = await RunningAgency.Open();
        _ = await Fill(agency);
        var page = await agency.SignedIn(agency.Owner);
        var other = await agency.SignedIn(agency.Owner);
        await other.GotoAsync($"/tasks?as=calendar&at={Monday:yyyy-MM-dd}");
        await page.GotoAsync($"/tasks?as=calendar&at={Monday:yyyy-MM-dd}");

        await page.Locator(On(3))
            .Locator("li", new() { HasText = "Banners" })
            .DragAsync(page, page.Locator(On(6)));
        await Assertions.Expect(page.Locator(On(6) + " li")).ToHaveTextAsync(["BannersOO"]);
        await Assertions.Expect(other.Locator(On(6) + " li")).ToHaveTextAsync(["BannersOO"]);
        await page.ClickAsync("[data-told-undo]");
        await Assertions.Expect(page.Locator(On(6) + " li")).ToHaveCountAsync(0);

        // With the keys: by a week, and by a day.
        await page.Locator(On(3)).Locator("a", new() { HasText = "Banners" }).FocusAsync();
        await page.Keyboard.PressAsync("Shift+ArrowDown");
        await Assertions.Expect(page.Locator(On(10) + " li a")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await Assertions.Expect(page.Locator(On(11) + " li a")).ToBeFocusedAsync();
        await page.ShouldBeAccessible();
        agency.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_full_day_opens()
    {
        await using var agency = await RunningAgency.Open();
        var project = await Fill(agency);
        foreach (var n in Enumerable.Range(1, 6))
            await Add(agency, project, $"Size {n}", Monday.AddDays(1));
        var page = await agency.SignedIn(agency.Owner);
        await page.GotoAsync($"/tasks?as=calendar&at={Monday:yyyy-MM-dd}");
        await Assertions.Expect(page.Locator(On(4) + " li:visible")).ToHaveCountAsync(4);
        await page.Locator(On(4)).Locator("summary", new() { HasText = "+2 more" }).ClickAsync();
        await Assertions.Expect(page.Locator(On(4) + " li:visible")).ToHaveCountAsync(6);
        await page.Locator(On(4) + " .date a").ClickAsync();
        await Assertions.Expect(page.Locator("[data-row]")).ToHaveCountAsync(6);

        var phone = await agency.SignedIn(
            agency.Owner,
            new()
            {
                ViewportSize = new() { Width = 390, Height = 844 },
                HasTouch = true,
            }
        );
        foreach (var shape in new[] { "calendar", "timeline" })
        {
            await phone.GotoAsync($"/tasks?as={shape}&at={Monday:yyyy-MM-dd}");
            await Assertions.Expect(phone.Locator("text=Size 6").First).ToBeVisibleAsync();
            await phone.ShouldBeAccessible();
            (await phone.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBe(390);
        }
        agency.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_bar_is_moved_and_made_longer_and_what_waits_for_something_later_is_marked()
    {
        await using var agency = await RunningAgency.Open();
        var project = await Fill(agency);
        var first = await Add(agency, project, "First", Monday.AddDays(4));
        var second = await Add(agency, project, "Second", Monday.AddDays(9), Monday.AddDays(7));
        _ = await agency.Use<WaitForTask>().Run(new(second, first), agency.Owner, TestAgency.Now);
        var page = await agency.SignedIn(agency.Owner);
        await page.GotoAsync($"/tasks?as=timeline&at={Monday:yyyy-MM-dd}");
        ILocator Row(string title) => page.Locator("[data-row]", new() { HasText = title });
        await Assertions.Expect(page.Locator("[data-waits-drawn] path")).ToHaveCountAsync(1);
        await Assertions.Expect(Row("Second").Locator(".too-late")).ToHaveCountAsync(0);

        // Five days to the left: it begins before what it waits for is due.
        var track = (await Row("Second").Locator(".track").BoundingBoxAsync())!;
        var bar = (await Row("Second").Locator("[data-task]").BoundingBoxAsync())!;
        var grip = (X: bar.X + bar.Width / 2, Y: bar.Y + bar.Height / 2);
        await page.Mouse.MoveAsync(grip.X, grip.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(grip.X - track.Width / 35 * 5, grip.Y, new() { Steps = 8 });
        await page.Mouse.UpAsync();
        await Assertions
            .Expect(Row("Second").Locator(".dates"))
            .ToContainTextAsync("5 Mar – 7 Mar");
        await Assertions.Expect(Row("Second").Locator(".too-late")).ToContainTextAsync("due 7 Mar");
        await page.ClickAsync("[data-told-undo]");
        await Assertions
            .Expect(Row("Second").Locator(".dates"))
            .ToContainTextAsync("10 Mar – 12 Mar");

        await Row("Second").Locator("[data-task]").FocusAsync();
        await page.Keyboard.PressAsync("Shift+ArrowDown");
        await Assertions
            .Expect(Row("Second").Locator(".dates"))
            .ToContainTextAsync("10 Mar – 13 Mar");
        // By its edge, it begins two days earlier.
        var end = (await Row("Second").Locator("[data-edge=starts]").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(end.X + 3, end.Y + 8);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(
            end.X + 3 - track.Width / 35 * 2,
            end.Y + 8,
            new() { Steps = 6 }
        );
        await page.Mouse.UpAsync();
        await Assertions
            .Expect(Row("Second").Locator(".dates"))
            .ToContainTextAsync("8 Mar – 13 Mar");
        await page.ShouldBeAccessible();
        agency.Complaints.ShouldBeEmpty();
    }

    private static string On(int day) => $"[data-day='2031-03-{day:00}']";

    private static async Task<ProjectId> Fill(RunningAgency agency)
    {
        var project = await agency
            .Use<AddProject>()
            .Run(
                new("Learning", null, Domain.Clients.ProjectKind.Internal),
                agency.Owner,
                TestAgency.Now
            );
        await Add(agency, project.Value, "Banners", Monday);
        return project.Value;
    }

    private static async Task<TaskId> Add(
        RunningAgency agency,
        ProjectId project,
        string title,
        DateOnly due,
        DateOnly? starts = null
    ) => (
            await agency
                .Use<AddTask>()
                .Run(
                    new(
                        project,
                        new()
                        {
                            Title = new(title),
                            Due = new(due),
                            Starts = new(starts),
                            Responsible = new(agency.Owner.Person),
                        }
                    ),
                    agency.Owner,
                    TestAgency.Now
                )
        ).Value.Task;
}

internal static class Pulling
{
    /// <summary>Presses on one thing, pulls and lets go over another.</summary>
    public static async Task DragAsync(this ILocator thing, IPage page, ILocator to)
    {
        var from = (await thing.BoundingBoxAsync())!;
        var at = (await to.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(from.X + 20, from.Y + from.Height / 2);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(at.X + at.Width / 2, at.Y + at.Height / 2, new() { Steps = 8 });
        await page.Mouse.UpAsync();
    }
}

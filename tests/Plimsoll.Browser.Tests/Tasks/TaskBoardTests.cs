using Microsoft.Playwright;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.UseCases;
using Plimsoll.Web.Tasks.UseCases;
using Plimsoll.Web.Tests.Platform;
using Position = Plimsoll.Domain.Kernel.Position;

namespace Plimsoll.Browser.Tests.Tasks;

/// <summary>The board as people use it: with the mouse, the keys, a thumb, and together.</summary>
public sealed class TaskBoardTests
{
    [Fact]
    public async Task A_drag_is_on_the_other_board_and_is_undone()
    {
        await using var agency = await RunningAgency.Open();
        _ = await Fill(agency);
        var dora = await agency.Someone(Position.Director, "Dora Director");
        var page = await agency.SignedIn(agency.Owner);
        var other = await agency.SignedIn(dora);
        await other.GotoAsync("/tasks?as=board");
        await page.GotoAsync("/tasks?as=board");

        await Drag(page, Card(page, "Banners"), Cell(page, "in-work"));
        await Assertions.Expect(In(page, "in-work")).ToHaveTextAsync(["Banners"]);
        await Assertions.Expect(In(other, "in-work")).ToHaveTextAsync(["Banners"]);
        await Assertions.Expect(Count(other, "to-do")).ToHaveTextAsync("2");
        await Assertions.Expect(page.Locator("[data-told]")).ToContainTextAsync("In work");

        await page.ClickAsync("[data-told-undo]");
        await Assertions.Expect(In(page, "to-do")).ToHaveTextAsync(["Audience", "Banners", "Copy"]);
        await Assertions
            .Expect(In(other, "to-do"))
            .ToHaveTextAsync(["Audience", "Banners", "Copy"]);

        // Within the column, above the first.
        await Drag(page, Card(page, "Copy"), Card(page, "Audience"), top: true);
        await Assertions
            .Expect(In(other, "to-do"))
            .ToHaveTextAsync(["Copy", "Audience", "Banners"]);
        await page.ReloadAsync();
        await Assertions.Expect(In(page, "to-do")).ToHaveTextAsync(["Copy", "Audience", "Banners"]);
        await page.ShouldBeAccessible();
        agency.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_may_not_be_is_said_and_put_back()
    {
        await using var agency = await RunningAgency.Open();
        _ = await Fill(agency);
        var page = await agency.SignedIn(agency.Owner);
        await page.GotoAsync("/tasks?as=board");

        await Drag(page, Card(page, "Banners"), Cell(page, "in-review"));
        await Assertions
            .Expect(page.Locator("[data-told]"))
            .ToContainTextAsync("a task is in review with somebody");
        await Assertions.Expect(In(page, "to-do")).ToHaveTextAsync(["Audience", "Banners", "Copy"]);
        await Assertions.Expect(Count(page, "in-review")).ToHaveTextAsync("0");

        await Drag(page, Card(page, "Banners"), Cell(page, "done"));
        await Assertions.Expect(In(page, "done")).ToHaveTextAsync(["Banners"]);
        await Drag(page, Card(page, "Banners"), Cell(page, "with-client"));
        await Assertions
            .Expect(page.Locator("[data-told]"))
            .ToContainTextAsync("is opened again first");
        await Assertions.Expect(In(page, "done")).ToHaveTextAsync(["Banners"]);
        // What was refused is a sentence to the reader; the browser notes the answer in its console.
        agency.Complaints.ShouldAllBe(c => c.Contains("409", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Keys_walk_the_cards_and_move_them()
    {
        await using var agency = await RunningAgency.Open();
        _ = await Fill(agency);
        var page = await agency.SignedIn(agency.Owner);
        await page.GotoAsync("/tasks?as=board&limits=in-work.1");

        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(Card(page, "Audience")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Shift+ArrowRight");
        await Assertions.Expect(In(page, "in-work")).ToHaveTextAsync(["Banners"]);
        await Assertions.Expect(Card(page, "Banners")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(Card(page, "Audience")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Shift+ArrowDown");
        await Assertions.Expect(In(page, "to-do")).ToHaveTextAsync(["Copy", "Audience"]);
        await page.Keyboard.PressAsync("m");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(In(page, "in-work")).ToHaveCountAsync(2);
        await Assertions
            .Expect(page.Locator("[data-head=in-work] .chip.bad"))
            .ToHaveTextAsync("2 of 1");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-panel] h2")).ToHaveTextAsync("Audience");
        page.Url.ShouldContain("as=board");
        agency.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_card_that_is_pulled_into_a_lane_is_given_to_that_person()
    {
        await using var agency = await RunningAgency.Open();
        var tasks = await Fill(agency);
        _ = await agency
            .Use<ChangeTasks>()
            .Run(
                new(tasks[0], new() { Responsible = new(agency.Owner.Person) }),
                agency.Owner,
                TestAgency.Now
            );
        var page = await agency.SignedIn(agency.Owner);
        await page.GotoAsync("/tasks?as=board&group=person");
        var lane = page.Locator(
            $"[data-cell][data-state=in-work][data-lane='{agency.Owner.Person}']"
        );

        await Drag(page, Card(page, "Copy"), lane);
        await Assertions.Expect(lane.Locator(".name")).ToHaveTextAsync(["Copy"]);
        await page.ClickAsync("text=Copy");
        await Assertions
            .Expect(page.Locator("[data-panel] dd >> nth=1"))
            .ToHaveTextAsync("Olga Owner");
        agency.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task On_a_phone_columns_are_tabs_and_cards_move_by_their_menu()
    {
        await using var agency = await RunningAgency.Open();
        _ = await Fill(agency);
        var page = await agency.SignedIn(
            agency.Owner,
            new()
            {
                ViewportSize = new() { Width = 390, Height = 844 },
                HasTouch = true,
            }
        );
        await page.GotoAsync("/tasks?as=board");
        await Card(page, "Banners").Locator("[data-menu]").TapAsync();
        await page.Locator("[data-move-menu] [data-to=with-client]").TapAsync();
        await Assertions.Expect(page.Locator("[data-tab=with-client]")).ToContainTextAsync("1");
        await page.Locator("[data-tab=with-client]").TapAsync();
        await Assertions.Expect(Card(page, "Banners")).ToBeInViewportAsync();
        await Assertions
            .Expect(page.Locator("[data-tab=with-client]"))
            .ToHaveAttributeAsync("aria-current", "true");
        await page.ShouldBeAccessible();
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBe(390);
        agency.Complaints.ShouldBeEmpty();
    }

    private static ILocator Card(IPage page, string title) =>
        page.Locator($"[data-card][aria-label='{title}']");

    private static ILocator Cell(IPage page, string state) =>
        page.Locator($"[data-cell][data-state={state}]");

    private static ILocator In(IPage page, string state) => Cell(page, state).Locator(".name");

    private static ILocator Count(IPage page, string state) =>
        page.Locator($"[data-head={state}] [data-count-of={state}]");

    private static async Task Drag(IPage page, ILocator card, ILocator to, bool top = false)
    {
        await card.ScrollIntoViewIfNeededAsync();
        var from = (await card.BoundingBoxAsync())!;
        var at = (await to.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(from.X + 20, from.Y + from.Height - 8);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(from.X + 30, from.Y + from.Height - 2, new() { Steps = 3 });
        await page.Mouse.MoveAsync(
            at.X + at.Width / 2,
            top ? at.Y + 4 : at.Y + Math.Min(at.Height - 4, 30),
            new() { Steps = 8 }
        );
        await page.Mouse.UpAsync();
    }

    private static async Task<IReadOnlyList<TaskId>> Fill(RunningAgency agency)
    {
        var project = await agency
            .Use<AddProject>()
            .Run(
                new("Learning", null, Domain.Clients.ProjectKind.Internal),
                agency.Owner,
                TestAgency.Now
            );
        var tasks = new List<TaskId>();
        foreach (var title in new[] { "Audience", "Banners", "Copy" })
            tasks.Add(
                (
                    await agency
                        .Use<AddTask>()
                        .Run(
                            new(project.Value, new() { Title = new(title) }),
                            agency.Owner,
                            TestAgency.Now
                        )
                )
                    .Value
                    .Task
            );
        return tasks;
    }
}

using Microsoft.Playwright;
using Plimsoll.Web.Clients.UseCases;
using Plimsoll.Web.Tests.Platform;
using Position = Plimsoll.Domain.Kernel.Position;

namespace Plimsoll.Browser.Tests.Tasks;

/// <summary>A task from one line, from any page.</summary>
public sealed class QuickAddTests
{
    [Fact]
    public async Task A_line_is_shown_as_it_is_understood_corrected_kept_and_undone()
    {
        await using var agency = await RunningAgency.Open();
        await Fill(agency);
        await agency.Someone(Position.TeamMember, "Ada Lee");
        await agency.Someone(Position.TeamMember, "Ada Ray");
        var page = await agency.SignedIn(agency.Owner);
        await page.GotoAsync("/people");

        await page.Keyboard.PressAsync("c");
        await page.Keyboard.TypeAsync("Banner texts tomorrow 3h @ada #learning");
        await Assertions.Expect(Title(page)).ToHaveTextAsync("Banner texts");
        await Assertions.Expect(Value(page, "estimate")).ToHaveValueAsync("3:00");
        await Assertions
            .Expect(page.Locator("[data-field=due]"))
            .ToHaveAttributeAsync("data-set", "");
        // Two are called so: the reader says which.
        await page.Locator("[data-quick-doubts] button", new() { HasText = "Ada Ray" })
            .ClickAsync();
        await Assertions.Expect(page.Locator("[data-quick-doubts]")).ToBeEmptyAsync();
        // What is no day after all stays in the title.
        await page.ClickAsync("[data-leave=due]");
        await Assertions.Expect(Title(page)).ToHaveTextAsync("Banner texts tomorrow");
        await Assertions.Expect(Value(page, "due")).ToHaveValueAsync("");
        await Value(page, "due").FillAsync("2031-02-03");
        await Value(page, "priority").SelectOptionAsync("high");
        await page.ShouldBeAccessible();
        await page.Locator("[data-quick-line]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("#quick-add")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("[data-told]")).ToContainTextAsync("LE-1 added.");
        await page.ClickAsync("[data-told-open]");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Banner texts tomorrow");
        await Assertions.Expect(page.Locator("dl.about")).ToContainTextAsync("Ada Ray");
        await Assertions.Expect(page.Locator("dl.about")).ToContainTextAsync("3 Feb");
        agency.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_kept_only_with_a_project_and_nothing_typed_is_lost()
    {
        await using var agency = await RunningAgency.Open();
        await Fill(agency);
        var page = await agency.SignedIn(agency.Owner);
        await page.GotoAsync("/tasks");

        await page.ClickAsync("[data-quick-open]");
        await page.Keyboard.TypeAsync("Тексты баннеров к пятнице 2,5 ч @я");
        await Assertions.Expect(Title(page)).ToHaveTextAsync("Тексты баннеров");
        await page.Keyboard.PressAsync("Enter");
        await Assertions
            .Expect(page.Locator("[data-quick-error]"))
            .ToHaveTextAsync("Choose the project of the task.");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("c");
        await Assertions
            .Expect(page.Locator("[data-quick-line]"))
            .ToHaveValueAsync("Тексты баннеров к пятнице 2,5 ч @я");
        await Value(page, "project")
            .SelectOptionAsync(new SelectOptionValue { Label = "Learning" });
        await page.ClickAsync("[data-quick] .primary");
        await Assertions.Expect(page.Locator("[data-row]")).ToContainTextAsync("Тексты баннеров");
        await Assertions.Expect(page.Locator("[data-row]")).ToContainTextAsync("2.5 h");
        await page.ClickAsync(".toast [data-undo]");
        await Assertions.Expect(page.Locator("[data-row]")).ToHaveCountAsync(0);
        agency.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_added_beside_an_open_board_is_on_it()
    {
        await using var agency = await RunningAgency.Open();
        await Fill(agency);
        var page = await agency.SignedIn(agency.Owner, new() { Locale = "zh-CN" });
        await page.GotoAsync("/tasks?as=board");
        await page.Keyboard.PressAsync("c");
        await page.Keyboard.TypeAsync("横幅文案 半小时 #learning @我");
        await Assertions.Expect(Value(page, "estimate")).ToHaveValueAsync("0:30");
        await page.Keyboard.PressAsync("Enter");
        await Assertions
            .Expect(page.Locator("[data-cell][data-state=to-do] .name"))
            .ToHaveTextAsync(["横幅文案"]);
        agency.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_read_before_is_not_kept_when_the_line_that_stands_there_is_not_read()
    {
        await using var agency = await RunningAgency.Open();
        await Fill(agency);
        var page = await agency.SignedIn(agency.Owner);
        await page.GotoAsync("/tasks");
        await page.Keyboard.PressAsync("c");
        await page.Keyboard.TypeAsync("Banner #learning");
        await Assertions.Expect(Title(page)).ToHaveTextAsync("Banner");
        await Assertions.Expect(Value(page, "project")).Not.ToHaveValueAsync("");

        await page.RouteAsync("**/api/v1/tasks/quick?*", route => route.AbortAsync());
        await page.FillAsync("[data-quick-line]", "Banner texts #learning");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-quick-error]")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#quick-add")).ToBeVisibleAsync();

        await page.UnrouteAllAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-row] .name")).ToHaveTextAsync("Banner texts");
    }

    [Fact]
    public async Task What_is_typed_on_while_the_line_is_read_is_looked_at_before_it_is_kept()
    {
        await using var agency = await RunningAgency.Open();
        await Fill(agency);
        var page = await agency.SignedIn(agency.Owner);
        await page.GotoAsync("/tasks");
        await page.Keyboard.PressAsync("c");
        await page.Keyboard.TypeAsync("Banner #learning");
        await Assertions.Expect(Title(page)).ToHaveTextAsync("Banner");

        var held = new TaskCompletionSource<IRoute>();
        await page.RouteAsync("**/api/v1/tasks/quick?*", held.SetResult, new() { Times = 1 });
        await page.FillAsync("[data-quick-line]", "Banner texts #learning");
        await page.Keyboard.PressAsync("Enter");
        var reading = await held.Task;
        await page.FillAsync("[data-quick-line]", "Banner texts and sizes #learning");
        await Assertions.Expect(Title(page)).ToHaveTextAsync("Banner texts and sizes");
        await reading.ContinueAsync();
        await Assertions
            .Expect(page.Locator("[data-quick-error]"))
            .ToContainTextAsync("The line changed");
        await page.Keyboard.PressAsync("Enter");
        await Assertions
            .Expect(page.Locator("[data-row] .name"))
            .ToHaveTextAsync(["Banner texts and sizes"]);
        agency.Complaints.ShouldBeEmpty();
    }

    private static ILocator Title(IPage page) => page.Locator("[data-quick-title]");

    private static ILocator Value(IPage page, string field) =>
        page.Locator($"[data-field={field}] [data-value]");

    private static async Task Fill(RunningAgency agency) =>
        _ = await agency
            .Use<AddProject>()
            .Run(
                new("Learning", null, Domain.Clients.ProjectKind.Internal),
                agency.Owner,
                TestAgency.Now
            );
}

using Microsoft.Playwright;

namespace Plimsoll.Browser.Tests.Load;

/// <summary>The page around the board: readable by everyone, whole without script, its view in the address.</summary>
public sealed class BoardPageTests
{
    public static TheoryData<string, ColorScheme> Ways() =>
        new()
        {
            { "en-GB", ColorScheme.Light },
            { "en-GB", ColorScheme.Dark },
            { "ru-RU", ColorScheme.Dark },
            { "zh-CN", ColorScheme.Light },
        };

    [Theory, MemberData(nameof(Ways))]
    public async Task The_open_board_can_be_read_by_everyone(string locale, ColorScheme scheme)
    {
        await using var board = await OpenBoard.Of(new() { Locale = locale, ColorScheme = scheme });
        await board.Cell("Ada", "Halva", 0).ClickAsync();
        await board.Press("t", "Shift+ArrowRight");
        await board.Rests();
        await board.Page.ShouldBeAccessible();
        await board.Page.ClickAsync("[popovertarget=filter]");
        await board.Page.ShouldBeAccessible();
        await board.Press("Escape");
        await board.Page.ClickAsync("[popovertarget=views]");
        await board.Page.ShouldBeAccessible();
        board.Agency.Complaints.ShouldBeEmpty();
    }

    [Theory, InlineData("en-GB"), InlineData("ru-RU"), InlineData("zh-CN")]
    public async Task On_a_phone_every_length_of_the_board_can_be_chosen(string locale)
    {
        await using var board = await OpenBoard.Of(
            new()
            {
                Locale = locale,
                ViewportSize = new() { Width = 390, Height = 844 },
            }
        );
        await Assertions
            .Expect(board.Page.Locator(".load-tools .seg a").Last)
            .ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [Fact]
    public async Task Without_script_rows_open_and_views_are_kept()
    {
        await using var agency = await RunningAgency.Open();
        var page = await agency.SignedIn(agency.Owner, new() { JavaScriptEnabled = false });
        await page.GotoAsync("/load?weeks=4");
        await page.Locator(".toggle").First.ClickAsync();
        await Assertions
            .Expect(page.Locator(".toggle").First)
            .ToHaveAttributeAsync("aria-expanded", "true");
    }

    [Fact]
    public async Task A_way_of_looking_is_kept_under_a_name_and_opened_again()
    {
        await using var board = await OpenBoard.Of(more: "&weeks=12&unit=hours");
        await board.Page.ClickAsync("[popovertarget=views]");
        await board.Page.FillAsync("#view-name", "Monday");
        await board.Page.PressAsync("#view-name", "Enter");
        var monday = board.Page.Locator("#views a", new() { HasText = "Monday" });
        await Assertions.Expect(monday).ToBeAttachedAsync();
        await board.Page.GotoAsync("/load");
        await board.Page.ClickAsync("[popovertarget=views]");
        await monday.ClickAsync();
        await board.Page.WaitForSelectorAsync("#board[data-weeks='12'][data-unit=hours]");
    }

    [Fact]
    public async Task A_figure_opens_the_rows_it_is_made_of()
    {
        await using var board = await OpenBoard.Of();
        await board.Page.Locator("#board-figures a").Nth(2).ClickAsync();
        await board.Page.WaitForURLAsync("**state=free**");
        await board.Page.WaitForSelectorAsync("#board[data-weeks='4']");
    }

    [Fact]
    public async Task What_a_week_is_made_of_is_told_beside_its_cell()
    {
        await using var board = await OpenBoard.Of();
        await board.Sum("Ada", 0).HoverAsync();
        await Assertions.Expect(board.Page.Locator(".aside")).ToContainTextAsync("Halva");
    }

    [Fact]
    public async Task A_filter_that_nothing_matches_says_so_and_can_be_cleared()
    {
        await using var board = await OpenBoard.Of();
        await board.Page.GotoAsync("/load?q=zzzz");
        await board.Page.Locator(".empty .primary").ClickAsync();
        await Assertions.Expect(board.Page.Locator("tr.row").First).ToBeVisibleAsync();
    }
}

using Microsoft.Playwright;

namespace Plimsoll.Browser.Tests.Load;

/// <summary>With the mouse: pull to fill, and bookings that go to another week or person; and with a thumb.</summary>
public sealed class MouseTests
{
    [Fact]
    public async Task The_grip_fills_the_weeks_it_is_pulled_over()
    {
        await using var board = await OpenBoard.Of();
        await board.Cell("Ada", "Halva", 0).ClickAsync();
        await Pull(board, board.Page.Locator(".grip"), board.Cell("Ada", "Halva", 3));
        await board.Shows(board.Cell("Ada", "Halva", 3), "50");
        await board.Shows(board.Cell("Ada", "Halva", 1), "50");
    }

    [Fact]
    public async Task A_booking_is_pulled_to_another_week()
    {
        await using var board = await OpenBoard.Of();
        await board.Cell("Ada", "Halva", 0).ClickAsync();
        await Pull(board, board.Cell("Ada", "Halva", 0), board.Cell("Ada", "Halva", 4));
        await board.Shows(board.Cell("Ada", "Halva", 4), "50");
        await board.Shows(board.Cell("Ada", "Halva", 0), "");
    }

    [Fact]
    public async Task A_booking_is_pulled_to_another_person_and_joins_what_she_has()
    {
        await using var board = await OpenBoard.Of();
        await board.Cell("Ada", "Halva", 0).ClickAsync();
        await Pull(board, board.Cell("Ada", "Halva", 0), board.Sum("Ben", 2));
        await board.Shows(board.Sum("Ben", 2), "60");
        await board.Shows(board.Sum("Ada", 0), "0");
    }

    [Fact]
    public async Task On_a_phone_a_cell_is_changed_in_a_sheet()
    {
        await using var board = await OpenBoard.Of(
            new()
            {
                ViewportSize = new() { Width = 390, Height = 844 },
                HasTouch = true,
                IsMobile = true,
            }
        );
        await board.Cell("Ada", "Halva", 0).TapAsync();
        await board.Page.FillAsync("#cell-text", "30");
        await board.Page.Locator("#cell-sheet .primary").ClickAsync();
        await board.Shows(board.Cell("Ada", "Halva", 0), "30");
        (await board.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBe(390);
    }

    [Fact]
    public async Task On_a_phone_what_is_not_understood_is_kept_to_be_mended_and_stays_tentative()
    {
        await using var board = await OpenBoard.Of(
            new()
            {
                ViewportSize = new() { Width = 390, Height = 844 },
                HasTouch = true,
                IsMobile = true,
            }
        );
        await board.Cell("Ada", "Halva", 0).TapAsync();
        await board.Page.FillAsync("#cell-text", "4o");
        await board.Page.CheckAsync("#cell-sheet [name=tentative]");
        await board.Page.Locator("#cell-sheet .primary").ClickAsync();
        await board.Page.Locator(".aside .primary").ClickAsync();
        await Assertions.Expect(board.Page.Locator("#cell-text")).ToHaveValueAsync("4o");
        await Assertions
            .Expect(board.Page.Locator("#cell-sheet [name=tentative]"))
            .ToBeCheckedAsync();
    }

    [Fact]
    public async Task On_a_phone_wide_digits_are_as_tentative_as_others()
    {
        await using var board = await OpenBoard.Of(
            new()
            {
                ViewportSize = new() { Width = 390, Height = 844 },
                HasTouch = true,
                IsMobile = true,
            }
        );
        await board.Cell("Ada", "Halva", 0).TapAsync();
        await board.Page.FillAsync("#cell-text", "４０");
        await board.Page.CheckAsync("#cell-sheet [name=tentative]");
        await board.Page.Locator("#cell-sheet .primary").ClickAsync();
        await board.Shows(board.Cell("Ada", "Halva", 0), "40");
        await board.Rests();
        await Assertions
            .Expect(board.Cell("Ada", "Halva", 0))
            .ToHaveAttributeAsync("data-t", "960");
    }

    private static async Task Pull(OpenBoard board, ILocator from, ILocator to)
    {
        await from.HoverAsync();
        await board.Page.Mouse.DownAsync();
        // What is pulled may lie over the target.
        await to.HoverAsync(new() { Force = true });
        await board.Page.Mouse.UpAsync();
        await board.Rests();
    }
}

using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Plimsoll.Browser.Tests.Load;

/// <summary>The board under the fingers: as quick as a spreadsheet.</summary>
public sealed class KeyboardTests
{
    [Fact]
    public async Task A_number_that_is_typed_is_planned_and_Enter_goes_down()
    {
        await using var board = await OpenBoard.Of();
        await board.Cell("Ada", "Halva", 1).ClickAsync();
        await board.Page.Keyboard.TypeAsync("40");
        await board.Press("Enter");
        await board.Shows(board.Cell("Ada", "Halva", 1), "40");
        await board.Shows(board.Sum("Ada", 1), "60");
        await Assertions.Expect(board.Cell("Ada", "Nordwind", 1)).ToBeFocusedAsync();
        await board.Rests();
        await board.Page.ReloadAsync();
        await board.Shows(board.Cell("Ada", "Halva", 1), "40");
        board.Agency.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Tab_keeps_and_goes_right_and_Escape_gives_up()
    {
        await using var board = await OpenBoard.Of();
        await board.Cell("Ada", "Halva", 2).ClickAsync();
        await board.Page.Keyboard.TypeAsync("10");
        await board.Press("Tab");
        await board.Page.Keyboard.TypeAsync("20t");
        await board.Press("Escape");
        await board.Shows(board.Cell("Ada", "Halva", 2), "10");
        await board.Shows(board.Cell("Ada", "Halva", 3), "");
    }

    [Fact]
    public async Task Arrows_walk_and_one_cell_alone_is_in_the_tab_order()
    {
        await using var board = await OpenBoard.Of();
        await board.Sum("Ada", 0).ClickAsync();
        await board.Press("ArrowDown", "ArrowRight", "End");
        await Assertions.Expect(board.Cell("Ada", "Halva", 7)).ToBeFocusedAsync();
        await board.Press("Control+ArrowLeft", "PageDown");
        await Assertions.Expect(board.Page.Locator("#board td[tabindex='0']")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task T_makes_time_tentative_and_settled_again()
    {
        await using var board = await OpenBoard.Of();
        var cell = board.Cell("Ada", "Halva", 0);
        await cell.ClickAsync();
        await board.Press("t");
        await Assertions.Expect(cell).ToHaveClassAsync(new Regex("tent"));
        await board.Rests();
        await Assertions
            .Expect(cell)
            .ToHaveAttributeAsync("data-h", new Regex(@"^\d{4}-\d\d-\d\d$"));
        await board.Press("t");
        await board.Rests();
        await Assertions.Expect(cell).ToHaveAttributeAsync("data-c", "1200");
        await Assertions.Expect(cell).Not.ToHaveAttributeAsync("data-t", "1200");
    }

    [Fact]
    public async Task A_cell_is_called_by_what_it_holds_also_while_the_keys_stay_there()
    {
        await using var board = await OpenBoard.Of();
        var cell = board.Cell("Ada", "Halva", 0);
        await cell.ClickAsync();
        await Assertions.Expect(cell).ToHaveAttributeAsync("aria-label", new Regex("confirmed"));
        await board.Press("t");
        await Assertions
            .Expect(cell)
            .ToHaveAttributeAsync("aria-label", new Regex("Ada Archer, Halva.*50 % tentative"));
        await board.Rests();
        await Assertions.Expect(cell).ToHaveAttributeAsync("aria-label", new Regex("held until"));
    }

    [Fact]
    public async Task A_range_is_filled_to_the_right_and_each_step_is_undone_and_done_again()
    {
        await using var board = await OpenBoard.Of();
        await board.Cell("Ada", "Halva", 0).ClickAsync();
        await board.Press("Shift+ArrowRight", "Shift+ArrowRight", "Control+r");
        await board.Shows(board.Cell("Ada", "Halva", 2), "50");
        await board.Rests();
        await board.Press("Delete");
        await board.Shows(board.Cell("Ada", "Halva", 0), "");
        await board.Rests();
        await board.Press("Control+z");
        await board.Shows(board.Cell("Ada", "Halva", 2), "50");
        await board.Press("Control+z");
        await board.Shows(board.Cell("Ada", "Halva", 2), "");
        await board.Shows(board.Cell("Ada", "Halva", 0), "50");
        await board.Press("Control+y");
        await board.Shows(board.Cell("Ada", "Halva", 1), "50");
        board.Agency.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Control_and_Enter_put_the_same_into_all_selected_cells()
    {
        await using var board = await OpenBoard.Of();
        await board.Cell("Ada", "Halva", 3).ClickAsync();
        await board.Press("Shift+ArrowDown", "Shift+ArrowRight");
        await board.Page.Keyboard.TypeAsync("15");
        await board.Press("Control+Enter");
        await board.Shows(board.Cell("Ada", "Halva", 4), "15");
        await board.Shows(board.Cell("Ada", "Nordwind", 3), "15");
    }

    [Fact]
    public async Task What_is_not_understood_is_explained_and_put_back_and_kept_to_be_mended()
    {
        await using var board = await OpenBoard.Of();
        await board.Cell("Ada", "Halva", 0).ClickAsync();
        await board.Press("F2", "Control+a");
        await board.Page.Keyboard.TypeAsync("4x");
        await board.Press("Enter");
        await Assertions.Expect(board.Page.Locator(".aside")).ToContainTextAsync("“4x”");
        await board.Shows(board.Cell("Ada", "Halva", 0), "50");
        await board.Page.Locator(".aside .primary").ClickAsync();
        await Assertions
            .Expect(board.Cell("Ada", "Halva", 0).Locator("input"))
            .ToHaveValueAsync("4x");
    }

    [Fact]
    public async Task A_line_is_added_to_a_person_and_stays_with_what_is_planned_on_it()
    {
        await using var board = await OpenBoard.Of();
        await board.Page.Locator($"tr.row[data-id='{board.Ben.Id}'] td").First.ClickAsync();
        await board.Press("o");
        await Assertions.Expect(board.Cell("Ben", "Halva", 2)).ToHaveTextAsync("10");
        await board.Press("a");
        await Assertions.Expect(board.Page.GetByRole(AriaRole.Combobox)).ToBeFocusedAsync();
        await board.Page.Keyboard.TypeAsync("nord");
        await board.Press("Enter");
        await board.Page.Keyboard.TypeAsync("25");
        await board.Press("Enter");
        await board.Shows(board.Cell("Ben", "Nordwind", 0), "25");
        await board.Shows(board.Sum("Ben", 0), "25");
    }

    [Fact]
    public async Task Settled_time_over_the_line_asks_for_a_reason_and_shows_it()
    {
        await using var board = await OpenBoard.Of();
        await board.Cell("Ada", "Nordwind", 0).ClickAsync();
        await board.Page.Keyboard.TypeAsync("70");
        await board.Press("Enter");
        await board.Page.FillAsync("#reason-text", "Launch week");
        await board.Page.Locator("#reason-dialog .primary").ClickAsync();
        await board.Shows(board.Sum("Ada", 0), "120");
        await Assertions
            .Expect(board.Cell("Ada", "Nordwind", 0))
            .ToHaveClassAsync(new Regex("why"));
        await board.Cell("Ada", "Nordwind", 0).ClickAsync();
        await board.Press("2", "0", "0", "Enter");
        await Assertions.Expect(board.Page.Locator("#reason-dialog")).ToBeVisibleAsync();
        await board.Press("Escape");
        await board.Shows(board.Cell("Ada", "Nordwind", 0), "70");
    }

    [Fact]
    public async Task A_comment_is_written_on_a_cell_and_marks_it()
    {
        await using var board = await OpenBoard.Of();
        await board.Cell("Ada", "Halva", 0).ClickAsync();
        await board.Press("c");
        await board.Page.FillAsync("#comment-text", "Ask Elena first");
        await board.Page.Locator("#comment-dialog .primary").ClickAsync();
        await Assertions.Expect(board.Cell("Ada", "Halva", 0)).ToHaveClassAsync(new Regex("says"));
        await board.Press("c");
        await Assertions
            .Expect(board.Page.Locator("#comment-dialog li p"))
            .ToHaveTextAsync("Ask Elena first");
    }
}

using Microsoft.Playwright;

namespace Plimsoll.Browser.Tests.Load;

/// <summary>Blocks of cells to and from a spreadsheet, as text and as a table.</summary>
public sealed class SpreadsheetTests
{
    private static readonly BrowserNewContextOptions WithClipboard = new()
    {
        Permissions = ["clipboard-read", "clipboard-write"],
    };

    [Fact]
    public async Task A_block_of_a_spreadsheet_is_pasted_row_on_row()
    {
        await using var board = await OpenBoard.Of();
        await board.Cell("Ada", "Halva", 2).ClickAsync();
        await Paste(board, "10\t20%\t12,5\r\n\"5\"\t4h\t\r\n");
        await board.Shows(board.Cell("Ada", "Halva", 2), "10");
        await board.Shows(board.Cell("Ada", "Halva", 3), "20");
        await board.Shows(board.Cell("Ada", "Nordwind", 2), "5");
        await board.Shows(board.Cell("Ada", "Nordwind", 3), "10");
        await board.Rests();
        await Assertions
            .Expect(board.Cell("Ada", "Halva", 4))
            .ToHaveAttributeAsync("data-c", "300");
    }

    [Fact]
    public async Task Shares_without_a_percent_sign_are_shares()
    {
        await using var board = await OpenBoard.Of();
        await board.Cell("Ada", "Halva", 2).ClickAsync();
        await Paste(board, "0.4\t0,25\t");
        await board.Shows(board.Cell("Ada", "Halva", 2), "40");
        await board.Shows(board.Cell("Ada", "Halva", 3), "25");
        await Assertions.Expect(board.Page.Locator(".aside")).ToContainTextAsync("40 %");
    }

    [Fact]
    public async Task One_value_fills_the_selection()
    {
        await using var board = await OpenBoard.Of();
        await board.Cell("Ada", "Halva", 3).ClickAsync();
        await board.Press("Shift+ArrowRight", "Shift+ArrowDown");
        await Paste(board, "30");
        await board.Shows(board.Cell("Ada", "Halva", 3), "30");
        await board.Shows(board.Cell("Ada", "Nordwind", 4), "30");
    }

    [Fact]
    public async Task What_is_copied_is_a_table_for_a_spreadsheet_and_the_same_cells_here()
    {
        await using var board = await OpenBoard.Of(WithClipboard);
        await board.Cell("Ada", "Nordwind", 1).ClickAsync();
        await board.Press("t");
        await board.Rests();
        await board.Cell("Ada", "Halva", 0).ClickAsync();
        await board.Press("Shift+ArrowRight", "Shift+ArrowDown", "Control+c");
        await Holds(board, "text/plain", "50\t\n\t20t");
        await Holds(board, "text/html", "<td>50%</td>");
        await board.Cell("Ada", "Halva", 4).ClickAsync();
        await board.Press("Control+v");
        await board.Shows(board.Cell("Ada", "Halva", 4), "50");
        await Assertions
            .Expect(board.Cell("Ada", "Nordwind", 5))
            .ToHaveClassAsync(new System.Text.RegularExpressions.Regex("tent"));
    }

    [Fact]
    public async Task Values_that_fall_on_sums_are_left_out_and_told()
    {
        await using var board = await OpenBoard.Of();
        await board.Cell("Ada", "Nordwind", 3).ClickAsync();
        await Paste(board, "10\n20");
        await board.Shows(board.Cell("Ada", "Nordwind", 3), "10");
        await Assertions.Expect(board.Page.Locator(".aside")).ToBeVisibleAsync();
    }

    /// <summary>The clipboard is the machine's: it is a moment behind the keys.</summary>
    private static Task Holds(OpenBoard board, string kind, string text) =>
        board.Page.WaitForFunctionAsync(
            """
            async ([kind, text]) => {
              const [item] = await navigator.clipboard.read();
              return item?.types.includes(kind) && (await (await item.getType(kind)).text()).includes(text);
            }
            """,
            new[] { kind, text }
        );

    private static Task Paste(OpenBoard board, string text) =>
        board.Page.EvaluateAsync(
            """
            text => {
              const clipboardData = new DataTransfer();
              clipboardData.setData("text/plain", text);
              document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
            }
            """,
            text
        );
}

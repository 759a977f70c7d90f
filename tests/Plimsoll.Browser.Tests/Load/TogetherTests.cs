using Microsoft.Playwright;
using Position = Plimsoll.Domain.Kernel.Position;

namespace Plimsoll.Browser.Tests.Load;

/// <summary>Many at one board: everyone sees each change, and nobody is overwritten in silence.</summary>
public sealed class TogetherTests
{
    [Fact]
    public async Task A_change_is_on_the_other_board_and_so_is_who_looks()
    {
        await using var board = await OpenBoard.Of();
        var dora = await board.Agency.Someone(Position.Director, "Dora Director");
        var other = await board.Look(dora);
        await Assertions.Expect(board.Page.Locator("#board-here .avatar")).ToHaveTextAsync("DD");
        await board.Cell("Ada", "Halva", 0).ClickAsync();
        await board.Page.Keyboard.TypeAsync("35");
        await board.Press("Enter");
        await board.Shows(board.Cell("Ada", "Halva", 0, other), "35");
        await board.Shows(board.Sum("Ada", 0, other), "35");
    }

    [Fact]
    public async Task Who_types_into_a_cell_that_a_colleague_changes_is_told_and_chooses()
    {
        await using var board = await OpenBoard.Of();
        var dora = await board.Agency.Someone(Position.Director, "Dora Director");
        var other = await board.Look(dora);
        await board.Cell("Ada", "Halva", 0, other).ClickAsync();
        await other.Keyboard.TypeAsync("45");
        await board.Cell("Ada", "Halva", 0).ClickAsync();
        await board.Page.Keyboard.TypeAsync("35");
        await board.Press("Enter");
        await Assertions.Expect(other.Locator(".aside")).ToContainTextAsync("35");
        await other.Locator(".aside .primary").ClickAsync();
        await other.Keyboard.PressAsync("Enter");
        await board.Shows(board.Cell("Ada", "Halva", 0), "45");
    }

    [Fact]
    public async Task Of_two_that_change_one_cell_at_once_one_is_told()
    {
        await using var board = await OpenBoard.Of();
        var dora = await board.Agency.Someone(Position.Director, "Dora Director");
        var other = await board.Look(dora);
        // Hers is on the way for as long as the other needs to be first.
        var first = new TaskCompletionSource();
        await other.RouteAsync("**/load/live*", route => route.AbortAsync());
        await other.ReloadAsync();
        await other.WaitForSelectorAsync("#board[data-ready]");
        await other.RouteAsync(
            "**/load/changes",
            async route =>
            {
                await first.Task;
                await route.ContinueAsync();
            }
        );
        await board.Cell("Ada", "Halva", 0, other).ClickAsync();
        await other.Keyboard.TypeAsync("45");
        await other.Keyboard.PressAsync("Enter");
        await board.Cell("Ada", "Halva", 0).ClickAsync();
        await board.Page.Keyboard.TypeAsync("35");
        await board.Press("Enter");
        await board.Rests();
        first.SetResult();
        await Assertions.Expect(other.Locator(".aside")).ToContainTextAsync("35");
        await board.Shows(board.Cell("Ada", "Halva", 0, other), "35");
        await other.Locator(".aside .primary").ClickAsync();
        await board.Shows(board.Cell("Ada", "Halva", 0), "45");
    }

    [Fact]
    public async Task Without_a_connection_what_was_typed_waits_and_is_sent_later()
    {
        await using var board = await OpenBoard.Of();
        await board.Page.RouteAsync("**/load/changes", route => route.AbortAsync());
        await board.Cell("Ada", "Halva", 0).ClickAsync();
        await board.Page.Keyboard.TypeAsync("35");
        await board.Press("Enter");
        await Assertions.Expect(board.Page.Locator("#board-banner")).ToBeVisibleAsync();
        await board.Shows(board.Cell("Ada", "Halva", 0), "35");
        await board.Page.UnrouteAsync("**/load/changes");
        // It tries again by itself as well: the button may be gone before it is found.
        await board.Page.EvaluateAsync("document.querySelector('#board-banner button')?.click()");
        await Assertions.Expect(board.Page.Locator("#board-banner")).ToBeHiddenAsync();
        await board.Rests();
    }
}

using Microsoft.Playwright;
using Plimsoll.Browser.Tests.Load;

namespace Plimsoll.Browser.Tests;

/// <summary>The command palette: from any page to any other, without the mouse.</summary>
public sealed class PaletteTests
{
    [Fact]
    public async Task Control_and_K_find_a_project_by_its_name_and_Enter_opens_it()
    {
        await using var board = await OpenBoard.Of();
        var page = board.Page;
        await page.GotoAsync("/people");
        await board.Press("Control+k");
        await Assertions.Expect(Field(page)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("halv");
        var found = page.Locator("#palette [data-hit]", new() { HasText = "Halva" });
        await Assertions.Expect(found).ToHaveAttributeAsync("aria-selected", "true");
        await page.ShouldBeAccessible();
        await board.Press("Enter");
        await page.WaitForURLAsync("**/projects/*");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Halva");
        board.Agency.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_person_is_found_from_the_board_and_arrows_choose_among_what_is_found()
    {
        await using var board = await OpenBoard.Of();
        var page = board.Page;
        await board.Press("/");
        await Assertions.Expect(Field(page)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("a");
        await Assertions
            .Expect(page.Locator("#palette [data-hit]", new() { HasText = "Ada Archer" }))
            .ToBeVisibleAsync();
        var options = page.Locator("#palette [role=option]:not([hidden])");
        await Assertions.Expect(options.First).ToHaveAttributeAsync("aria-selected", "true");
        await board.Press("ArrowDown");
        await Assertions.Expect(options.Nth(1)).ToHaveAttributeAsync("aria-selected", "true");
        await board.Press("ArrowUp", "ArrowUp");
        await Assertions.Expect(options.Last).ToHaveAttributeAsync("aria-selected", "true");
    }

    [Fact]
    public async Task A_slash_that_is_typed_into_a_field_stays_there_and_Escape_closes_the_palette()
    {
        await using var board = await OpenBoard.Of();
        var page = board.Page;
        await page.GotoAsync("/people");
        await board.Press("/");
        await Assertions.Expect(Field(page)).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("zzzz");
        await Assertions
            .Expect(page.Locator("#palette [role=option]:not([hidden])"))
            .ToHaveCountAsync(0);
        await board.Press("Escape");
        await Assertions.Expect(Field(page)).ToBeHiddenAsync();
        var search = page.Locator("main input[type=search]");
        await search.FocusAsync();
        await page.Keyboard.TypeAsync("a/b");
        await Assertions.Expect(search).ToHaveValueAsync("a/b");
        await Assertions.Expect(Field(page)).ToBeHiddenAsync();
    }

    private static ILocator Field(IPage page) => page.Locator("#palette input");
}

using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Plimsoll.Domain.People;
using Plimsoll.Web.Tests.Platform;
using Position = Plimsoll.Domain.Kernel.Position;

namespace Plimsoll.Browser.Tests.Load;

/// <summary>What is decided about held time, from the card beside its cell.</summary>
public sealed partial class HoldTests
{
    [GeneratedRegex(@"^\d{4}-\d\d-\d\d$")]
    private static partial Regex AnyDay();

    [Fact]
    public async Task A_hold_is_confirmed_from_its_card_by_the_keys_and_undone()
    {
        await using var board = await OpenBoard.Of();
        var cell = await Held(board);
        await board.Press("h");
        await Assertions.Expect(Button(board, "Confirm")).ToBeFocusedAsync();
        await board.Press("Enter");
        await Assertions.Expect(cell).ToHaveAttributeAsync("data-c", "1200");
        await Assertions.Expect(cell).ToBeFocusedAsync();
        await board.Rests();
        await board.Press("Control+z");
        await Assertions.Expect(cell).ToHaveAttributeAsync("data-t", "1200");
        await board.Rests();
        board.Agency.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_hold_stands_until_another_day_and_its_old_day_comes_back()
    {
        await using var board = await OpenBoard.Of();
        var cell = await Held(board);
        var before = await cell.GetAttributeAsync("data-h");
        var day = board.First.Sunday.ToString("O", CultureInfo.InvariantCulture);
        await board.Press("h");
        var input = board.Page.Locator(".aside input[type=date]");
        await Assertions.Expect(input).ToHaveValueAsync(before!);
        await input.FillAsync(day);
        await input.PressAsync("Enter");
        await Assertions.Expect(cell).ToHaveAttributeAsync("data-h", day);
        await Assertions.Expect(cell).ToBeFocusedAsync();
        await board.Rests();
        await board.Press("Control+z");
        await Assertions.Expect(cell).ToHaveAttributeAsync("data-h", before!);
        await board.Rests();
        await board.Press("Control+y");
        await Assertions.Expect(cell).ToHaveAttributeAsync("data-h", day);
        board.Agency.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_hold_is_released_with_the_mouse()
    {
        await using var board = await OpenBoard.Of();
        var cell = await Held(board);
        await board.Press("h");
        await Button(board, "Release").ClickAsync();
        await board.Shows(cell, "");
        await board.Rests();
        await board.Press("Control+z");
        await Assertions.Expect(cell).ToHaveAttributeAsync("data-t", "1200");
    }

    [Fact]
    public async Task A_hold_is_handed_to_another_project_with_its_day()
    {
        await using var board = await OpenBoard.Of();
        var cell = await Held(board);
        var day = await cell.GetAttributeAsync("data-h");
        var other = board.Cell("Ada", "Nordwind", 0);
        await board.Press("h");
        await Button(board, "Hand over…").ClickAsync();
        await Assertions.Expect(board.Page.GetByRole(AriaRole.Combobox)).ToBeFocusedAsync();
        await board.Page.Keyboard.TypeAsync("nord");
        await board.Press("Enter");
        await Assertions.Expect(other).ToHaveAttributeAsync("data-t", "1200");
        await Assertions.Expect(other).ToHaveAttributeAsync("data-h", day!);
        await board.Shows(cell, "");
        await board.Rests();
        await board.Press("Control+z");
        await Assertions.Expect(cell).ToHaveAttributeAsync("data-h", day!);
        await board.Shows(other, "");
        board.Agency.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Escape_leaves_the_card_and_the_keys_are_on_the_board_again()
    {
        await using var board = await OpenBoard.Of();
        var cell = await Held(board);
        await board.Press("h");
        await Assertions.Expect(Button(board, "Confirm")).ToBeFocusedAsync();
        await board.Press("Escape");
        await Assertions.Expect(board.Page.Locator(".hold-acts")).ToHaveCountAsync(0);
        await Assertions.Expect(cell).ToBeFocusedAsync();
        await board.Press("ArrowRight", "h");
        await Assertions.Expect(board.Page.Locator(".aside")).ToContainTextAsync("no held time");
    }

    [Fact]
    public async Task Who_may_not_change_the_plan_reads_of_a_hold_and_has_no_buttons()
    {
        await using var board = await OpenBoard.Of();
        await Held(board);
        var anna = await board.Agency.Someone(Position.TeamMember, "Anna");
        var team = Team.New("Studio").Value;
        team.Add(anna.Person);
        team.Add(board.Ada.Id);
        await board.Agency.Store(db =>
        {
            db.Add(team);
            return db.SaveChangesAsync(TestAgency.Now);
        });
        var page = await board.Look(anna);
        await board.Cell("Ada", "Halva", 0, page).HoverAsync();
        await Assertions.Expect(page.Locator(".aside")).ToContainTextAsync("Held until");
        await Assertions.Expect(page.Locator(".hold-acts")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task On_a_phone_the_sheet_of_a_cell_decides_about_its_hold()
    {
        await using var board = await OpenBoard.Of(
            new()
            {
                ViewportSize = new() { Width = 390, Height = 800 },
            }
        );
        var cell = await Held(board);
        await board.Press("Enter");
        var sheet = board.Page.Locator("#cell-sheet");
        await Assertions.Expect(sheet.Locator("input[type=date]")).ToHaveValueAsync(AnyDay());
        await sheet.GetByRole(AriaRole.Button, new() { Name = "Hand over…" }).ClickAsync();
        await board.Page.Keyboard.TypeAsync("nord");
        await sheet.GetByRole(AriaRole.Option, new() { Name = "Nordwind" }).ClickAsync();
        await Assertions
            .Expect(board.Cell("Ada", "Nordwind", 0))
            .ToHaveAttributeAsync("data-t", "1200");
        await Assertions.Expect(sheet).ToBeHiddenAsync();
        await board.Shows(cell, "");
        board.Agency.Complaints.ShouldBeEmpty();
    }

    /// <summary>Ada's half week of Halva, made tentative; the keys are in its cell.</summary>
    private static async Task<ILocator> Held(OpenBoard board)
    {
        var cell = board.Cell("Ada", "Halva", 0);
        await cell.ClickAsync();
        await board.Press("t");
        await board.Rests();
        await Assertions.Expect(cell).ToHaveAttributeAsync("data-h", AnyDay());
        return cell;
    }

    private static ILocator Button(OpenBoard board, string name) =>
        board.Page.Locator(".aside").GetByRole(AriaRole.Button, new() { Name = name });
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Domain.People;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.Clients.UseCases;
using Plimsoll.Web.Tests.Platform;
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

    [Fact]
    public async Task A_long_board_keeps_its_rows_when_something_concerns_everyone()
    {
        await using var board = await OpenBoard.Of();
        var owner = board.Agency.Owner;
        await board.Agency.Store(db =>
        {
            for (var i = 0; i < 60; i++)
                db.Add(
                    Person
                        .Hire(
                            $"Colleague {i}",
                            null,
                            PersonKind.Employee,
                            Position.TeamMember,
                            WorkPattern.FullTime(Era.First)
                        )
                        .Value
                );
            return db.SaveChangesAsync(TestAgency.Now);
        });
        await board.Page.ReloadAsync();
        var rows = board.Page.Locator("#board[data-ready] tr.row");
        await Assertions.Expect(rows).ToHaveCountAsync(63);
        // What came without being told is a sign that the rows were read again.
        await board.Agency.Store(async db =>
        {
            var halva = await db.Projects().SingleAsync(p => p.Name == "Halva", TestAgency.Now);
            db.Add(
                Booking.Confirm(board.Ben.Id, halva.Id, board.First, new(240), owner.Person).Value
            );
            return await db.SaveChangesAsync(TestAgency.Now);
        });
        var added = await board
            .Agency.Use<AddClient>()
            .Run(new("Nordwind Trading", owner.Person, null), owner, TestAgency.Now);
        added.Refusal.ShouldBeNull();
        await board.Shows(board.Sum("Ben", 0), "10");
        await Assertions.Expect(rows).ToHaveCountAsync(63);
    }

    [Fact]
    public async Task What_waits_is_sent_when_its_person_has_signed_in_again()
    {
        await using var board = await OpenBoard.Of();
        var door = await board.Page.Context.NewPageAsync();
        await door.GotoAsync("/me");
        await door.ClickAsync("form[action='/signout'] button");
        await door.WaitForURLAsync("**/signin");
        await Type(board, "Halva", 0, "35");
        await Assertions.Expect(Banner(board)).ToContainTextAsync("signed out");
        await Type(board, "Nordwind", 1, "25");
        // The browser was closed in between: what its forms were known by is gone as well.
        await board.Page.Context.ClearCookiesAsync(new() { Name = "plimsoll-form" });
        await SignIn(door, "owner@agency.example");
        await ComeBack(board);
        await board.Rests();
        await Assertions.Expect(Banner(board)).ToBeHiddenAsync();
        await board.Page.ReloadAsync();
        await board.Shows(board.Cell("Ada", "Halva", 0), "35");
        await board.Shows(board.Cell("Ada", "Nordwind", 1), "25");
    }

    [Fact]
    public async Task What_was_typed_is_not_sent_as_another_who_signs_in_here()
    {
        await using var board = await OpenBoard.Of();
        await board.Agency.Someone(Position.Director, "Dora");
        var door = await board.Page.Context.NewPageAsync();
        await SignIn(door, "dora@agency.example");
        await Type(board, "Halva", 0, "35");
        await Assertions.Expect(Banner(board)).ToContainTextAsync("Somebody else");
        await board.Shows(board.Cell("Ada", "Halva", 0), "35");
        await SignIn(door, "owner@agency.example");
        await ComeBack(board);
        await board.Rests();
        await board.Page.ReloadAsync();
        await board.Shows(board.Cell("Ada", "Halva", 0), "35");
    }

    [Fact]
    public async Task A_board_whose_stream_was_lost_says_so_and_comes_back_to_life()
    {
        await using var board = await OpenBoard.Of();
        await board.Page.RouteAsync(
            "**/load/live*",
            route => route.FulfillAsync(new() { Status = 502 })
        );
        await board.Page.ReloadAsync();
        await Assertions.Expect(Banner(board)).ToContainTextAsync("colleagues");
        await board.Page.UnrouteAsync("**/load/live*");
        // It tries again by itself as well: the button may be gone before it is found.
        await board.Page.EvaluateAsync("document.querySelector('#board-banner button')?.click()");
        await Assertions.Expect(Banner(board)).ToBeHiddenAsync();
        var dora = await board.Agency.Someone(Position.Director, "Dora Director");
        var other = await board.Look(dora);
        await board.Cell("Ada", "Halva", 0, other).ClickAsync();
        await other.Keyboard.TypeAsync("45");
        await other.Keyboard.PressAsync("Enter");
        await board.Shows(board.Cell("Ada", "Halva", 0), "45");
    }

    private static ILocator Banner(OpenBoard board) => board.Page.Locator("#board-banner");

    private static async Task Type(OpenBoard board, string project, int week, string text)
    {
        await board.Cell("Ada", project, week).ClickAsync();
        await board.Page.Keyboard.TypeAsync(text);
        await board.Press("Enter");
    }

    private static async Task SignIn(IPage door, string email)
    {
        await door.GotoAsync("/signin?to=/me");
        await door.FillAsync("#email", email);
        await door.FillAsync("#password", TestAgency.Password);
        await door.PressAsync("#password", "Enter");
        await door.WaitForURLAsync("**/me");
    }

    private static Task ComeBack(OpenBoard board) =>
        board.Page.EvaluateAsync("window.dispatchEvent(new Event('focus'))");
}

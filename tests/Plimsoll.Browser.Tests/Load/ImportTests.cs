using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.Tests.Platform;
using Position = Plimsoll.Domain.Kernel.Position;

namespace Plimsoll.Browser.Tests.Load;

/// <summary>The sheet an agency plans in, brought to the board by hand: questions, preview, the board, and back.</summary>
public sealed partial class ImportTests
{
    private const string Blocks = "blocks-percent-en.xlsx";

    [Fact]
    public async Task A_sheet_is_asked_about_shown_put_on_the_board_and_taken_off_as_a_whole()
    {
        await using var agency = await RunningAgency.Open();
        var ann = await There(agency, "Ann S. Okolova");
        var page = await agency.SignedIn(agency.Owner);

        await Bring(page, Blocks);
        await Assertions.Expect(Blue(page)).ToHaveValueAsync("Tentative");
        await Blue(page).SelectOptionAsync("Confirmed");
        await page.GetByLabel("Anna Sokolova", new() { Exact = true })
            .SelectOptionAsync(ann.Id.ToString());
        await page.ShouldBeAccessible();
        await ToPreview(page);

        // A project without a client stops it, and is named by its cell.
        await Assertions
            .Expect(page.Locator(".import-problems tr", new() { HasText = "Orbita rebrand" }))
            .ToContainTextAsync("B6");
        await Assertions.Expect(page.Locator(".import-apply button")).ToBeDisabledAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Questions" }).ClickAsync();
        await Assertions.Expect(Blue(page)).ToHaveValueAsync("Confirmed");
        await EveryProjectIsInternal(page);
        await ToPreview(page);

        await Assertions.Expect(page.Locator(".import-problems")).ToHaveCountAsync(0);
        await Assertions.Expect(Week(page, ann)).ToHaveTextAsync("90");
        await Assertions.Expect(page.Locator("td.new.tent")).ToHaveCountAsync(0);
        await Assertions
            .Expect(page.Locator("td.new").First)
            .ToHaveAttributeAsync("title", "now: nothing planned");
        await page.ShouldBeAccessible();
        await Assertions.Expect(await Board(page, ann)).ToHaveTextAsync("0");
        await page.GoBackAsync();

        await page.Locator(".import-apply button").ClickAsync();
        await Assertions.Expect(page.Locator(".outcome h2")).ToHaveTextAsync("It is on the board");
        await page.ShouldBeAccessible();
        var outcome = page.Url;
        await page.GetByRole(AriaRole.Link, new() { Name = "To the board" }).ClickAsync();
        await Assertions.Expect(Week(page, ann)).ToHaveTextAsync("90");
        await Assertions
            .Expect(page.Locator("tr.row", new() { HasText = "Dmitri Kim" }))
            .ToBeVisibleAsync();

        // What a colour means is asked once.
        await Bring(page, Blocks);
        await Assertions.Expect(Blue(page)).ToHaveValueAsync("Confirmed");

        await page.GotoAsync(outcome);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo this import" }).ClickAsync();
        await Assertions.Expect(page.Locator(".outcome h2")).ToHaveTextAsync("It was undone");
        await Assertions.Expect(await Board(page, ann)).ToHaveTextAsync("0");
        await Assertions
            .Expect(page.Locator("tr.row", new() { HasText = "Dmitri Kim" }))
            .ToHaveCountAsync(0);
        agency.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Blocks, "Anna Sokolova")]
    [InlineData("blocks-whole-numbers-ru.xlsx", "Анна Соколова")]
    [InlineData("flat-hours-en.csv", "Anna Sokolova")]
    public async Task Each_sheet_shows_the_board_as_it_would_be_and_where_it_is_stuck(
        string file,
        string somebody
    )
    {
        await using var agency = await RunningAgency.Open();
        var page = await agency.SignedIn(agency.Owner);
        await Bring(page, file);
        await ToPreview(page);
        await Assertions
            .Expect(page.Locator("tr.row", new() { HasText = somebody }))
            .ToHaveCountAsync(1);
        var places = page.Locator(".import-problems td.num");
        await Assertions.Expect(places.First).ToHaveTextAsync(Cell());
        foreach (var place in await places.AllInnerTextsAsync())
            Cell().IsMatch(place).ShouldBeTrue(place);
        await page.ShouldBeAccessible();

        await page.GetByRole(AriaRole.Link, new() { Name = "Questions" }).ClickAsync();
        await EveryProjectIsInternal(page);
        await ToPreview(page);
        await Assertions.Expect(page.Locator("td.new").First).ToBeVisibleAsync();
        agency.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_no_sheet_is_refused_beside_the_field()
    {
        await using var agency = await RunningAgency.Open();
        var page = await agency.SignedIn(agency.Owner);
        await page.GotoAsync("/load/import");
        await page.SetInputFilesAsync(
            "#file",
            new FilePayload
            {
                Name = "plan.xlsx",
                MimeType = "application/octet-stream",
                Buffer = [1, 2, 3],
            }
        );
        await page.Locator("#upload .primary").ClickAsync();
        await Assertions.Expect(page.Locator("#file-error")).Not.ToBeEmptyAsync();
        await page.ShouldBeAccessible();
    }

    [GeneratedRegex(@"^[A-Z]+\d+(:[A-Z]+\d+)?$")]
    private static partial Regex Cell();

    private static async Task Bring(IPage page, string sample)
    {
        await page.GotoAsync("/load/import");
        await page.SetInputFilesAsync(
            "#file",
            Path.Combine(AppContext.BaseDirectory, "Samples/load", sample)
        );
        await page.Locator("#upload .primary").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(sample);
    }

    private static async Task ToPreview(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Show the preview" }).ClickAsync();
        await Assertions.Expect(page.Locator(".import-sum")).ToBeVisibleAsync();
    }

    private static async Task EveryProjectIsInternal(IPage page)
    {
        await page.Locator(".import-foot").WaitForAsync();
        foreach (var client in await page.Locator("select[data-client]").AllAsync())
            await client.SelectOptionAsync("internal");
    }

    private static async Task<ILocator> Board(IPage page, Person person)
    {
        await page.GotoAsync("/load?from=2026-W48");
        return Week(page, person);
    }

    private static ILocator Blue(IPage page) => page.GetByLabel("not confirmed yet");

    /// <summary>Her sum of the second week of the sheet.</summary>
    private static ILocator Week(IPage page, Person person) =>
        page.Locator($"tr.row[data-id='{person.Id}'] td").Nth(1);

    private static async Task<Person> There(RunningAgency agency, string name)
    {
        var person = Person
            .Hire(
                name,
                null,
                PersonKind.Employee,
                Position.TeamMember,
                WorkPattern.FullTime(Era.First)
            )
            .Value;
        await agency.Store(async db =>
        {
            db.Add(person);
            return await db.SaveChangesAsync(TestAgency.Now);
        });
        return person;
    }
}

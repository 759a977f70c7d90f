using Microsoft.Playwright;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Browser.Tests.Tasks;

/// <summary>Tasks of other programs, brought in by hand: questions, preview, the list, and back.</summary>
public sealed class ImportTasksTests
{
    [Fact]
    public async Task An_export_is_asked_about_shown_taken_over_and_taken_back_as_a_whole()
    {
        await using var agency = await RunningAgency.Open();
        var page = await agency.SignedIn(agency.Owner);
        await page.GotoAsync("/tasks");
        await page.GetByRole(AriaRole.Button, new() { Name = "In and out" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Import tasks" }).ClickAsync();
        await Bring(page, "jira-all-fields.csv");
        await Assertions.Expect(page.GetByLabel("In Progress")).ToHaveValueAsync("in-work");
        await page.GetByLabel("To Do", new() { Exact = true }).SelectOptionAsync("with-client");
        await page.ShouldBeAccessible();

        // A project without a client stops it.
        await ToPreview(page);
        await Assertions.Expect(page.Locator(".import-foot button")).ToBeDisabledAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Questions" }).ClickAsync();
        await Assertions
            .Expect(page.GetByLabel("To Do", new() { Exact = true }))
            .ToHaveValueAsync("with-client");
        await page.GetByLabel("Client of HA", new() { Exact = true }).SelectOptionAsync("new");
        await page.GetByLabel("Name of the new client of HA").FillAsync("Halva Foods");
        await ToPreview(page);

        await Assertions
            .Expect(page.Locator(".import-tasks tr", new() { HasText = "Banner texts, round 5" }))
            .ToContainTextAsync("waits for 1");
        await Assertions
            .Expect(page.Locator(".import-problems tr", new() { HasText = "HA-25" }))
            .ToContainTextAsync("A25");
        await page.ShouldBeAccessible();
        await page.GetByRole(AriaRole.Button, new() { Name = "Import 24 tasks" }).ClickAsync();

        await Assertions.Expect(page.Locator(".outcome")).ToContainTextAsync("Halva Foods");
        await page.ShouldBeAccessible();
        var outcome = page.Url;
        await page.GetByRole(AriaRole.Link, new() { Name = "To the tasks" }).ClickAsync();
        await Assertions
            .Expect(page.Locator("main").GetByText("Banner texts, round 7", new() { Exact = true }))
            .ToBeVisibleAsync();

        await page.GotoAsync(outcome);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo this import" }).ClickAsync();
        await Assertions.Expect(page.Locator(".outcome h2")).ToHaveTextAsync("It was undone");
        await page.GotoAsync("/tasks?state=all");
        await Assertions.Expect(page.GetByText("Banner texts")).ToHaveCountAsync(0);
        agency.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("redmine-cp1251.csv", "Тексты для баннеров 7")]
    [InlineData("asana.csv", "Media plan 7")]
    [InlineData("trello-board.json", "Banner 9")]
    public async Task Each_export_shows_its_tasks_on_a_phone_too(string file, string title)
    {
        await using var agency = await RunningAgency.Open();
        var page = await agency.SignedIn(
            agency.Owner,
            new()
            {
                ViewportSize = new() { Width = 390, Height = 844 },
            }
        );
        await page.GotoAsync("/tasks/import");
        await Bring(page, file);
        await page.ShouldBeAccessible();
        await ToPreview(page);
        await Assertions
            .Expect(page.Locator(".import-tasks").GetByText(title, new() { Exact = true }))
            .ToBeVisibleAsync();
        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        wide.ShouldBeLessThanOrEqualTo(390);
        await page.ShouldBeAccessible();
        agency.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_table_whose_columns_are_not_known_is_mapped_by_hand()
    {
        await using var agency = await RunningAgency.Open();
        var page = await agency.SignedIn(agency.Owner);
        await page.GotoAsync("/tasks/import");
        await page.SetInputFilesAsync(
            "#file",
            new FilePayload
            {
                Name = "Launch.csv",
                MimeType = "text/csv",
                Buffer = System.Text.Encoding.UTF8.GetBytes(
                    "What to do;By whom;How far\nBanner;Li Wei;half\nTexts;;new\n"
                ),
            }
        );
        await page.Locator("#upload .primary").ClickAsync();

        await page.GetByLabel("What to do").SelectOptionAsync("title");
        await page.GetByLabel("How far").SelectOptionAsync("state");
        await page.GetByRole(AriaRole.Button, new() { Name = "Read the columns again" })
            .ClickAsync();
        await page.GetByLabel("half").SelectOptionAsync("in-work");
        await page.GetByLabel("Client of Launch", new() { Exact = true })
            .SelectOptionAsync("internal");
        await ToPreview(page);

        await Assertions
            .Expect(page.Locator(".import-tasks tr", new() { HasText = "Banner" }))
            .ToContainTextAsync("In work");
        await page.GetByRole(AriaRole.Button, new() { Name = "Import 2 tasks" }).ClickAsync();
        await Assertions.Expect(page.Locator(".outcome")).ToContainTextAsync("Launch");
        agency.Complaints.ShouldBeEmpty();
    }

    private static async Task Bring(IPage page, string sample)
    {
        await page.SetInputFilesAsync(
            "#file",
            Path.Combine(AppContext.BaseDirectory, "Samples/tasks", sample)
        );
        await page.Locator("#upload .primary").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(sample);
    }

    private static async Task ToPreview(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Show the preview" }).ClickAsync();
        await Assertions.Expect(page.Locator(".import-sum")).ToBeVisibleAsync();
    }
}

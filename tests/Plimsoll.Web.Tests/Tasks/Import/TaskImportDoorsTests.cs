using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Tests.Clients;
using Plimsoll.Web.Tests.Load;
using Plimsoll.Web.Tests.Platform;
using static Plimsoll.Web.Tests.Tasks.Import.TasksBrought;

namespace Plimsoll.Web.Tests.Tasks.Import;

/// <summary>The import of tasks through its doors: the page and the interface for programs.</summary>
public sealed class TaskImportDoorsTests
{
    private const string Path = "/api/v1/tasks/imports";

    [Theory, OnEachDatabase]
    public async Task A_program_brings_answers_previews_applies_and_undoes(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        await agency.Project("Halva");
        var browser = await (await agency.SignedIn(agency.Owner)).AsScript();
        var brought = await Post(
            browser,
            Path,
            Upload(Csv("Title;Project;Status", "One;Halva;Blocked", "Two;Halva;Open"))
        );
        brought.RootElement.GetProperty("source").GetString().ShouldBe("table");
        var id = brought.RootElement.GetProperty("import").GetProperty("id").GetString();

        browser.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", "*");
        using var answers = await browser.PutAsJsonAsync(
            $"{Path}/{id}/answers",
            new { states = new Dictionary<string, string> { ["Blocked"] = "with-client" } },
            TestAgency.Now
        );
        answers.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var unknown = await browser.PutAsJsonAsync(
            $"{Path}/{id}/answers",
            new { states = new Dictionary<string, string> { ["Blocked"] = "sideways" } },
            TestAgency.Now
        );
        unknown.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var preview = await Post(browser, $"{Path}/{id}/preview", null);
        preview
            .RootElement.GetProperty("rows")
            .EnumerateArray()
            .Select(r => r.GetProperty("state").GetString())
            .ShouldBe(["with-client", "to-do"]);
        var applied = await Post(browser, $"{Path}/{id}/apply", null);
        applied.RootElement.GetProperty("did").GetProperty("tasks").GetInt32().ShouldBe(2);
        (await agency.AllTasks()).Count.ShouldBe(2);
        var undone = await Post(browser, $"{Path}/{id}/undo", null);
        undone.RootElement.GetProperty("state").GetString().ShouldBe("undone");
        (await agency.AllTasks()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    [InlineData("zh-Hans")]
    public async Task The_pages_ask_and_show_in_each_language(string language)
    {
        await using var agency = await TestAgency.Open(Database.Sqlite);
        var browser = await agency.SignedIn(agency.Owner);
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        var import = await agency.BringTasks(Sample("jira-all-fields.csv"), "jira-all-fields.csv");
        foreach (
            var page in new[]
            {
                "/tasks/import",
                $"/tasks/import/{import}",
                $"/tasks/import/{import}?step=preview",
            }
        )
        {
            var html = await browser.GetStringAsync(page, TestAgency.Now);
            html.ShouldContain("jira-all-fields.csv");
            // A text that is missing shows its key.
            html.ShouldNotContain(">tasks.import.");
            html.ShouldNotContain(">import.");
        }
    }

    private static async Task<JsonDocument> Post(
        HttpClient browser,
        string path,
        HttpContent? content
    )
    {
        using var answer = await browser.PostAsync(path, content, TestAgency.Now);
        var text = await answer.Content.ReadAsStringAsync(TestAgency.Now);
        ((int)answer.StatusCode).ShouldBeLessThan(300, text);
        return JsonDocument.Parse(text);
    }
}

using System.Net;
using System.Net.Http.Json;
using Plimsoll.Web.Tests.Clients;
using Plimsoll.Web.Tests.Load;
using Plimsoll.Web.Tests.Platform;
using static Plimsoll.Web.Tests.Tasks.Import.TasksBrought;

namespace Plimsoll.Web.Tests.Tasks;

/// <summary>What no page sends: lists without end, and lists with nothing in them.</summary>
public sealed class HostileTasksTests
{
    private static readonly List<Guid> Endless =
    [
        .. Enumerable.Range(0, 50_000).Select(_ => Guid.CreateVersion7()),
    ];

    [Theory, OnEachDatabase]
    public async Task Lists_without_end_are_refused_before_they_are_looked_up(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var project = await agency.Project("Halva");
        var task = await agency.Task(project.Id, "Key visual");
        var browser = await (await agency.SignedIn(agency.Owner)).AsScript();

        await Refused(
            browser.PostAsJsonAsync(
                $"/api/v1/tasks/{task.Task}/comments",
                new { text = "Look", files = Endless },
                TestAgency.Now
            )
        );
        await Refused(
            browser.PostAsJsonAsync(
                "/api/v1/tasks",
                new
                {
                    project = project.Id,
                    title = "Banner",
                    helpers = Endless,
                },
                TestAgency.Now
            )
        );
    }

    [Theory, OnEachDatabase]
    public async Task Nothing_where_something_should_stand_is_not_understood(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var project = await agency.Project("Halva");
        var task = await agency.Task(project.Id, "Key visual");
        var browser = await (await agency.SignedIn(agency.Owner)).AsScript();
        browser.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", "*");

        await Refused(
            browser.PostAsJsonAsync(
                $"/api/v1/tasks/{task.Task}/checklist",
                new { lines = new object?[] { null } },
                TestAgency.Now
            )
        );
        using var brought = await browser.PostAsync(
            "/api/v1/tasks/imports",
            Upload(Csv("Title;Project;Assignee", "One;Halva;Ada")),
            TestAgency.Now
        );
        var id = (await brought.Content.ReadFromJsonAsync<Brought>(TestAgency.Now))!.Import.Id;
        foreach (var list in new[] { "people", "projects", "states", "columns" })
            await Refused(
                browser.PutAsJsonAsync(
                    $"/api/v1/tasks/imports/{id}/answers",
                    new Dictionary<string, object>
                    {
                        [list] = new Dictionary<string, object?> { ["1"] = null },
                    },
                    TestAgency.Now
                )
            );
    }

    private static async Task Refused(Task<HttpResponseMessage> asked)
    {
        using var answer = await asked;
        answer.StatusCode.ShouldBe(
            HttpStatusCode.BadRequest,
            await answer.Content.ReadAsStringAsync(TestAgency.Now)
        );
    }

    private sealed record Brought(BroughtImport Import);

    private sealed record BroughtImport(Guid Id);
}

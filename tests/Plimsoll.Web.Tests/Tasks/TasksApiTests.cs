using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Tests.Clients;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.Tasks;

public sealed class TasksApiTests
{
    [Theory, OnEachDatabase]
    public async Task A_task_lives_through_the_interface(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var client = await agency.Client("Halva", agency.Owner);
        var project = await agency.Project("Halva", client);
        var program = await (await agency.SignedIn(agency.Owner)).AsScript();
        var now = TestAgency.Now;

        var added = await program.PostAsJsonAsync(
            "/api/v1/tasks",
            new
            {
                project = project.Value,
                title = "Launch key visual",
                description = "**Red**, but darker",
                responsible = agency.Owner.Person.Value,
                due = "2026-11-25",
                estimate = 480,
                priority = "high",
                checklist = new[] { "Sizes", "Colours" },
            },
            now
        );
        added.StatusCode.ShouldBe(HttpStatusCode.Created);
        added.Headers.ETag!.Tag.ShouldBe("\"v0\"");
        var json = await Json(added);
        var task = json.GetProperty("task");
        var id = task.GetProperty("id").GetGuid();
        task.GetProperty("key").GetString().ShouldBe("HA-1");
        task.GetProperty("state").GetString().ShouldBe("to-do");
        task.GetProperty("fits").GetBoolean().ShouldBeTrue();
        json.GetProperty("checklist").GetArrayLength().ShouldBe(2);

        // What is left out stays, and null takes away.
        var changed = await Send(
            program,
            HttpMethod.Patch,
            $"/api/v1/tasks/{id}",
            "\"v0\"",
            "{\"due\":null,\"title\":\"Key visual\"}"
        );
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        task = (await Json(changed)).GetProperty("task");
        task.GetProperty("due").ValueKind.ShouldBe(JsonValueKind.Null);
        task.GetProperty("estimate").GetInt32().ShouldBe(480);
        var stale = await Send(
            program,
            HttpMethod.Patch,
            $"/api/v1/tasks/{id}",
            "\"v0\"",
            "{\"title\":\"Other\"}"
        );
        stale.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (
            await program.PatchAsync(
                $"/api/v1/tasks/{id}",
                JsonContent.Create(new { title = "Other" }),
                now
            )
        ).StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);

        var item = json.GetProperty("checklist")[0].GetProperty("id").GetGuid();
        var ticked = await program.PostAsJsonAsync(
            $"/api/v1/tasks/{id}/checklist",
            new { lines = new object[] { new { item, done = true }, new { text = "Export" } } },
            now
        );
        task = (await Json(ticked)).GetProperty("task");
        (
            task.GetProperty("checklistDone").GetInt32(),
            task.GetProperty("checklistTotal").GetInt32()
        ).ShouldBe((1, 3));

        var refused = await program.PostAsJsonAsync(
            $"/api/v1/tasks/{id}/state",
            new { state = "in-review" },
            now
        );
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Json(refused)).GetProperty("code").GetString().ShouldBe("review-needs-reviewer");
        var done = await program.PostAsJsonAsync(
            $"/api/v1/tasks/{id}/state",
            new { state = "done" },
            now
        );
        (await Json(done)).GetProperty("task").GetProperty("state").GetString().ShouldBe("done");

        var list = await program.GetFromJsonAsync<JsonElement>(
            "/api/v1/tasks?state=all&q=ha-1",
            now
        );
        list.GetProperty("total").GetInt32().ShouldBe(1);
        var open = await program.GetFromJsonAsync<JsonElement>("/api/v1/tasks", now);
        open.GetProperty("total").GetInt32().ShouldBe(0);
        (await program.DeleteAsync($"/api/v1/tasks/{id}", now)).StatusCode.ShouldBe(
            HttpStatusCode.NoContent
        );
        (await program.GetAsync("/api/v1/tasks/HA-1", now)).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Theory, OnEachDatabase]
    public async Task Many_tasks_are_changed_at_once_and_undone(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var project = await agency.Project("Learning", null);
        var one = (await agency.Task(project, "One")).Task.Value;
        var two = (await agency.Task(project, "Two")).Task.Value;
        var program = await (await agency.SignedIn(agency.Owner)).AsScript();
        var now = TestAgency.Now;

        var changed = await program.PostAsJsonAsync(
            "/api/v1/tasks/changes",
            new
            {
                changes = new object[]
                {
                    new { task = one, set = new { due = "2026-11-23" } },
                    new
                    {
                        task = two,
                        version = 0,
                        set = new { due = "2026-11-23" },
                    },
                },
            },
            now
        );
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        var json = await Json(changed);
        json.GetProperty("count").GetInt32().ShouldBe(2);
        var counts = await program.GetFromJsonAsync<JsonElement>("/api/v1/tasks?due=today", now);
        counts.GetProperty("total").GetInt32().ShouldBe(2);

        var half = await program.PostAsJsonAsync(
            "/api/v1/tasks/changes",
            new
            {
                changes = new object[]
                {
                    new { task = one, set = new { title = "Changed" } },
                    new
                    {
                        task = two,
                        version = 0,
                        set = new { title = "Changed" },
                    },
                },
            },
            now
        );
        half.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await agency.Titles("q=changed")).ShouldBeEmpty();

        var undo = json.GetProperty("undo").GetGuid();
        (await program.PostAsync($"/api/v1/tasks/undo/{undo}", null, now)).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );
        (await agency.Titles("due=today")).ShouldBeEmpty();
        (
            await program.PutAsync($"/api/v1/tasks/{one}/waits-for/{two}", null, now)
        ).StatusCode.ShouldBe(HttpStatusCode.OK);
        (
            await program.PutAsync($"/api/v1/tasks/{two}/waits-for/{one}", null, now)
        ).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory, OnEachDatabase]
    public async Task What_to_do_is_counted_for_the_one_who_asks(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var project = await agency.Project("Learning", null);
        var wei = await agency.Someone(Position.TeamMember, "Li Wei");
        foreach (var day in new[] { 20, 23, 27, 30 })
            _ = await agency.Task(
                project,
                $"Due {day}",
                new() { Responsible = new(wei.Person), Due = new(new DateOnly(2026, 11, day)) }
            );
        var program = await agency.SignedIn(wei);
        var counts = await program.GetFromJsonAsync<JsonElement>(
            "/api/v1/tasks/counts",
            TestAgency.Now
        );
        string[] names =
        [
            "open",
            "overdue",
            "today",
            "week",
            "month",
            "waitingForMe",
            "waitingForOthers",
        ];
        names.Select(n => counts.GetProperty(n).GetInt32()).ShouldBe([4, 1, 1, 2, 4, 4, 0]);
    }

    private static Task<HttpResponseMessage> Send(
        HttpClient program,
        HttpMethod method,
        string path,
        string version,
        string words
    )
    {
        var request = new HttpRequestMessage(method, path)
        {
            Content = new StringContent(words, null, "application/json"),
        };
        request.Headers.Add("If-Match", version);
        return program.SendAsync(request, TestAgency.Now);
    }

    private static async Task<JsonElement> Json(HttpResponseMessage answer) =>
        await answer.Content.ReadFromJsonAsync<JsonElement>(TestAgency.Now);
}

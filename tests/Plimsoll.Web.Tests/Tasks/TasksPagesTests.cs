using System.Net;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Tests.Clients;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.Tasks;

public sealed class TasksPagesTests
{
    [Theory, OnEachDatabase]
    public async Task A_task_is_written_down_changed_and_undone_without_scripts(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var client = await agency.Client("Halva", agency.Owner);
        var project = await agency.Project("Halva", client);
        var browser = await agency.SignedIn(agency.Owner);

        var wrong = await browser.Submit(
            "/tasks/new",
            "add",
            ("Form.Title", "Key visual"),
            ("Form.Project", project.ToString()),
            ("Form.Estimate", "lots")
        );
        (await wrong.Content.ReadAsStringAsync(TestAgency.Now)).ShouldContain("value=\"lots\"");
        var added = await browser.Submit(
            "/tasks/new",
            "add",
            ("Form.Title", "Key visual"),
            ("Form.Project", project.ToString()),
            ("Form.Responsible", agency.Owner.Person.ToString()),
            ("Form.Due", "2026-11-25"),
            ("Form.Estimate", "6:30"),
            ("Form.Checklist", "Sizes\nColours")
        );
        added.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var at = added.Headers.Location!.ToString();
        at.ShouldContain("/tasks/HA-1?did=");
        var html = await browser.GetStringAsync(at, TestAgency.Now);
        html.ShouldContain("Key visual");
        html.ShouldContain("6.5 h");
        html.ShouldContain("Task added.");

        var moved = await browser.Submit(
            "/tasks/HA-1",
            "task-move",
            ("Move.Do", "with-client"),
            ("Move.Version", "0")
        );
        moved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var task = (await agency.Titles("state=with-client")).ShouldHaveSingleItem();
        task.ShouldBe("Key visual");
        var did = moved.Headers.Location!.ToString().Split("did=")[1];
        (
            await browser.Submit($"/tasks/HA-1?did={did}", "task-undo", ("Undo.Batch", did))
        ).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await agency.Titles("state=with-client")).ShouldBeEmpty();

        var edited = await browser.Submit(
            "/tasks/HA-1",
            "task-change",
            ("Form.Title", "Kept text"),
            ("Form.Project", project.ToString()),
            ("Form.Starts", "2026-11-25"),
            ("Form.Due", "2026-11-24"),
            ("Form.Version", "2")
        );
        html = await edited.Content.ReadAsStringAsync(TestAgency.Now);
        html.ShouldContain("A task is not due before it starts.");
        html.ShouldContain("Kept text");
        (
            await browser.Submit(
                "/tasks/HA-1",
                "task-list",
                ("List.Do", "add"),
                ("List.Text", "Export")
            )
        ).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetStringAsync("/tasks/HA-1", TestAgency.Now)).ShouldContain("Export");
        (await browser.Submit("/tasks/HA-1", "task-delete")).StatusCode.ShouldBe(
            HttpStatusCode.Redirect
        );
        (await browser.GetAsync("/tasks/HA-1", TestAgency.Now)).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Theory, OnEachDatabase]
    public async Task A_list_moves_gives_and_changes_many_and_stays_as_it_was_filtered(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var project = await agency.Project("Learning", null);
        var one = await agency.Task(project, "Read about fonts");
        var two = await agency.Task(project, "Read about paper");
        var browser = await agency.SignedIn(agency.Owner);

        var moved = await browser.Submit(
            "/tasks?q=read&group=state",
            "tasks",
            ("Act.Do", $"move|{one.Task}|0|in-work")
        );
        moved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        moved.Headers.Location!.ToString().ShouldContain("q=read&group=state&did=");
        (await agency.Titles("state=in-work")).ShouldBe(["Read about fonts"]);

        (
            await browser.Submit(
                "/tasks",
                "tasks",
                ("Act.Do", "bulk"),
                ("Act.Ids", one.Task.ToString()),
                ("Act.Ids", two.Task.ToString()),
                ("Act.Responsible", agency.Owner.Person.ToString()),
                ("Act.Due", "2026-11-27")
            )
        ).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await agency.Titles("person=me&due=week")).Count.ShouldBe(2);

        (
            await browser.Submit(
                "/tasks",
                "task-set",
                ("Set.Task", one.Task.ToString()),
                ("Set.Version", "2"),
                ("Set.Field", "no-due")
            )
        ).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await agency.Titles("due=none")).ShouldBe(["Read about fonts"]);
        (
            await browser.Submit(
                "/tasks?due=week",
                "keep-view",
                ("KeepForm.Name", "My week"),
                ("KeepForm.Shared", "true")
            )
        ).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var named = await browser.GetStringAsync("/tasks", TestAgency.Now);
        named.ShouldContain("href=\"/tasks?due=week\"");
        named.ShouldContain("My week");
        (await browser.GetStringAsync("/load", TestAgency.Now)).ShouldNotContain("My week");

        var html = await browser.GetStringAsync(
            $"/tasks?group=person&task={one.Key}",
            TestAgency.Now
        );
        html.ShouldContain("data-panel");
        html.ShouldContain("Olga Owner");
        // A form of the panel goes to the task's own page and comes back to the list.
        var back = Uri.EscapeDataString($"/tasks?group=person&task={one.Key}");
        var done = await browser.Submit(
            $"/tasks/{one.Key}?back={back}",
            "task-move",
            ("Move.Do", "done")
        );
        done.Headers.Location!.ToString().ShouldContain("/tasks?group=person&task=");
        (await agency.Card(one.Task)).Row.State.ShouldBe(TaskState.Done);
        var elsewhere = await browser.Submit(
            $"/tasks/{two.Key}?back=https://elsewhere.example/tasks?",
            "task-move",
            ("Move.Do", "done")
        );
        elsewhere.Headers.Location!.ToString().ShouldNotContain("elsewhere");
    }

    [Theory, OnEachDatabase]
    public async Task In_a_list_one_picks_only_what_one_may_change_or_take(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var project = await agency.Project("Learning", null);
        var given = await agency.Task(project, "Fonts");
        var free = await agency.Task(project, "Paper");
        _ = await agency.Change(given.Task, new() { Responsible = new(agency.Owner.Person) });
        var dmitri = await agency.Someone(Position.TeamMember, "Dmitri Kim");
        await agency.Book(dmitri.Person, project);
        var html = await (await agency.SignedIn(dmitri)).GetStringAsync("/tasks", TestAgency.Now);
        html.ShouldContain("Fonts");
        html.ShouldNotContain($"name=\"Act.Ids\" value=\"{given.Task}\"");
        html.ShouldContain($"name=\"Act.Ids\" value=\"{free.Task}\"");
    }

    [Theory, OnEachDatabase]
    public async Task A_guest_of_a_client_has_no_tasks(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var project = await agency.Project("Learning", null);
        var task = await agency.Task(project, "Fonts");
        var guest = await agency.SignedIn(await agency.Someone(Position.ClientGuest, "Gus Guest"));
        (await guest.GetStringAsync("/tasks", TestAgency.Now)).ShouldNotContain("Fonts");
        (await guest.GetAsync($"/tasks/{task.Key}", TestAgency.Now)).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
    }
}

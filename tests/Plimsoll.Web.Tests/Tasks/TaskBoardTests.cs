using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Tasks.Queries;
using Plimsoll.Web.Tasks.UseCases;
using Plimsoll.Web.Tests.Clients;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.Tasks;

public sealed class TaskBoardTests
{
    [Theory, OnEachDatabase]
    public async Task Open_work_stands_in_its_columns_and_what_was_done_lately_beside_it(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var project = await agency.Project("Learning", null);
        await agency.Task(project, "Old", new() { State = new(TaskState.Done) });
        await agency.Task(project, "Gone", new() { State = new(TaskState.Dropped) });
        agency.Clock.Advance(TimeSpan.FromDays(TaskBoard.DoneDays + 1));
        await agency.Task(project, "First");
        await agency.Task(project, "Second");
        await agency.Task(project, "New", new() { State = new(TaskState.Done) });

        var board = await agency.Board("as=board&limits=to-do.1");
        board
            .Columns.Select(c => (c.State, c.Count))
            .ShouldBe([
                (TaskState.ToDo, 2),
                (TaskState.InWork, 0),
                (TaskState.InReview, 0),
                (TaskState.WithClient, 0),
                (TaskState.Done, 1),
            ]);
        board.Columns[0].IsOver.ShouldBeTrue();
        board.Columns[1].IsOver.ShouldBeFalse();
        Titles(board).ShouldBe(["First", "Second", "New"]);

        Titles(await agency.Board("as=board&state=closed")).ShouldBe(["New", "Old", "Gone"]);
        Titles(await agency.Board("as=board&state=to-do&q=sec")).ShouldBe(["Second"]);
    }

    [Theory, OnEachDatabase]
    public async Task Lanes_are_by_person_or_stream_and_nobody_comes_last(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var project = await agency.Project("Learning", null);
        var ada = await agency.Someone(Position.TeamMember, "Ada");
        var stream = await agency
            .Use<Web.Clients.UseCases.AddStream>()
            .Run(new(project, default, "Content"), agency.Owner, TestAgency.Now);
        await agency.Task(project, "Nobody's");
        await agency.Task(project, "Olga's", new() { Responsible = new(agency.Owner.Person) });
        await agency.Task(
            project,
            "Ada's",
            new() { Responsible = new(ada.Person), Stream = new(stream.Value) }
        );

        (await agency.Board("as=board&group=person"))
            .Lanes.Select(l => l.Word)
            .ShouldBe(["Ada", "Olga Owner", null]);
        var streams = await agency.Board("as=board&group=stream");
        streams.Lanes.Select(l => l.Word).ShouldBe(["Content", null]);
        streams.Streams.ShouldHaveSingleItem().Stream.ShouldBe(stream.Value);
        // A board has one lane when it is grouped as the list usually is.
        (await agency.Board("as=board"))
            .Lanes.ShouldHaveSingleItem()
            .Rows.Count.ShouldBe(3);
    }

    [Theory, OnEachDatabase]
    public async Task A_card_goes_between_two_others_and_into_another_lane_in_one_go(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var project = await agency.Project("Learning", null);
        var (one, two, three) = (
            await agency.Task(project, "One"),
            await agency.Task(project, "Two"),
            await agency.Task(project, "Three")
        );
        var script = await (await agency.SignedIn(agency.Owner)).AsScript();

        var placed = await script.PostAsJsonAsync(
            $"/api/v1/tasks/{three.Task}/state",
            new
            {
                state = "to-do",
                above = one.Task.Value,
                below = two.Task.Value,
                set = new { responsible = agency.Owner.Person.Value },
            },
            TestAgency.Now
        );
        placed.StatusCode.ShouldBe(HttpStatusCode.OK);
        Titles(await agency.Board("as=board")).ShouldBe(["One", "Three", "Two"]);
        (await agency.Card(three.Task)).Row.Responsible!.Id.ShouldBe(agency.Owner.Person);

        var undo = placed.Headers.GetValues("Plimsoll-Undo").Single();
        (
            await script.PostAsJsonAsync($"/api/v1/tasks/undo/{undo}", new { }, TestAgency.Now)
        ).StatusCode.ShouldBe(HttpStatusCode.OK);
        Titles(await agency.Board("as=board")).ShouldBe(["One", "Two", "Three"]);
        (await agency.Card(three.Task)).Row.Responsible.ShouldBeNull();

        var refused = await script.PostAsJsonAsync(
            $"/api/v1/tasks/{three.Task}/state",
            new { state = "in-work", set = new { responsible = Guid.CreateVersion7() } },
            TestAgency.Now
        );
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await agency.Card(three.Task)).Row.State.ShouldBe(TaskState.ToDo);
    }

    [Theory, OnEachDatabase]
    public async Task Cards_are_asked_for_again_as_far_as_they_belong_to_the_board(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var project = await agency.Project("Learning", null);
        var (one, two) = (await agency.Task(project, "One"), await agency.Task(project, "Two"));
        await agency.Task(project, "Three");
        var browser = await agency.SignedIn(agency.Owner);

        var html = await browser.GetStringAsync(
            $"/tasks/cards?as=board&q=o&ids={one.Task},{two.Task}",
            TestAgency.Now
        );
        html.ShouldContain(">One<");
        html.ShouldContain(">Two<");
        html.ShouldNotContain(">Three<");
        html.ShouldContain("&quot;to-do&quot;:2");
        html.ShouldNotContain("<html");
    }

    [Theory, OnEachDatabase]
    public async Task A_limit_is_set_without_scripts_and_stands_in_the_address(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var project = await agency.Project("Learning", null);
        await agency.Task(project, "One");
        await agency.Task(project, "Two");
        var browser = await agency.SignedIn(agency.Owner);

        var set = await browser.Submit(
            "/tasks?as=board",
            "task-limit",
            ("Limit.State", "to-do"),
            ("Limit.Most", "1")
        );
        var at = set.Headers.Location!.ToString();
        at.ShouldEndWith("/tasks?as=board&limits=to-do.1");
        (await browser.GetStringAsync(at, TestAgency.Now)).ShouldContain("of 1");
        (await browser.Submit(at, "task-limit", ("Limit.State", "to-do"), ("Limit.Most", "")))
            .Headers.Location!.ToString()
            .ShouldEndWith("/tasks?as=board");
    }

    [Theory, OnEachDatabase]
    public async Task A_change_is_told_to_whoever_sees_the_task_and_to_nobody_else(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var client = await agency.Client("Halva", agency.Owner);
        var project = await agency.Project("Halva", client);
        var (hers, foreign) = (
            await agency.Task(project, "Hers"),
            await agency.Task(project, "Not hers")
        );
        var ada = await agency.Someone(Position.TeamMember, "Ada");
        await agency.Change(hers.Task, new() { Responsible = new(ada.Person) });
        await using var olgas = await OpenTasks.Watch(agency, agency.Owner);
        await using var adas = await OpenTasks.Watch(agency, ada);

        await agency.Change(foreign.Task, new() { Title = new("Still not hers") });
        (await olgas.Next()).Tasks.ShouldBe([foreign.Task.Value]);
        await agency.Change(hers.Task, new() { State = new(TaskState.InWork) });
        (await olgas.Next()).Tasks.ShouldBe([hers.Task.Value]);
        var told = await adas.Next();
        told.Tasks.ShouldBe([hers.Task.Value]);
        told.Gone.ShouldBeFalse();
        told.Text.ShouldNotContain(foreign.Task.ToString());

        // What is taken from her goes from her board, and says no more than that.
        await agency.Change(hers.Task, new() { Responsible = new(agency.Owner.Person) });
        told = await adas.Next();
        told.Gone.ShouldBeTrue();
        told.Tasks.ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task Who_comes_back_is_told_what_she_missed_also_from_another_node(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        await using var other = agency.Twin();
        var project = await agency.Project("Learning", null);
        var task = await agency.Task(project, "Fonts");
        var seen = (await agency.Board("as=board")).LastFact;
        await agency.Change(task.Task, new() { Title = new("Letters") });

        await using var watch = await OpenTasks.Watch(agency, agency.Owner, seen);
        (await watch.Next()).Tasks.ShouldBe([task.Task.Value]);

        await other.Change(task.Task, new() { Title = new("Type") });
        (await watch.Next()).Tasks.ShouldBe([task.Task.Value]);
    }

    private static IEnumerable<string> Titles(TaskBoard.View board) =>
        board.Lanes.SelectMany(l => l.Rows).Select(r => r.Title);
}

internal static class SomeBoards
{
    public static Task<TaskBoard.View> Board(
        this TestAgency agency,
        string query,
        Actor? actor = null
    ) =>
        agency
            .Use<TaskBoard>()
            .Ask(
                TaskView.Read(query),
                actor ?? agency.Owner,
                CultureInfo.InvariantCulture,
                TestAgency.Now
            );
}

/// <summary>Open tasks, as their script follows them.</summary>
internal sealed class OpenTasks(HttpClient browser, StreamReader reader) : IAsyncDisposable
{
    public sealed record Told(IReadOnlyList<Guid> Tasks, bool Gone, string Text);

    public static async Task<OpenTasks> Watch(TestAgency agency, Actor actor, long? after = null)
    {
        var browser = await agency.SignedIn(actor);
        var answer = await browser.GetAsync(
            $"/tasks/live{(after is { } seen ? $"?after={seen}" : "")}",
            HttpCompletionOption.ResponseHeadersRead,
            TestAgency.Now
        );
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        var stream = new OpenTasks(
            browser,
            new StreamReader(await answer.Content.ReadAsStreamAsync(TestAgency.Now))
        );
        _ = await stream.Read("hello");
        return stream;
    }

    public async Task<Told> Next()
    {
        var text = await Read("tasks");
        var told = JsonSerializer.Deserialize<JsonElement>(text);
        return new(
            [.. told.GetProperty("tasks").EnumerateArray().Select(t => t.GetGuid())],
            told.GetProperty("gone").GetBoolean(),
            text
        );
    }

    private async Task<string> Read(string name)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestAgency.Now);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        var current = "";
        while (await reader.ReadLineAsync(patience.Token) is { } line)
            if (line.StartsWith("event: ", StringComparison.Ordinal))
                current = line[7..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal) && current == name)
                return line[6..];
        throw new InvalidOperationException("The stream has ended.");
    }

    public ValueTask DisposeAsync()
    {
        reader.Dispose();
        browser.Dispose();
        return ValueTask.CompletedTask;
    }
}

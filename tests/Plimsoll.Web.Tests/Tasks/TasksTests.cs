using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Tasks.Queries;
using Plimsoll.Web.Tasks.UseCases;
using Plimsoll.Web.Tests.Clients;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.Tasks;

public sealed class TasksTests
{
    [Theory, OnEachDatabase]
    public async Task A_task_is_called_by_its_project_and_a_number_given_once(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var client = await agency.Client("Halva", agency.Owner);
        var halva = await agency.Project("Halva", client);
        var other = await agency.Project("Halva again", client);

        (await agency.Task(halva, "One")).Key.ShouldBe("HA-1");
        var two = await agency.Task(halva, "Two");
        two.Key.ShouldBe("HA-2");
        (await agency.Task(other, "Elsewhere")).Key.ShouldBe("HA2-1");
        (
            await agency.Use<DeleteTask>().Run(new(two.Task), agency.Owner, TestAgency.Now)
        ).IsRefused.ShouldBeFalse();
        (await agency.Task(halva, "Three")).Key.ShouldBe("HA-3");

        (
            await agency.Use<TaskCard>().Ask("ha-1", agency.Owner, TestAgency.Now)
        ).Value.Row.Title.ShouldBe("One");
        (await agency.Titles("q=ha-1")).ShouldBe(["One"]);
    }

    [Theory, OnEachDatabase]
    public async Task Whoever_takes_part_sees_the_task_and_the_name_of_its_project_only(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var client = await agency.Client("Halva", agency.Owner);
        var project = await agency.Project("Christmas launch", client);
        var dmitri = await agency.Someone(Position.TeamMember, "Dmitri Kim");
        var helped = await agency.Task(
            project,
            "Banner texts",
            new() { Helpers = new([dmitri.Person]) }
        );
        _ = await agency.Task(project, "Secret pitch");

        (await agency.Titles("", dmitri)).ShouldBe(["Banner texts"]);
        var card = await agency.Card(helped.Task, dmitri);
        (card.Row.ProjectName, card.Row.ClientName, card.Row.ProjectIsHers).ShouldBe(
            ("Christmas launch", null, false)
        );
        card.Row.MayChange.ShouldBeTrue();
        (await agency.Titles($"client={client}", dmitri)).ShouldBeEmpty();

        await agency.Book(dmitri.Person, project);
        (await agency.Titles("sort=title", dmitri)).ShouldBe(["Banner texts", "Secret pitch"]);
    }

    [Theory, OnEachDatabase]
    public async Task Others_take_what_is_nobodys_and_change_nothing_else(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var project = await agency.Project("Learning", null);
        var dmitri = await agency.Someone(Position.TeamMember, "Dmitri Kim");
        var wei = await agency.Someone(Position.TeamMember, "Li Wei");
        var task = await agency.Task(project, "Read up on fonts");

        (
            await agency.Change(task.Task, new() { Title = new("Mine") }, dmitri)
        ).Refusal.ShouldBeOfType<NotAllowed>();
        (
            await agency.Change(
                task.Task,
                new() { Responsible = new(dmitri.Person), State = new(TaskState.InWork) },
                dmitri
            )
        ).IsRefused.ShouldBeFalse();
        (
            await agency.Change(task.Task, new() { Responsible = new(wei.Person) }, wei)
        ).Refusal.ShouldBeOfType<NotAllowed>();
        (
            await agency.Change(task.Task, new() { Title = new("Mine") }, dmitri)
        ).IsRefused.ShouldBeFalse();
    }

    [Theory, OnEachDatabase]
    public async Task Nobody_writes_over_what_she_has_not_seen(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var project = await agency.Project("Learning", null);
        var task = await agency.Task(project, "Fonts");
        (
            await agency.Change(task.Task, new() { Title = new("Typefaces") }, seen: 0)
        ).IsRefused.ShouldBeFalse();
        (
            await agency.Change(task.Task, new() { Title = new("Letters") }, seen: 0)
        ).Refusal.ShouldBeOfType<ChangedMeanwhile>();
        var helped = new TaskChange { Helpers = new([agency.Owner.Person]) };
        (await agency.Change(task.Task, helped, seen: 1)).IsRefused.ShouldBeFalse();
        (await agency.Card(task.Task)).Row.Version.ShouldBe(2);
    }

    [Theory, OnEachDatabase]
    public async Task Many_tasks_change_together_or_not_at_all_and_are_undone_in_one_go(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var project = await agency.Project("Learning", null);
        var first = await agency.Task(project, "First");
        var second = await agency.Task(project, "Second");
        var due = new DateOnly(2026, 11, 27);
        var change = new TaskChange
        {
            Due = new(due),
            Priority = new(TaskPriority.High),
            State = new(TaskState.InReview),
        };
        ChangeTasks.Command Both() => new([new(first.Task, change), new(second.Task, change)]);

        (
            await agency.Use<ChangeTasks>().Run(Both(), agency.Owner, TestAgency.Now)
        ).Refusal.ShouldBeOfType<ReviewNeedsReviewer>();
        (await agency.Titles("due=week")).ShouldBeEmpty();

        change = change with { Reviewer = new(agency.Owner.Person) };
        var done = await agency.Use<ChangeTasks>().Run(Both(), agency.Owner, TestAgency.Now);
        done.Value.Count.ShouldBe(2);
        (await agency.Titles("due=week&state=in-review")).Count.ShouldBe(2);

        var undone = await agency
            .Use<UndoTaskChange>()
            .Run(new(done.Value.Batch), agency.Owner, TestAgency.Now);
        undone.Value.Count.ShouldBe(2);
        var card = await agency.Card(first.Task);
        (card.Row.Due, card.Row.Priority, card.Row.State, card.Row.Reviewer).ShouldBe(
            (null, TaskPriority.Normal, TaskState.ToDo, null)
        );
        var again = await agency
            .Use<UndoTaskChange>()
            .Run(new(undone.Value.Batch), agency.Owner, TestAgency.Now);
        again.IsRefused.ShouldBeFalse();
        (await agency.Card(first.Task)).Row.Due.ShouldBe(due);
    }

    [Theory, OnEachDatabase]
    public async Task What_somebody_changed_since_is_not_undone_in_silence(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var project = await agency.Project("Learning", null);
        var task = await agency.Task(project, "Fonts");
        var mine = await agency.Change(task.Task, new() { Title = new("Typefaces") });
        var list = await agency
            .Use<ChangeChecklist>()
            .Run(
                new(task.Task, [new(Text: "Read"), new(Text: "Try")]),
                agency.Owner,
                TestAgency.Now
            );
        _ = await agency.Change(task.Task, new() { Title = new("Letters") });

        (
            await agency
                .Use<UndoTaskChange>()
                .Run(new(mine.Value.Batch), agency.Owner, TestAgency.Now)
        ).Refusal.ShouldBeOfType<ChangedMeanwhile>();
        (
            await agency
                .Use<UndoTaskChange>()
                .Run(new(list.Value.Batch), agency.Owner, TestAgency.Now)
        ).IsRefused.ShouldBeFalse();
        (await agency.Card(task.Task)).Checklist.ShouldBeEmpty();
        var other = await agency.Someone(Position.Director, "Dora");
        (
            await agency.Use<UndoTaskChange>().Run(new(mine.Value.Batch), other, TestAgency.Now)
        ).Refusal.ShouldBeOfType<NothingToUndo>();
    }

    [Theory, OnEachDatabase]
    public async Task Tasks_wait_for_each_other_but_not_in_a_circle(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var project = await agency.Project("Learning", null);
        var a = (await agency.Task(project, "A")).Task;
        var b = (await agency.Task(project, "B")).Task;
        var c = (await agency.Task(project, "C")).Task;
        Task<Outcome<TasksChanged>> Wait(TaskId task, TaskId other) =>
            agency.Use<WaitForTask>().Run(new(task, other), agency.Owner, TestAgency.Now);

        (await Wait(a, b)).IsRefused.ShouldBeFalse();
        (await Wait(b, c)).IsRefused.ShouldBeFalse();
        (await Wait(c, a)).Refusal.ShouldBeOfType<TasksWaitInCircle>();
        (await Wait(a, a)).Refusal.ShouldBeOfType<TasksWaitInCircle>();
        (
            await agency.Use<DeleteTask>().Run(new(b), agency.Owner, TestAgency.Now)
        ).Refusal.ShouldBeOfType<TasksWaitForIt>();
        var card = await agency.Card(b);
        card.WaitsFor.Select(o => o.Title).ShouldBe(["C"]);
        card.WaitedForBy.Select(o => o.Title).ShouldBe(["A"]);
    }

    [Theory, OnEachDatabase]
    public async Task A_task_is_put_between_two_others_of_its_column(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var project = await agency.Project("Learning", null);
        var a = (await agency.Task(project, "A")).Task;
        var b = (await agency.Task(project, "B")).Task;
        var c = (await agency.Task(project, "C")).Task;
        Task<Outcome<TasksChanged>> Put(TaskId task, TaskId? above, TaskId? below) =>
            agency
                .Use<MoveTask>()
                .Run(new(task, TaskState.ToDo, above, below), agency.Owner, TestAgency.Now);

        (await agency.Titles("sort=rank")).ShouldBe(["A", "B", "C"]);
        (await Put(c, a, b)).Value.Count.ShouldBe(1);
        (await agency.Titles("sort=rank")).ShouldBe(["A", "C", "B"]);
        _ = await Put(a, b, null);
        (await agency.Titles("sort=rank")).ShouldBe(["C", "B", "A"]);
        _ = await Put(a, null, c);
        (await agency.Titles("sort=rank")).ShouldBe(["A", "C", "B"]);
    }

    [Theory, OnEachDatabase]
    public async Task A_list_is_filtered_grouped_and_paged_by_its_address(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var project = await agency.Project("Learning", null);
        var wei = await agency.Someone(Position.TeamMember, "Li Wei");
        TaskChange Due(int day, TaskState state = TaskState.ToDo) =>
            new()
            {
                Due = new(new DateOnly(2026, 11, day)),
                Responsible = new(wei.Person),
                State = new(state),
            };
        _ = await agency.Task(project, "Late", Due(20));
        _ = await agency.Task(project, "Now", Due(23, TaskState.InWork));
        _ = await agency.Task(project, "Soon", Due(29));
        _ = await agency.Task(project, "Gone", Due(20, TaskState.Done));
        _ = await agency.Task(project, "Whenever");

        (await agency.Titles("")).ShouldBe(["Late", "Now", "Soon", "Whenever"]);
        (await agency.Titles("sort=-due")).ShouldBe(["Soon", "Now", "Late", "Whenever"]);
        (await agency.Titles("due=overdue")).ShouldBe(["Late"]);
        (await agency.Titles("due=today")).ShouldBe(["Now"]);
        (await agency.Titles("due=week")).ShouldBe(["Now", "Soon"]);
        (await agency.Titles("due=none")).ShouldBe(["Whenever"]);
        (await agency.Titles("state=closed")).ShouldBe(["Gone"]);
        (await agency.Titles("state=in-work,done")).ShouldBe(["Gone", "Now"]);
        (await agency.Titles("unassigned=true")).ShouldBe(["Whenever"]);
        (await agency.Titles("person=me", wei)).ShouldBe(["Late", "Now", "Soon"]);
        (await agency.Titles("waiting=me", wei)).ShouldBe(["Late", "Now", "Soon"]);
        (await agency.Titles("waiting=others", agency.Owner)).ShouldBe([
            "Late",
            "Now",
            "Soon",
            "Whenever",
        ]);
        (await agency.Titles("q=whEN")).ShouldBe(["Whenever"]);
        (await agency.Titles("from=2026-11-21&until=2026-11-23")).ShouldBe(["Now"]);

        var list = agency.Use<TaskList>();
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        foreach (
            var sort in new[]
            {
                "group=due",
                "group=none&sort=created",
                "sort=-created&group=state",
            }
        )
        {
            var titles = new List<string>();
            string? cursor = null;
            do
            {
                var page = await list.Ask(
                    TaskView.Read(sort + "&state=all") with
                    {
                        Cursor = cursor,
                        Limit = 2,
                    },
                    agency.Owner,
                    culture,
                    TestAgency.Now
                );
                titles.AddRange(page.Rows.Select(r => r.Title));
                page.Total.ShouldBe(5);
                cursor = page.Next;
            } while (cursor is not null);
            titles.Count.ShouldBe(5);
            titles.Distinct().Count().ShouldBe(5);
        }
        var view = TaskView.Read(
            "q=a+b&person=me&part=any&state=to-do,in-work&due=week&group=project&sort=-priority&task=HA-1"
        );
        TaskView.Read(view.Write()).Write().ShouldBe(view.Write());
        var grouped = await list.Ask(
            TaskView.Read("group=due"),
            agency.Owner,
            culture,
            TestAgency.Now
        );
        grouped.Groups.Select(g => g.Word).ShouldBe(["Overdue", "Today", "Week", "None"]);
    }

    [Theory, OnEachDatabase]
    public async Task A_task_says_whether_it_fits_before_it_is_due(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var client = await agency.Client("Halva", agency.Owner);
        var halva = await agency.Project("Halva", client);
        var other = await agency.Project("Other", client);
        var wei = await agency.Someone(Position.TeamMember, "Li Wei");
        // Ten of her forty hours are settled for the other project: thirty are left, six of eight on each day.
        await agency.Book(wei.Person, other);
        await agency.Book(wei.Person, halva);
        var content = new TaskChange
        {
            Responsible = new(wei.Person),
            Due = new(new DateOnly(2026, 11, 24)),
            Estimate = new(Minutes.Hours(12)),
        };
        var task = await agency.Task(halva, "Key visual", content);

        var card = await agency.Card(task.Task);
        card.Row.Fit.ShouldBe(new TaskFit(Minutes.Hours(12), Minutes.Hours(12)));
        _ = await agency.Change(task.Task, new() { Estimate = new(Minutes.Hours(13)) });
        (await agency.Card(task.Task)).Row.Fit!.Value.Fits.ShouldBeFalse();
        var outside = await agency.Someone(Position.AccountManager, "Oleg");
        _ = await agency.Change(task.Task, new() { Helpers = new([outside.Person]) });
        (await agency.Card(task.Task, outside)).Row.Fit.ShouldBeNull();
    }

    [Theory, OnEachDatabase]
    public async Task Two_projects_never_have_the_same_code(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var client = await agency.Client("Halva", agency.Owner);
        _ = await agency.Project("Halva", client);
        var add = agency.Use<Plimsoll.Web.Clients.UseCases.AddProject>();
        (
            await add.Run(
                new("Other", client, ProjectKind.Retainer, Code: "ha"),
                agency.Owner,
                TestAgency.Now
            )
        ).Refusal.ShouldBe(new CodeIsTaken("HA"));
    }

    [Theory, OnEachDatabase]
    public async Task What_happened_to_a_task_is_told_to_those_who_see_it(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var client = await agency.Client("Halva", agency.Owner);
        var project = await agency.Project("Halva", client);
        var hidden = await agency.Project("Hidden", client);
        var wei = await agency.Someone(Position.TeamMember, "Li Wei");
        var task = await agency.Task(project, "Fonts", new() { Responsible = new(wei.Person) });
        _ = await agency.Change(task.Task, new() { State = new(TaskState.WithClient) }, wei);

        var history = await agency.Use<TaskHistory>().Ask(task.Task, wei, TestAgency.Now);
        history.Select(l => l.Kind).ShouldBe(["tasks.task-moved", "tasks.task-added"]);
        var other = await agency.Task(hidden, "Unseen");
        _ = await agency
            .Use<WaitForTask>()
            .Run(new(task.Task, other.Task), agency.Owner, TestAgency.Now);
        _ = await agency.Change(task.Task, new() { Project = new(hidden) });
        history = await agency.Use<TaskHistory>().Ask(task.Task, wei, TestAgency.Now);
        history.SelectMany(l => l.Changes).Select(c => c.Property).ShouldNotContain("waitsFor");
        history.SelectMany(l => l.Changes).Select(c => c.Property).ShouldNotContain("project");
    }
}

using System.Globalization;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Tasks.Queries;
using Plimsoll.Web.Tasks.UseCases;
using Plimsoll.Web.Tests.Clients;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.Tasks;

/// <summary>The calendar and the timeline.</summary>
public sealed class TaskPlanTests
{
    [Theory, OnEachDatabase]
    public async Task A_month_is_shown_in_whole_weeks_and_what_has_no_day_is_counted(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var project = await agency.Project("Learning", null);
        await agency.Task(project, "Fonts", Due(2026, 11, 25));
        await agency.Task(project, "Paper", Due(2026, 12, 6));
        await agency.Task(project, "Ink", Due(2026, 12, 7));
        await agency.Task(project, "Some day");
        await agency.Task(project, "Done", Due(2026, 11, 25) with { State = new(TaskState.Done) });

        var month = await Calendar(agency, "as=calendar");
        month.Weeks[0].Monday.ShouldBe(new DateOnly(2026, 10, 26));
        month.Weeks[^1].Sunday.ShouldBe(new DateOnly(2026, 12, 6));
        month.On[new(2026, 11, 25)].Select(r => r.Title).ShouldBe(["Fonts"]);
        month.On[new(2026, 12, 6)].Select(r => r.Title).ShouldBe(["Paper"]);
        month.On.Count.ShouldBe(2);
        month.Undated.ShouldBe(1);

        var week = await Calendar(agency, "as=calendar&span=week&at=2026-12-09&state=all");
        week.Weeks.ShouldHaveSingleItem().Monday.ShouldBe(new DateOnly(2026, 12, 7));
        week.On[new(2026, 12, 7)].Select(r => r.Title).ShouldBe(["Ink"]);
        (await Calendar(agency, "as=calendar&state=done"))
            .On[new(2026, 11, 25)]
            .Select(r => r.Title)
            .ShouldBe(["Done"]);
    }

    [Theory, OnEachDatabase]
    public async Task Bars_go_from_start_to_due_and_what_waits_for_something_later_is_marked(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var project = await agency.Project("Learning", null);
        var first = await agency.Task(project, "First", Due(2026, 12, 4));
        var early = await agency.Task(
            project,
            "Too early",
            Due(2026, 12, 11) with
            {
                Starts = new(new DateOnly(2026, 12, 2)),
            }
        );
        var after = await agency.Task(project, "After", Due(2026, 12, 9));
        await agency.Task(project, "Long ago", Due(2026, 11, 1));
        await agency.Task(project, "Some day");
        foreach (var task in new[] { early.Task, after.Task })
            (
                await agency
                    .Use<WaitForTask>()
                    .Run(new(task, first.Task), agency.Owner, TestAgency.Now)
            ).IsRefused.ShouldBeFalse();

        var line = await Timeline(agency, "as=timeline");
        line.From.ShouldBe(new DateOnly(2026, 11, 23));
        line.Days.ShouldBe(35);
        line.Undated.ShouldBe(1);
        var bars = line.Lanes.ShouldHaveSingleItem().Bars;
        bars.Select(b => b.Row.Title).ShouldBe(["Too early", "First", "After"]);
        bars[0].From.ShouldBe(new DateOnly(2026, 12, 2));
        bars[0].TooLate!.Key.ShouldBe(first.Key);
        bars[2].Waits.ShouldHaveSingleItem().Task.ShouldBe(first.Task);
        bars[2].TooLate.ShouldBeNull();

        // What is done is waited for no more.
        await agency.Change(first.Task, new() { State = new(TaskState.Done) });
        bars = (await Timeline(agency, "as=timeline")).Lanes[0].Bars;
        bars.ShouldAllBe(b => b.Waits.Count == 0);
    }

    [Theory, OnEachDatabase]
    public async Task What_waits_out_of_sight_is_not_told_of(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var client = await agency.Client("Halva", agency.Owner);
        var project = await agency.Project("Halva", client);
        var hidden = await agency.Task(project, "Hidden", Due(2026, 12, 18));
        var hers = await agency.Task(project, "Hers", Due(2026, 12, 4));
        await agency
            .Use<WaitForTask>()
            .Run(new(hers.Task, hidden.Task), agency.Owner, TestAgency.Now);
        var ada = await agency.Someone(Position.TeamMember, "Ada");
        await agency.Change(hers.Task, new() { Responsible = new(ada.Person) });

        var bar = (await Timeline(agency, "as=timeline", ada)).Lanes[0].Bars.ShouldHaveSingleItem();
        bar.Row.Title.ShouldBe("Hers");
        bar.Waits.ShouldBeEmpty();
        var browser = await agency.SignedIn(ada);
        var html = await browser.GetStringAsync("/tasks?as=timeline", TestAgency.Now);
        html.ShouldContain("Hers");
        html.ShouldNotContain(hidden.Task.ToString());
        html.ShouldNotContain(hidden.Key + "<");
        (
            await browser.GetStringAsync("/tasks?as=calendar&at=2026-12-01", TestAgency.Now)
        ).ShouldContain("Hers");
    }

    [Theory, OnEachDatabase]
    public async Task Nobodys_tasks_and_a_range_of_due_days_are_filters_of_every_shape(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var project = await agency.Project("Learning", null);
        await agency.Task(project, "Nobody's", Due(2026, 11, 25));
        await agency.Task(
            project,
            "Olga's",
            Due(2026, 11, 27) with
            {
                Responsible = new(agency.Owner.Person),
            }
        );

        (await agency.Titles("person=nobody")).ShouldBe(["Nobody's"]);
        (await agency.Titles("from=2026-11-26&until=2026-11-30")).ShouldBe(["Olga's"]);
        (await Calendar(agency, "as=calendar&person=nobody")).On.Count.ShouldBe(1);
        var view = TaskView.Read(
            "as=board&person=nobody&from=2026-11-26&limits=in-work.3,x.1,done.0"
        );
        view.Write().ShouldBe("as=board&person=nobody&from=2026-11-26&limits=in-work.3");
        var html = await (await agency.SignedIn(agency.Owner)).GetStringAsync(
            "/tasks?as=board&person=nobody&from=2026-11-26&limits=in-work.3",
            TestAgency.Now
        );
        html.ShouldContain("<option value=\"nobody\" selected");
        html.ShouldContain("name=\"from\" value=\"2026-11-26\"");
        html.ShouldContain("name=\"limits\" value=\"in-work.3\"");
    }

    private static TaskChange Due(int year, int month, int day) =>
        new() { Due = new(new DateOnly(year, month, day)) };

    private static Task<TaskCalendar.View> Calendar(TestAgency agency, string query) =>
        agency.Use<TaskCalendar>().Ask(TaskView.Read(query), agency.Owner, TestAgency.Now);

    private static Task<TaskTimeline.View> Timeline(
        TestAgency agency,
        string query,
        Actor? actor = null
    ) =>
        agency
            .Use<TaskTimeline>()
            .Ask(
                TaskView.Read(query),
                actor ?? agency.Owner,
                CultureInfo.InvariantCulture,
                TestAgency.Now
            );
}

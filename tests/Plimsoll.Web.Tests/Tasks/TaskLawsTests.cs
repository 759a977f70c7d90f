using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.UseCases;
using Plimsoll.Web.Tasks.Queries;
using Plimsoll.Web.Tasks.Store;
using Plimsoll.Web.Tasks.UseCases;
using Plimsoll.Web.Tests.Clients;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.Tasks;

/// <summary>The laws of a task hold as well where it is put back, removed, or dropped where no room is.</summary>
public sealed class TaskLawsTests
{
    [Theory, OnEachDatabase]
    public async Task Stopped_waiting_does_not_come_back_as_a_circle(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (a, b, c) = await Three(agency);
        _ = await Wait(agency, a, b);
        var stop = await Stop(agency, a, b);
        _ = await Wait(agency, b, c);
        _ = await Wait(agency, c, a);

        (await Undo(agency, stop)).Refusal.ShouldBeOfType<ChangedMeanwhile>();
        (await agency.Card(a)).WaitsFor.ShouldBeEmpty();

        _ = await Stop(agency, c, a);
        (await Undo(agency, stop)).IsRefused.ShouldBeFalse();
        (await agency.Card(a)).WaitsFor.Select(o => o.Title).ShouldBe(["B"]);
    }

    [Theory, OnEachDatabase]
    public async Task Nothing_waits_again_for_a_task_that_was_deleted_since(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (a, b, _) = await Three(agency);
        _ = await Wait(agency, a, b);
        var stop = await Stop(agency, a, b);
        (
            await agency.Use<DeleteTask>().Run(new(b), agency.Owner, TestAgency.Now)
        ).IsRefused.ShouldBeFalse();

        (await Undo(agency, stop)).Refusal.ShouldBeOfType<ChangedMeanwhile>();
    }

    [Theory, OnEachDatabase]
    public async Task An_undo_makes_no_task_due_before_it_starts(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (a, _, _) = await Three(agency);
        var monday = new DateOnly(2026, 11, 30);
        _ = await agency.Change(a, new() { Due = new(monday) });
        var later = await agency.Change(a, new() { Due = new(monday.AddDays(7)) });
        _ = await agency.Change(a, new() { Starts = new(monday.AddDays(3)) });

        (await Undo(agency, later)).Refusal.ShouldBeOfType<ChangedMeanwhile>();
        (await agency.Card(a)).Row.Due.ShouldBe(monday.AddDays(7));
    }

    [Theory, OnEachDatabase]
    public async Task An_undo_brings_no_task_into_review_with_nobody(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (a, _, _) = await Three(agency);
        _ = await agency.Change(
            a,
            new() { Reviewer = new(agency.Owner.Person), State = new(TaskState.InReview) }
        );
        var left = await agency.Change(a, new() { State = new(TaskState.InWork) });
        _ = await agency.Change(a, new() { Reviewer = new(null) });

        (await Undo(agency, left)).Refusal.ShouldBeOfType<ChangedMeanwhile>();
        (await agency.Card(a)).Row.State.ShouldBe(TaskState.InWork);
    }

    [Theory, OnEachDatabase]
    public async Task An_undo_puts_no_task_into_a_stream_that_was_removed_since(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var project = await agency.Project("Learning", null);
        var task = (await agency.Task(project, "Fonts")).Task;
        var stream = (
            await agency
                .Use<AddStream>()
                .Run(new(project, SeenVersion.Any, "Design"), agency.Owner, TestAgency.Now)
        ).Value;
        _ = await agency.Change(task, new() { Stream = new(stream) });
        var taken = await agency.Change(task, new() { Stream = new(null) });
        (
            await agency
                .Use<RemoveStream>()
                .Run(new(project, SeenVersion.Any, stream), agency.Owner, TestAgency.Now)
        ).IsRefused.ShouldBeFalse();

        (await Undo(agency, taken)).Refusal.ShouldBeOfType<ChangedMeanwhile>();
    }

    [Theory, OnEachDatabase]
    public async Task A_comment_that_was_accepted_does_not_vanish_with_its_task(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var project = await agency.Project("Learning", null);
        for (var round = 0; round < 12; round++)
        {
            var task = (await agency.Task(project, $"Task {round}")).Task;
            var said = Task.Run(() => agency.TrySay(task, "Which?"), TestAgency.Now);
            var deleted = Task.Run(
                () => agency.Use<DeleteTask>().Run(new(task), agency.Owner, TestAgency.Now),
                TestAgency.Now
            );
            await Task.WhenAll(said, deleted);

            var (comment, gone) = (await said, await deleted);
            (comment.IsRefused ^ gone.IsRefused).ShouldBeTrue();
            if (comment.IsRefused)
                comment.Refusal.ShouldBeOfType<NotThere>();
            else
                gone.Refusal.ShouldBeOfType<TaskIsTalkedAbout>();
            (
                await agency.Store(db =>
                    db.Comments().CountAsync(c => c.Task == task, TestAgency.Now)
                )
            ).ShouldBe(comment.IsRefused ? 0 : 1);
        }
    }

    [Theory, OnEachDatabase]
    public async Task A_task_dropped_where_no_room_is_stands_below_the_upper_one(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (a, b, c) = await Three(agency);
        foreach (var (task, rank) in new[] { (a, "a00000000010"), (b, "a0000000001") })
            _ = await agency.Store(db =>
                db.Tasks()
                    .Where(t => t.Id == task)
                    .ExecuteUpdateAsync(t => t.SetProperty(x => x.Rank, rank), TestAgency.Now)
            );

        (
            await agency
                .Use<MoveTask>()
                .Run(new(c, TaskState.ToDo, b, a), agency.Owner, TestAgency.Now)
        ).Value.Count.ShouldBe(1);
        (await agency.Titles("sort=rank")).ShouldBe(["B", "A", "C"]);
    }

    private static async Task<(TaskId A, TaskId B, TaskId C)> Three(TestAgency agency)
    {
        var project = await agency.Project("Learning", null);
        return (
            (await agency.Task(project, "A")).Task,
            (await agency.Task(project, "B")).Task,
            (await agency.Task(project, "C")).Task
        );
    }

    private static async Task<TasksChanged> Wait(TestAgency agency, TaskId task, TaskId other) =>
        (await agency.Use<WaitForTask>().Run(new(task, other), agency.Owner, TestAgency.Now)).Value;

    private static Task<Outcome<TasksChanged>> Stop(TestAgency agency, TaskId task, TaskId other) =>
        agency.Use<StopWaitingForTask>().Run(new(task, other), agency.Owner, TestAgency.Now);

    private static Task<Outcome<TasksChanged>> Undo(
        TestAgency agency,
        Outcome<TasksChanged> change
    ) => agency.Use<UndoTaskChange>().Run(new(change.Value.Batch), agency.Owner, TestAgency.Now);
}

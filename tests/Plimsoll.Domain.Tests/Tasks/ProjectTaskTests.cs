using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;

namespace Plimsoll.Domain.Tests.Tasks;

public sealed class ProjectTaskTests
{
    private static readonly DateTime At = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);
    private static readonly PersonId Anna = PersonId.New();
    private static readonly PersonId Wei = PersonId.New();

    private static ProjectTask Some() =>
        ProjectTask.New(ProjectId.New(), 42, "Launch key visual", Anna, At).Value;

    [Theory]
    [InlineData(TaskState.ToDo, TaskState.InWork, true)]
    [InlineData(TaskState.ToDo, TaskState.Done, true)]
    [InlineData(TaskState.InWork, TaskState.WithClient, true)]
    [InlineData(TaskState.WithClient, TaskState.Dropped, true)]
    [InlineData(TaskState.Done, TaskState.InWork, true)]
    [InlineData(TaskState.Dropped, TaskState.ToDo, true)]
    [InlineData(TaskState.Done, TaskState.Dropped, false)]
    [InlineData(TaskState.Dropped, TaskState.Done, false)]
    [InlineData(TaskState.Done, TaskState.WithClient, false)]
    [InlineData(TaskState.ToDo, TaskState.ToDo, false)]
    public void A_state_follows_another_as_the_table_says(
        TaskState from,
        TaskState to,
        bool leads
    ) => TaskStates.Leads(from, to).ShouldBe(leads);

    [Fact]
    public void Every_open_state_can_be_left_and_every_closed_one_opened_again()
    {
        foreach (var state in Enum.GetValues<TaskState>())
            TaskStates.After(state).ShouldContain(s => s.IsOpen() != state.IsOpen());
    }

    [Fact]
    public void A_move_leaves_who_and_when()
    {
        var task = Some();
        task.Move(TaskState.WithClient, Wei, answers: false, At.AddDays(2)).ShouldBeNull();
        (task.State, task.StateBy, task.StateSince).ShouldBe(
            (TaskState.WithClient, Wei, At.AddDays(2))
        );
    }

    [Fact]
    public void A_task_is_in_review_with_somebody()
    {
        var task = Some();
        _ = task.Move(TaskState.InReview, Anna, false, At).ShouldBeOfType<ReviewNeedsReviewer>();
        task.LetReview(Wei).ShouldBeNull();
        task.Move(TaskState.InReview, Anna, false, At).ShouldBeNull();
        _ = task.LetReview(null).ShouldBeOfType<ReviewNeedsReviewer>();
    }

    [Fact]
    public void Where_a_reviewer_is_named_she_says_that_it_is_done_or_whoever_answers_for_the_project()
    {
        var task = Some();
        task.LetReview(Wei).ShouldBeNull();
        _ = task.Move(TaskState.Done, Anna, answers: false, At)
            .ShouldBeOfType<ReviewerHasTheWord>();
        task.Move(TaskState.Done, Wei, answers: false, At).ShouldBeNull();
        task.Move(TaskState.InWork, Anna, answers: false, At).ShouldBeNull();
        task.Move(TaskState.Done, Anna, answers: true, At).ShouldBeNull();
    }

    [Fact]
    public void A_task_is_not_due_before_it_starts()
    {
        var task = Some();
        _ = task.Schedule(new(2026, 11, 25), new(2026, 11, 24)).ShouldBeOfType<DueBeforeItStarts>();
        task.Schedule(new(2026, 11, 25), new(2026, 11, 25)).ShouldBeNull();
    }

    [Fact]
    public void An_undo_puts_back_all_that_was_there()
    {
        var task = Some();
        var other = TaskId.New();
        task.HelpedBy([Wei]).ShouldBeNull();
        task.Check([new(ChecklistItemId.New(), "Sizes"), new(ChecklistItemId.New(), "Red")])
            .ShouldBeNull();
        task.WaitFor(other).ShouldBeNull();
        var was = task.Content();

        task.Rename("Another").ShouldBeNull();
        task.HelpedBy([Anna]).ShouldBeNull();
        task.Check([was.Checklist[1] with { DoneBy = Wei, DoneAt = At }]).ShouldBeNull();
        task.StopWaitingFor(other);
        task.Move(TaskState.Done, Anna, false, At.AddHours(1)).ShouldBeNull();
        task.PutBack(was).ShouldBeNull();

        var now = task.Content();
        (now.Title, now.Standing).ShouldBe((was.Title, was.Standing));
        now.Helpers.ShouldBe(was.Helpers);
        now.Checklist.ShouldBe(was.Checklist);
        now.WaitsFor.ShouldBe(was.WaitsFor);
    }

    [Fact]
    public void An_undo_makes_nothing_that_the_laws_do_not_allow()
    {
        var task = Some();
        var was = task.Content();
        var day = new DateOnly(2026, 11, 27);
        task.PutBack(was with { Starts = day, Due = day.AddDays(-1) })
            .ShouldBeOfType<DueBeforeItStarts>();
        task.PutBack(was with { Standing = was.Standing with { State = TaskState.InReview } })
            .ShouldBeOfType<ReviewNeedsReviewer>();
        (task.Starts, task.Due, task.State).ShouldBe((null, null, TaskState.ToDo));
    }

    [Fact]
    public void In_another_project_a_task_has_another_number_and_no_stream_yet()
    {
        var task = Some();
        task.PutInto(StreamId.New());
        var project = ProjectId.New();
        task.MoveTo(project, 7);
        (task.Project, task.Number, task.Stream).ShouldBe((project, 7, null));
    }

    [Theory]
    [InlineData("HA-42", "HA", 42)]
    [InlineData("ha-1-7", "HA-1", 7)]
    public void A_key_is_read_as_it_is_written(string text, string code, int number)
    {
        TaskKey.TryParse(text, out var key).ShouldBeTrue();
        key.ShouldBe(new TaskKey(code, number));
    }

    [Theory]
    [InlineData("42")]
    [InlineData("-42")]
    [InlineData("HA-")]
    [InlineData("HA-4x")]
    public void What_is_no_key_is_not_taken_for_one(string text) =>
        TaskKey.TryParse(text, out _).ShouldBeFalse();
}

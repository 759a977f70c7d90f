using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks.Quick;

namespace Plimsoll.Domain.Tasks;

/// <summary>A task does not go from that state to this one.</summary>
public sealed record TaskStateDoesNotFollow(TaskState From, TaskState To)
    : Refusal("task-state-does-not-follow")
{
    public override string Field => "state";
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["from"] = From, ["to"] = To };
}

/// <summary>A task is in review with somebody.</summary>
public sealed record ReviewNeedsReviewer() : Refusal("review-needs-reviewer")
{
    public override string Field => "reviewer";
}

/// <summary>Where a reviewer is named, she says that it is done, or whoever answers for the project.</summary>
public sealed record ReviewerHasTheWord() : Refusal("reviewer-has-the-word")
{
    public override RefusalKind Kind => RefusalKind.NotAllowed;
    public override string Field => "state";
}

/// <summary>A task is not due before it starts.</summary>
public sealed record DueBeforeItStarts() : Refusal("due-before-it-starts")
{
    public override string Field => "due";
}

/// <summary>A task with more helpers than this is several tasks.</summary>
public sealed record TaskHasEnoughHelpers() : Refusal("task-has-enough-helpers")
{
    public override string Field => "helpers";
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["limit"] = ProjectTask.HelpersAtMost };
}

/// <summary>A checklist longer than this is several tasks.</summary>
public sealed record ChecklistIsFull() : Refusal("checklist-is-full")
{
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["limit"] = ProjectTask.ChecklistAtMost };
}

/// <summary>An estimate is between a minute and a thousand hours.</summary>
public sealed record EstimateIsNoSuchTime() : Refusal("estimate-is-no-such-time")
{
    public override RefusalKind Kind => RefusalKind.Malformed;
    public override string Field => "estimate";
}

/// <summary>A task cannot wait for itself, nor for one that in the end waits for it.</summary>
public sealed record TasksWaitInCircle() : Refusal("tasks-wait-in-circle")
{
    public override string Field => "waitsFor";
}

/// <summary>A task waits for a few others, not for everything.</summary>
public sealed record TaskWaitsForEnough() : Refusal("task-waits-for-enough")
{
    public override string Field => "waitsFor";
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["limit"] = ProjectTask.WaitsAtMost };
}

/// <summary>Other tasks wait for it: it is dropped, not deleted.</summary>
public sealed record TasksWaitForIt() : Refusal("tasks-wait-for-it");

/// <summary>A stream belongs to its project.</summary>
public sealed record StreamIsOfAnotherProject() : Refusal("stream-is-of-another-project")
{
    public override string Field => "stream";
}

/// <summary>No new tasks in a project that is put away.</summary>
public sealed record ProjectTakesNoTasks() : Refusal("project-takes-no-tasks")
{
    public override string Field => "project";
}

/// <summary>This person cannot be given a task: she is not of the staff, has gone, or is not in sight.</summary>
public sealed record CannotBeGivenTasks(string Name) : Refusal("cannot-be-given-tasks")
{
    public override string Field => Name;
}

/// <summary>A name in a line that more than one thing or person has.</summary>
public sealed record NameMayBeSeveral(QuickField Of, string Text, string Names)
    : Refusal("name-may-be-several")
{
    public override string Field => Of.ToString().ToLowerInvariant();
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["text"] = Text, ["names"] = Names };
}

/// <summary>More tasks at once than one change may touch.</summary>
public sealed record TooManyTasks(int Limit) : Refusal("too-many-tasks")
{
    public override RefusalKind Kind => RefusalKind.Malformed;
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["limit"] = Limit };
}

/// <summary>There is nothing of hers to be undone under that number, or it was undone already.</summary>
public sealed record NothingToUndo() : Refusal("nothing-to-undo");

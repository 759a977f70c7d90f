using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.Tasks;

/// <summary>All that can be changed of a task, as a value: what it was before a change, and what an undo puts back.</summary>
public sealed record TaskContent(
    ProjectId Project,
    int Number,
    StreamId? Stream,
    string Title,
    string? Description,
    PersonId? Responsible,
    IReadOnlyList<PersonId> Helpers,
    PersonId? Reviewer,
    TaskPriority Priority,
    DateOnly? Starts,
    DateOnly? Due,
    Minutes? Estimate,
    TaskStanding Standing,
    IReadOnlyList<ChecklistLine> Checklist,
    IReadOnlyList<TaskId> WaitsFor
);

/// <summary>A state, who brought the task there and when, and its place in that column.</summary>
public sealed record TaskStanding(TaskState State, PersonId By, DateTime Since, string Rank);

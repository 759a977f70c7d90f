using Plimsoll.Web.Platform.Text;
using Plimsoll.Web.Tasks.Queries;

namespace Plimsoll.Web.Tasks.Api;

/// <summary>A thing by its id and name.</summary>
public sealed record TaskNameWire(Guid Id, string Name)
{
    internal static TaskNameWire? Of(TaskPerson? person) =>
        person is null ? null : new(person.Id.Value, person.Name);
}

/// <summary>A task in a list.</summary>
/// <param name="Key">What people call it: the code of its project and its number there.</param>
/// <param name="State"><c>to-do</c>, <c>in-work</c>, <c>in-review</c>, <c>with-client</c>, <c>done</c> or <c>dropped</c>.</param>
/// <param name="StateSince">Since when it stands there.</param>
/// <param name="Priority"><c>low</c>, <c>normal</c>, <c>high</c> or <c>urgent</c>.</param>
/// <param name="Client">Only where the project is in the caller's sight.</param>
/// <param name="Estimate">In minutes.</param>
/// <param name="OpenWaits">How many tasks it waits for that are not done yet.</param>
/// <param name="Free">Minutes of free time that the one responsible has before it is due, where that can be said.</param>
/// <param name="Fits">Whether the estimate fits into them.</param>
/// <param name="Version">What <c>If-Match</c> asks for, as <c>"v3"</c>.</param>
public sealed record TaskRowWire(
    Guid Id,
    string Key,
    TaskNameWire Project,
    TaskNameWire? Client,
    TaskNameWire? Stream,
    string Title,
    string State,
    DateTime StateSince,
    string Priority,
    TaskNameWire? Responsible,
    TaskNameWire? Reviewer,
    DateOnly? Starts,
    DateOnly? Due,
    int? Estimate,
    int ChecklistDone,
    int ChecklistTotal,
    int OpenWaits,
    int Comments,
    int? Free,
    bool? Fits,
    bool MayChange,
    int Version
)
{
    internal static TaskRowWire Of(TaskRow row) =>
        new(
            row.Id.Value,
            row.Key,
            new(row.Project.Value, row.ProjectName),
            row.Client is { } client ? new(client.Value, row.ClientName ?? "") : null,
            row.Stream is { } stream && row.StreamName is { } name ? new(stream.Value, name) : null,
            row.Title,
            Kebab.Of(row.State),
            row.StateSince,
            Kebab.Of(row.Priority),
            TaskNameWire.Of(row.Responsible),
            TaskNameWire.Of(row.Reviewer),
            row.Starts,
            row.Due,
            row.Estimate?.Value,
            row.ChecklistDone,
            row.Checklist,
            row.OpenWaits,
            row.Comments,
            row.Fit?.Free.Value,
            row.Fit?.Fits,
            row.MayChange,
            row.Version
        );
}

/// <summary>A page of tasks.</summary>
/// <param name="Total">How many there are in all.</param>
public sealed record TasksWire(IReadOnlyList<TaskRowWire> Items, int Total, string? Next);

/// <summary>A task.</summary>
/// <param name="Description">Markdown.</param>
/// <param name="NextStates">The states it may be brought to by the caller.</param>
public sealed record TaskWire(
    TaskRowWire Task,
    string? Description,
    IReadOnlyList<TaskNameWire> Helpers,
    IReadOnlyList<ChecklistItemWire> Checklist,
    IReadOnlyList<OtherTaskWire> WaitsFor,
    IReadOnlyList<OtherTaskWire> WaitedForBy,
    TaskNameWire? CreatedBy,
    DateTime CreatedAt,
    IReadOnlyList<string> NextStates
)
{
    internal static TaskWire Of(TaskCard.View view, Domain.Kernel.PersonId me) =>
        new(
            TaskRowWire.Of(view.Row),
            view.Description,
            [.. view.Helpers.Select(h => new TaskNameWire(h.Id.Value, h.Name))],
            [
                .. view.Checklist.Select(i => new ChecklistItemWire(
                    i.Id.Value,
                    i.Text,
                    i.DoneBy,
                    i.DoneAt
                )),
            ],
            [.. view.WaitsFor.Select(OtherTaskWire.Of)],
            [.. view.WaitedForBy.Select(OtherTaskWire.Of)],
            TaskNameWire.Of(view.CreatedBy),
            view.CreatedAt,
            [.. view.Row.NextStates(me).Select(s => Kebab.Of(s))]
        );
}

/// <summary>A line of a checklist.</summary>
/// <param name="DoneAt">Missing while it is not done.</param>
public sealed record ChecklistItemWire(Guid Id, string Text, string? DoneBy, DateTime? DoneAt);

/// <summary>A task that another one waits for.</summary>
public sealed record OtherTaskWire(Guid Id, string Key, string Title, string State, DateOnly? Due)
{
    internal static OtherTaskWire Of(TaskCard.Other other) =>
        new(other.Id.Value, other.Key, other.Title, Kebab.Of(other.State), other.Due);
}

/// <summary>What is said of a task. In a change, what is left out stays as it is, and <c>null</c> takes it away.</summary>
/// <param name="Estimate">In minutes.</param>
/// <param name="Checklist">The lines of a new task; an existing one has a route for its lines.</param>
public sealed record TaskWords(
    string? Title = null,
    string? Description = null,
    Guid? Project = null,
    Guid? Stream = null,
    Guid? Responsible = null,
    IReadOnlyList<Guid>? Helpers = null,
    Guid? Reviewer = null,
    string? State = null,
    string? Priority = null,
    DateOnly? Starts = null,
    DateOnly? Due = null,
    int? Estimate = null,
    IReadOnlyList<string>? Checklist = null
);

/// <summary>Changes of several tasks, done together or not at all.</summary>
public sealed record TaskChangesWords(IReadOnlyList<TaskChangeWords>? Changes);

/// <summary>A change of one of several tasks.</summary>
/// <param name="Task">Its id.</param>
/// <param name="Version">The version it was made from; not asked when left out.</param>
/// <param name="Set">As in a change of one task.</param>
public sealed record TaskChangeWords(Guid Task, TaskWords? Set, int? Version = null);

/// <summary>What was done; the number undoes it.</summary>
public sealed record TasksChangedWire(Guid Undo, int Count);

/// <summary>Where a task goes.</summary>
/// <param name="Above">The task that is to stand right above it in the column.</param>
/// <param name="Below">The task that is to stand right below it.</param>
/// <param name="Set">What else becomes of it on the way, as in a change of a task.</param>
public sealed record TaskMoveWords(
    string? State,
    Guid? Above = null,
    Guid? Below = null,
    TaskWords? Set = null
);

/// <summary>Changes of a checklist.</summary>
public sealed record ChecklistWords(IReadOnlyList<ChecklistLineWords>? Lines);

/// <summary>A change of one line.</summary>
/// <param name="Item">The line; a new one when left out.</param>
/// <param name="Place">From the top, counted from 0.</param>
public sealed record ChecklistLineWords(
    Guid? Item = null,
    string? Text = null,
    bool? Done = null,
    int? Place = null,
    bool Removed = false
);

/// <summary>How much there is to do for the caller.</summary>
public sealed record TaskCountsWire(
    int Open,
    int Overdue,
    int Today,
    int Week,
    int Month,
    int WaitingForMe,
    int WaitingForOthers,
    int WaitingForClient
);

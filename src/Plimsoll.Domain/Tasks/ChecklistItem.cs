using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.Tasks;

/// <summary>A line of a checklist, and who did it when.</summary>
public sealed class ChecklistItem
{
    public const int TextLimit = 500;

    public ChecklistItemId Id { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>Its place from the top, counted from 0.</summary>
    public int Place { get; private set; }

    public PersonId? DoneBy { get; private set; }

    public DateTime? DoneAt { get; private set; }

    private ChecklistItem() { }

    public bool IsDone => DoneAt is not null;

    internal static ChecklistItem Of(ChecklistLine line, int place) =>
        new ChecklistItem { Id = line.Id }.Become(line, place);

    internal ChecklistItem Become(ChecklistLine line, int place)
    {
        (Text, DoneBy, DoneAt, Place) = (line.Text, line.DoneBy, line.DoneAt, place);
        return this;
    }
}

/// <summary>A line of a checklist as a value.</summary>
public sealed record ChecklistLine(
    ChecklistItemId Id,
    string Text,
    PersonId? DoneBy = null,
    DateTime? DoneAt = null
);

/// <summary>Somebody who helps the one responsible.</summary>
public sealed class TaskHelper
{
    public PersonId Person { get; private set; }

    private TaskHelper() { }

    internal static TaskHelper Of(PersonId person) => new() { Person = person };
}

/// <summary>A task that has to be done first.</summary>
public sealed class TaskWait
{
    public TaskId For { get; private set; }

    private TaskWait() { }

    internal static TaskWait Of(TaskId task) => new() { For = task };
}

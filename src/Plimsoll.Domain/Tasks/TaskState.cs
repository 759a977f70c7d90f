namespace Plimsoll.Domain.Tasks;

/// <summary>Where a task stands: a closed set; which may follow which says <see cref="TaskStates"/>.</summary>
public enum TaskState
{
    ToDo,
    InWork,
    InReview,

    /// <summary>The agency waits for the client's word.</summary>
    WithClient,
    Done,

    /// <summary>It will not be done; it stays to be found.</summary>
    Dropped,
}

/// <summary>The one table of which state may follow which.</summary>
public static class TaskStates
{
    public static bool IsOpen(this TaskState state) =>
        state is not (TaskState.Done or TaskState.Dropped);

    /// <summary>
    /// Open work goes wherever it is needed and may be done or dropped from anywhere; what is done or dropped is first
    /// opened again, to do or in work.
    /// </summary>
    public static bool Leads(TaskState from, TaskState to) =>
        from != to
        && Enum.IsDefined(to)
        && (from.IsOpen() || to is TaskState.ToDo or TaskState.InWork);

    /// <summary>The states that may follow, in their order.</summary>
    public static IEnumerable<TaskState> After(TaskState from) =>
        Enum.GetValues<TaskState>().Where(to => Leads(from, to));
}

public enum TaskPriority
{
    Low,
    Normal,
    High,
    Urgent,
}

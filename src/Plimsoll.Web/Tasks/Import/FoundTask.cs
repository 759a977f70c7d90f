using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Platform.Sheets;
using Plimsoll.Web.Tasks.Export;

namespace Plimsoll.Web.Tasks.Import;

/// <summary>Which program a file of tasks comes from, as it shows by itself.</summary>
public enum TaskSource
{
    /// <summary>Any table: its columns say what they are, or somebody says it.</summary>
    Table,
    Jira,
    Redmine,
    Asana,
    ActiveCollab,
    Bitrix24,
    Trello,

    /// <summary>A project that was taken away from Plimsoll.</summary>
    Plimsoll,
}

/// <summary>A task as a file tells of it, before anything of it is matched with what the workspace knows.</summary>
public sealed record FoundTask
{
    /// <summary>Where it stands: its row, and the column of its title.</summary>
    public required CellAddress At { get; init; }

    public required string Title { get; init; }

    /// <summary>What the file calls it by; other tasks of the file may name it so.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    public string Project { get; init; } = "";
    public string? Client { get; init; }

    /// <summary>The word for where it stands; empty when the file has none.</summary>
    public string State { get; init; } = "";

    /// <summary>It is said to be done, whatever the word for its state.</summary>
    public bool IsDone { get; init; }

    /// <summary>It was put away in the other program without being done.</summary>
    public bool IsDropped { get; init; }
    public DateTime? DoneAt { get; init; }
    public TaskPriority Priority { get; init; } = TaskPriority.Normal;
    public string? Responsible { get; init; }
    public IReadOnlyList<string> Helpers { get; init; } = [];
    public string? Reviewer { get; init; }
    public DateOnly? Starts { get; init; }
    public DateOnly? Due { get; init; }
    public Minutes? Estimate { get; init; }

    /// <summary>Markdown by now, whatever it was.</summary>
    public string? Description { get; init; }
    public string? Stream { get; init; }
    public IReadOnlyList<string> Labels { get; init; } = [];
    public IReadOnlyList<FoundLine> Checklist { get; init; } = [];

    /// <summary>The key or title of the task that it is a part of.</summary>
    public string? Parent { get; init; }

    /// <summary>The keys of tasks that have to be done first.</summary>
    public IReadOnlyList<string> WaitsFor { get; init; } = [];

    /// <summary>The keys of tasks that wait for this one.</summary>
    public IReadOnlyList<string> Blocks { get; init; } = [];
    public IReadOnlyList<FoundComment> Comments { get; init; } = [];
    public IReadOnlyList<ArchivedFile> Files { get; init; } = [];

    /// <summary>What only Plimsoll itself tells.</summary>
    public FoundOrigin? Origin { get; init; }
}

/// <summary>Something that was said about a task; by whom and when, where the file tells.</summary>
public sealed record FoundComment(string? Author, DateTime? At, string Text);

/// <summary>A line of a checklist.</summary>
public sealed record FoundLine(string Text, bool IsDone)
{
    public string? DoneBy { get; init; }
    public DateTime? DoneAt { get; init; }
}

/// <summary>Where a task of Plimsoll came from: its number, who wrote it down and brought it to its state, and when.</summary>
public sealed record FoundOrigin(
    int Number,
    string? CreatedBy,
    DateTime CreatedAt,
    string? StateBy,
    DateTime StateSince,
    int Place
);

/// <summary>A column of a table, with what it is taken for and the first thing that stands in it.</summary>
/// <param name="Proposed">What its heading says it is.</param>
public sealed record FoundColumn(
    int Number,
    string Heading,
    string? Example,
    TaskColumn Proposed,
    TaskColumn Kind
);

/// <summary>All that a file tells.</summary>
public sealed record FoundTasks
{
    public required TaskSource Source { get; init; }

    /// <summary>The project of the tasks, where the file tells all of it.</summary>
    public ArchivedProject? Project { get; init; }

    /// <summary>Where its headings stand; 0 when it is no table.</summary>
    public int HeadingRow { get; init; }
    public IReadOnlyList<FoundColumn> Columns { get; init; } = [];
    public IReadOnlyList<FoundTask> Tasks { get; init; } = [];

    /// <summary>What bare numbers of the estimate count; nothing when there is no estimate.</summary>
    public EstimateUnit? Estimates { get; init; }

    /// <summary>The addresses of the people that it names, where it has them.</summary>
    public IReadOnlyDictionary<string, string> Emails { get; init; } =
        new Dictionary<string, string>();
    public IReadOnlyList<SheetProblem> Problems { get; init; } = [];
}

/// <summary>What a bare number of an estimate counts.</summary>
public enum EstimateUnit
{
    Hours,
    Minutes,
    Seconds,
    Days,
}

/// <summary>What is known from outside the file.</summary>
/// <param name="Name">The project of tasks that name none: the file's own name.</param>
/// <param name="Zone">Where a day begins, for moments.</param>
public sealed record TaskFileHints(string Name, TimeZoneInfo Zone)
{
    /// <summary>What columns are, by their number, where somebody has said so.</summary>
    public IReadOnlyDictionary<int, TaskColumn> Columns { get; init; } =
        new Dictionary<int, TaskColumn>();
    public EstimateUnit? Estimates { get; init; }
}

/// <summary>The codes of what a file of tasks can be stumbled over; they never change.</summary>
public static class TaskProblem
{
    public const string NoTitles = "task-titles-not-found";
    public const string RowWithoutTitle = "task-row-without-title";
    public const string DayNotUnderstood = "task-day-not-understood";
    public const string DayIsDoubtful = "task-day-is-doubtful";
    public const string EstimateNotUnderstood = "task-estimate-not-understood";
    public const string PriorityNotUnderstood = "task-priority-not-understood";
    public const string ChecklistIsLong = "task-checklist-is-long";
    public const string TextIsTooLong = "task-text-is-too-long";
    public const string TextIsImpossible = "task-text-is-impossible";
    public const string TitleIsLong = "task-title-is-long";
    public const string DueBeforeItStarts = "task-due-before-it-starts";
    public const string ReviewNeedsReviewer = "task-review-needs-reviewer";
    public const string OtherNotInFile = "task-other-not-in-file";
    public const string WaitsInCircle = "task-waits-in-circle";
    public const string PartOfAnother = "task-part-of-another";
    public const string IsThereAlready = "task-is-there-already";
    public const string PersonLeftOut = "task-person-left-out";
    public const string ProjectLeftOut = "task-project-left-out";
    public const string StateLeftOut = "task-state-left-out";
    public const string CommentsStayInside = "task-comments-stay-inside";
    public const string HasTooManyHelpers = "task-has-too-many-helpers";
    public const string NothingToImport = "task-nothing-to-import";
}

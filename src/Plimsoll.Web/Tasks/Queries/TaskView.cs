using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Tasks.Queries;

/// <summary>How the tasks are laid out.</summary>
public enum TaskShape
{
    List,

    /// <summary>A column for each state.</summary>
    Board,

    /// <summary>Each on the day it is due.</summary>
    Calendar,

    /// <summary>A bar from the day it starts to the day it is due.</summary>
    Timeline,
}

/// <summary>How much time a calendar or a timeline shows.</summary>
public enum TaskSpan
{
    Month,
    Week,
    Quarter,
}

/// <summary>More than this should not stand in a column of the board at once.</summary>
public readonly record struct ColumnLimit(TaskState State, int Most)
{
    public const int Highest = 999;
}

/// <summary>What someone is in the tasks that are asked for.</summary>
public enum PartInTask
{
    Responsible,
    Helper,
    Reviewer,
    Any,
}

/// <summary>Which states are asked for when none is named.</summary>
public enum TaskScope
{
    Open,
    Closed,
    All,
}

public enum TaskDue
{
    /// <summary>Open, and due before today.</summary>
    Overdue,
    Today,

    /// <summary>From Monday to Sunday of this week.</summary>
    Week,
    Month,

    /// <summary>Without a due date.</summary>
    None,
}

/// <summary>Whom the work waits for, as seen by the one who asks.</summary>
public enum TaskWaiting
{
    /// <summary>Hers to do now, or to review.</summary>
    Me,

    /// <summary>She takes part or wrote it down, and it is someone else's turn, or another task's.</summary>
    Others,

    /// <summary>With the client.</summary>
    Client,
}

public enum TaskGroup
{
    Due,
    None,
    State,
    Project,
    Client,
    Stream,
    Person,
    Priority,
}

public enum TaskSort
{
    Due,
    Priority,
    Title,
    State,
    Rank,

    /// <summary>The order in which they were written down; the only one that reads on without an end.</summary>
    Created,
}

/// <summary>
/// What someone looks at in the tasks: all of it stands in the address, so that a link shows the same thing. A value
/// that is not understood falls back to its default.
/// </summary>
public sealed record TaskView
{
    public const string Me = "me";
    public const string Nobody = "nobody";

    public TaskShape Shape { get; init; }

    /// <summary>The limits of the board's columns; they are shown when passed, and hold nobody back.</summary>
    public IReadOnlyList<ColumnLimit> Limits { get; init; } = [];

    public TaskSpan Span { get; init; }

    /// <summary>A day of the time that a calendar or a timeline shows; today's when missing.</summary>
    public DateOnly? At { get; init; }

    public string Search { get; init; } = "";

    /// <summary>An id, or <c>me</c>: a view that is shared speaks of its reader.</summary>
    public string? Person { get; init; }
    public PartInTask Part { get; init; }

    /// <summary>Only what is nobody's.</summary>
    public bool Unassigned { get; init; }
    public ProjectId? Project { get; init; }
    public ClientId? Client { get; init; }
    public StreamId? Stream { get; init; }
    public IReadOnlyList<TaskState> States { get; init; } = [];
    public TaskScope Scope { get; init; }
    public TaskPriority? Priority { get; init; }
    public TaskDue? Due { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }
    public TaskWaiting? Waiting { get; init; }
    public TaskGroup Group { get; init; }
    public TaskSort Sort { get; init; }
    public bool Descending { get; init; }

    /// <summary>The task that is open beside the list.</summary>
    public string? Open { get; init; }
    public string? Cursor { get; init; }
    public int? Limit { get; init; }

    /// <summary>Whether anything narrows the list down.</summary>
    public bool IsFiltered =>
        Filter with { States = [] } != new TaskView { States = [], Limits = [] }
        || States.Count > 0;

    /// <summary>Only which tasks are asked for, not how they are shown.</summary>
    public TaskView Filter =>
        this with
        {
            Shape = default,
            Limits = [],
            Span = default,
            At = null,
            Group = default,
            Sort = default,
            Descending = false,
            Open = null,
            Cursor = null,
            Limit = null,
        };

    /// <summary>The limit of a column, where there is one.</summary>
    public int? LimitOf(TaskState state) =>
        Limits.Where(l => l.State == state).Select(l => (int?)l.Most).FirstOrDefault();

    /// <summary>Whom <see cref="Person"/> means, for the one who asks.</summary>
    public PersonId? PersonFor(Actor actor) =>
        Person == Me ? actor.Person
        : Guid.TryParse(Person, out var id) ? new PersonId(id)
        : null;

    /// <summary>The view of a query string, with or without its question mark.</summary>
    public static TaskView Read(string? query)
    {
        var words = QueryHelpers.ParseQuery(query);
        string? Word(string name) =>
            words.TryGetValue(name, out var value) && value[^1] is { Length: > 0 } word
                ? word
                : null;
        var search = (Word("q") ?? "").Trim();
        var sort = Word("sort");
        var state = Word("state");
        return new TaskView
        {
            Shape = Kebab.Read<TaskShape>(Word("as")) ?? default,
            Limits = ReadLimits(Word("limits")),
            Span = Kebab.Read<TaskSpan>(Word("span")) ?? default,
            At = Day(Word("at")),
            Search = search.Length > 100 ? search[..100] : search,
            Person =
                Word("person") is { } who && (who == Me || Guid.TryParse(who, out _)) ? who : null,
            Part = Kebab.Read<PartInTask>(Word("part")) ?? default,
            Unassigned = Word("unassigned") == "true" || Word("person") == Nobody,
            Project = Id<ProjectId>(Word("project")),
            Client = Id<ClientId>(Word("client")),
            Stream = Id<StreamId>(Word("stream")),
            States =
            [
                .. (state ?? "")
                    .Split(',')
                    .Select(Kebab.Read<TaskState>)
                    .OfType<TaskState>()
                    .Distinct()
                    .Order(),
            ],
            Scope = Kebab.Read<TaskScope>(state) ?? default,
            Priority = Kebab.Read<TaskPriority>(Word("priority")),
            Due = Kebab.Read<TaskDue>(Word("due")),
            From = Day(Word("from")),
            Until = Day(Word("until")),
            Waiting = Kebab.Read<TaskWaiting>(Word("waiting")),
            Group = Kebab.Read<TaskGroup>(Word("group")) ?? default,
            Sort = Kebab.Read<TaskSort>(sort?.TrimStart('-')) ?? default,
            Descending = sort?.StartsWith('-') == true,
            Open = Word("task"),
            Cursor = Word("cursor"),
            Limit = Number(Word("limit")),
        };
    }

    /// <summary>The query string without its question mark; what is as usual is left out.</summary>
    public string Write()
    {
        var text = new StringBuilder();
        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                text.Append(text.Length == 0 ? "" : "&")
                    .Append(name)
                    .Append('=')
                    .Append(
                        Uri.EscapeDataString(value).Replace("%2C", ",", StringComparison.Ordinal)
                    );
        }
        static string? Unless<T>(T value)
            where T : struct, Enum => value.Equals(default(T)) ? null : Kebab.Of(value);
        static string? Word<T>(T? value)
            where T : struct, Enum => value is { } known ? Kebab.Of(known) : null;
        Add("as", Unless(Shape));
        Add("span", Unless(Span));
        Add("at", At?.ToString("O", CultureInfo.InvariantCulture));
        Add("q", Search);
        Add("person", Unassigned ? Nobody : Person);
        Add("part", Unless(Part));
        Add("project", Project?.ToString());
        Add("client", Client?.ToString());
        Add("stream", Stream?.ToString());
        Add(
            "state",
            States.Count > 0 ? string.Join(',', States.Select(s => Kebab.Of(s))) : Unless(Scope)
        );
        Add("priority", Word(Priority));
        Add("due", Word(Due));
        Add("from", From?.ToString("O", CultureInfo.InvariantCulture));
        Add("until", Until?.ToString("O", CultureInfo.InvariantCulture));
        Add("waiting", Word(Waiting));
        Add("group", Unless(Group));
        Add(
            "sort",
            Descending ? "-" + Kebab.Of(Sort)
                : Sort == default ? null
                : Kebab.Of(Sort)
        );
        Add(
            "limits",
            string.Join(
                ',',
                Limits.Select(l =>
                    string.Create(CultureInfo.InvariantCulture, $"{Kebab.Of(l.State)}.{l.Most}")
                )
            )
        );
        Add("task", Open);
        Add("cursor", Cursor);
        return text.ToString();
    }

    /// <summary><c>in-work.5,in-review.3</c></summary>
    private static ColumnLimit[] ReadLimits(string? text) =>
        [
            .. (text ?? "")
                .Split(',')
                .Select(l => l.Split('.'))
                .Where(l => l.Length == 2)
                .Select(l => (State: Kebab.Read<TaskState>(l[0]), Most: Number(l[1])))
                .Where(l => l is { State: not null, Most: > 0 and <= ColumnLimit.Highest })
                .Select(l => new ColumnLimit(l.State!.Value, l.Most!.Value))
                .DistinctBy(l => l.State)
                .OrderBy(l => l.State),
        ];

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(
            text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        ) && Era.Holds(day)
            ? day
            : null;

    private static T? Id<T>(string? text)
        where T : struct, IId<T> => Guid.TryParse(text, out var id) ? T.From(id) : null;
}

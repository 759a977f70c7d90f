using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.Tasks;

/// <summary>A piece of work within a project that somebody is responsible for (PRODUCT 4).</summary>
public sealed class ProjectTask
{
    public const int TitleLimit = 200;
    public const int DescriptionLimit = 50_000;
    public const int HelpersAtMost = 20;
    public const int ChecklistAtMost = 100;
    public const int WaitsAtMost = 50;
    public const int EstimateAtMost = 60_000;

    private readonly List<TaskHelper> _helpers = [];
    private readonly List<ChecklistItem> _checklist = [];
    private readonly List<TaskWait> _waits = [];

    public TaskId Id { get; private set; }

    public ProjectId Project { get; private set; }

    /// <summary>Counts up within the project; given once and never again.</summary>
    public int Number { get; private set; }

    public StreamId? Stream { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Markdown, as it was typed.</summary>
    public string? Description { get; private set; }

    public PersonId? Responsible { get; private set; }

    /// <summary>Who says that it is done.</summary>
    public PersonId? Reviewer { get; private set; }

    public TaskState State { get; private set; }

    /// <summary>Since when it stands there: how long it waits follows from it.</summary>
    public DateTime StateSince { get; private set; }

    public PersonId StateBy { get; private set; }

    /// <summary>Its place in the column of its state.</summary>
    public string Rank { get; private set; } = "";

    public TaskPriority Priority { get; private set; } = TaskPriority.Normal;

    public DateOnly? Starts { get; private set; }

    public DateOnly? Due { get; private set; }

    public Minutes? Estimate { get; private set; }

    public PersonId CreatedBy { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<TaskHelper> Helpers => _helpers;

    public IReadOnlyList<ChecklistItem> Checklist => _checklist;

    public IReadOnlyList<TaskWait> Waits => _waits;

    private ProjectTask() { }

    public bool IsOpen => State.IsOpen();

    public static Outcome<ProjectTask> New(
        ProjectId project,
        int number,
        string? title,
        PersonId by,
        DateTime at
    )
    {
        var task = new ProjectTask
        {
            Id = TaskId.New(),
            Project = project,
            Number = number,
            CreatedBy = by,
            CreatedAt = at,
            StateBy = by,
            StateSince = at,
            Rank = TaskRank.Arriving(at, number),
        };
        return task.Rename(title) is { } no ? no : task;
    }

    /// <summary>Whether she is responsible, helps or reviews.</summary>
    public bool TakesPart(PersonId person) =>
        Responsible == person || Reviewer == person || _helpers.Exists(h => h.Person == person);

    public Refusal? Rename(string? title)
    {
        if (Line.Required(title, "title", TitleLimit).Refused(out var no, out var line))
            return no;
        Title = line;
        return null;
    }

    public Refusal? Describe(string? description)
    {
        var text = Line.Prose(description, "description", DescriptionLimit);
        if (text.Refusal is { } no)
            return no;
        Description = text.Value;
        return null;
    }

    /// <summary>Into another project, where it has another number and no stream yet.</summary>
    public void MoveTo(ProjectId project, int number) =>
        (Project, Number, Stream) = (project, number, null);

    public void PutInto(StreamId? stream) => Stream = stream;

    public void GiveTo(PersonId? responsible) => Responsible = responsible;

    /// <summary>Without a reviewer it cannot stay in review.</summary>
    public Refusal? LetReview(PersonId? reviewer)
    {
        if (reviewer is null && State is TaskState.InReview)
            return new ReviewNeedsReviewer();
        Reviewer = reviewer;
        return null;
    }

    public Refusal? HelpedBy(IEnumerable<PersonId> helpers)
    {
        var wanted = helpers.Distinct().ToList();
        if (wanted.Count > HelpersAtMost)
            return new TaskHasEnoughHelpers();
        _ = _helpers.RemoveAll(h => !wanted.Contains(h.Person));
        foreach (var person in wanted.Where(w => !_helpers.Exists(h => h.Person == w)))
            _helpers.Add(TaskHelper.Of(person));
        return null;
    }

    public Refusal? Prioritise(TaskPriority priority)
    {
        if (!Enum.IsDefined(priority))
            return new IsNotUnderstood("priority");
        Priority = priority;
        return null;
    }

    public Refusal? Schedule(DateOnly? starts, DateOnly? due)
    {
        if (!Era.Holds(starts))
            return new IsNotUnderstood("starts");
        if (!Era.Holds(due))
            return new IsNotUnderstood("due");
        if (due < starts)
            return new DueBeforeItStarts();
        (Starts, Due) = (starts, due);
        return null;
    }

    public Refusal? Guess(Minutes? estimate)
    {
        if (estimate is { Value: < 1 or > EstimateAtMost })
            return new EstimateIsNoSuchTime();
        Estimate = estimate;
        return null;
    }

    /// <param name="answers">Whether the one who moves it answers for the project.</param>
    /// <param name="rank">Its place in the new column; the end when missing.</param>
    public Refusal? Move(TaskState to, PersonId by, bool answers, DateTime at, string? rank = null)
    {
        if (to == State)
        {
            Rank = rank ?? Rank;
            return null;
        }
        if (!TaskStates.Leads(State, to))
            return new TaskStateDoesNotFollow(State, to);
        if (to is TaskState.InReview && Reviewer is null)
            return new ReviewNeedsReviewer();
        if (to is TaskState.Done && Reviewer is { } reviewer && reviewer != by && !answers)
            return new ReviewerHasTheWord();
        (State, StateBy, StateSince) = (to, by, at);
        Rank = rank ?? TaskRank.Arriving(at, Number);
        return null;
    }

    /// <summary>The checklist as it is to be, from the top; lines are known by their id.</summary>
    public Refusal? Check(IReadOnlyList<ChecklistLine> lines)
    {
        if (lines.Count > ChecklistAtMost)
            return new ChecklistIsFull();
        if (lines.DistinctBy(l => l.Id).Count() < lines.Count)
            return new IsNotUnderstood("checklist");
        var clean = new List<ChecklistLine>();
        foreach (var line in lines)
        {
            var text = Line.Required(line.Text, "text", ChecklistItem.TextLimit);
            if (text.Refusal is { } no)
                return no;
            clean.Add(line with { Text = text.Value });
        }
        Keep(clean);
        return null;
    }

    /// <summary>That it makes no circle is asked of <see cref="Waiting"/> first.</summary>
    public Refusal? WaitFor(TaskId other)
    {
        if (other == Id)
            return new TasksWaitInCircle();
        if (_waits.Exists(w => w.For == other))
            return null;
        if (_waits.Count >= WaitsAtMost)
            return new TaskWaitsForEnough();
        _waits.Add(TaskWait.Of(other));
        return null;
    }

    public void StopWaitingFor(TaskId other) => _ = _waits.RemoveAll(w => w.For == other);

    /// <summary>All that can be changed of it, as it is now.</summary>
    public TaskContent Content() =>
        new(
            Project,
            Number,
            Stream,
            Title,
            Description,
            Responsible,
            [.. _helpers.Select(h => h.Person).Order(ById)],
            Reviewer,
            Priority,
            Starts,
            Due,
            Estimate,
            new TaskStanding(State, StateBy, StateSince, Rank),
            Lines(),
            [.. _waits.Select(w => w.For).OrderBy(w => w.Value)]
        );

    /// <summary>The checklist from the top.</summary>
    public IReadOnlyList<ChecklistLine> Lines() =>
        [
            .. _checklist
                .OrderBy(i => i.Place)
                .Select(i => new ChecklistLine(i.Id, i.Text, i.DoneBy, i.DoneAt)),
        ];

    /// <summary>
    /// Undoes a change: what was there stands there again, whatever way the table of states would go. It was there by
    /// the laws once; with what was changed besides it must be so still. What it names beyond itself is asked of first.
    /// </summary>
    public Refusal? PutBack(TaskContent was)
    {
        if (was.Due < was.Starts)
            return new DueBeforeItStarts();
        if (was.Standing.State is TaskState.InReview && was.Reviewer is null)
            return new ReviewNeedsReviewer();
        (Project, Number, Stream) = (was.Project, was.Number, was.Stream);
        (Title, Description, Priority) = (was.Title, was.Description, was.Priority);
        (Responsible, Reviewer) = (was.Responsible, was.Reviewer);
        (Starts, Due, Estimate) = (was.Starts, was.Due, was.Estimate);
        (State, StateBy, StateSince, Rank) = (
            was.Standing.State,
            was.Standing.By,
            was.Standing.Since,
            was.Standing.Rank
        );
        _ = HelpedBy(was.Helpers);
        Keep(was.Checklist);
        _ = _waits.RemoveAll(w => !was.WaitsFor.Contains(w.For));
        foreach (var other in was.WaitsFor)
            _ = WaitFor(other);
        return null;
    }

    private void Keep(IReadOnlyList<ChecklistLine> lines)
    {
        _ = _checklist.RemoveAll(i => lines.All(l => l.Id != i.Id));
        for (var place = 0; place < lines.Count; place++)
            if (_checklist.Find(i => i.Id == lines[place].Id) is { } there)
                _ = there.Become(lines[place], place);
            else
                _checklist.Add(ChecklistItem.Of(lines[place], place));
    }

    private static readonly Comparer<PersonId> ById = Comparer<PersonId>.Create(
        (a, b) => a.Value.CompareTo(b.Value)
    );
}

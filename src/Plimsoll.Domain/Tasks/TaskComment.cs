using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.Tasks;

/// <summary>
/// Something said about a task, inside the team or to the client (PRODUCT 4). Which of the two is said once, when it is
/// written, and never changed: what was meant for the team never becomes a client's.
/// </summary>
public sealed class TaskComment
{
    public const int TextLimit = 20_000;

    /// <summary>Besides those that the text itself names.</summary>
    public const int FilesAtMost = 100;

    /// <summary>For so long whoever deleted it can put it back.</summary>
    public static readonly TimeSpan CanBePutBackFor = TimeSpan.FromDays(1);

    private readonly List<CommentVersion> _earlier = [];

    public CommentId Id { get; private set; }

    public TaskId Task { get; private set; }

    /// <summary>
    /// To which client it was said; to none when it stays inside. It names the client because a task can move to another
    /// client's project: what was said to the first is not for the second.
    /// </summary>
    public ClientId? Client { get; private set; }

    /// <summary>Markdown, as it was typed.</summary>
    public string Text { get; private set; } = "";

    public PersonId By { get; private set; }

    /// <summary>When it was said; what an import brings was said before it came here.</summary>
    public DateTime At { get; private set; }

    /// <summary>Written on a page, by a program, come by mail or brought in.</summary>
    public Door Through { get; private set; }

    /// <summary>Since when it says what it says; nothing while that is what it said at first.</summary>
    public DateTime? EditedAt { get; private set; }

    public PersonId? DeletedBy { get; private set; }

    public DateTime? DeletedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>What it said before.</summary>
    public IReadOnlyList<CommentVersion> Earlier => _earlier;

    private TaskComment() { }

    public bool IsInternal => Client is null;

    /// <param name="to">The client it is said to; the team alone when missing.</param>
    public static Outcome<TaskComment> Say(
        TaskId task,
        ClientId? to,
        string? text,
        PersonId by,
        Door through,
        DateTime at
    )
    {
        if (Words(text).Refused(out var no, out var words))
            return no;
        return new TaskComment
        {
            Id = CommentId.New(),
            Task = task,
            Client = to,
            Text = words,
            By = by,
            Through = through,
            At = at,
        };
    }

    /// <summary>Only who said it says it in other words; what it said before is kept.</summary>
    public Refusal? Edit(string? text, PersonId by, DateTime at)
    {
        if (DeletedAt is not null)
            return new NotThere();
        if (by != By)
            return new NotAllowed();
        if (Words(text).Refused(out var no, out var words))
            return no;
        if (words == Text)
            return null;
        _earlier.Add(CommentVersion.Of(_earlier.Count + 1, Text, EditedAt ?? At));
        (Text, EditedAt) = (words, at);
        return null;
    }

    /// <param name="answers">Whether she answers for the project of the task.</param>
    public Refusal? Delete(PersonId by, bool answers, DateTime at)
    {
        if (DeletedAt is not null)
            return new NotThere();
        if (by != By && !answers)
            return new NotAllowed();
        (DeletedBy, DeletedAt) = (by, at);
        return null;
    }

    /// <summary>Undoes the deletion, by the one who deleted it.</summary>
    public Refusal? PutBack(PersonId by, DateTime at)
    {
        if (DeletedAt is null || DeletedBy != by)
            return new NothingToUndo();
        if (at - DeletedAt > CanBePutBackFor)
            return new CommentIsGone();
        (DeletedBy, DeletedAt) = (null, null);
        return null;
    }

    private static Outcome<string> Words(string? text)
    {
        var words = Line.Prose(text, "text", TextLimit);
        if (words.Refusal is { } no)
            return no;
        return words.Value is { } there ? there : new IsMissing("text");
    }
}

/// <summary>What a comment said before it was edited.</summary>
public sealed class CommentVersion
{
    /// <summary>Counted from 1, the first words.</summary>
    public int Number { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>Since when it said so.</summary>
    public DateTime At { get; private set; }

    private CommentVersion() { }

    internal static CommentVersion Of(int number, string text, DateTime at) =>
        new()
        {
            Number = number,
            Text = text,
            At = at,
        };
}

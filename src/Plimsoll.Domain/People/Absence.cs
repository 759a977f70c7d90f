using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.People;

public enum AbsenceKind
{
    Vacation,
    Sick,
    Other,
}

/// <summary>Where an absence stands; only an approved one counts in the week (PRODUCT 2).</summary>
public enum AbsenceState
{
    Requested,
    Approved,
    Declined,
    Withdrawn,
}

/// <summary>Time away that someone asks for: a range of whole or half days (PRODUCT 2).</summary>
public sealed class Absence
{
    public const int DaysAtMost = 366;
    public const int NoteLimit = 500;

    public AbsenceId Id { get; private set; }

    public PersonId Person { get; private set; }

    public AbsenceKind Kind { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>The last day away.</summary>
    public DateOnly To { get; private set; }

    /// <summary>Half of each of its days, not the whole.</summary>
    public bool HalfDay { get; private set; }

    public AbsenceState State { get; private set; }

    public string? Note { get; private set; }

    public PersonId AskedBy { get; private set; }

    public DateTime AskedAt { get; private set; }

    /// <summary>Who approved, declined or withdrew it last.</summary>
    public PersonId? DecidedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public string? DeclineReason { get; private set; }

    public int Version { get; private set; }

    private Absence() { }

    public bool Counts => State is AbsenceState.Approved;

    public static Outcome<Absence> Ask(
        PersonId person,
        AbsenceKind kind,
        DateOnly from,
        DateOnly to,
        bool halfDay,
        string? note,
        PersonId by,
        DateTime at
    )
    {
        var absence = new Absence
        {
            Id = AbsenceId.New(),
            Person = person,
            State = AbsenceState.Requested,
            AskedBy = by,
            AskedAt = at,
        };
        return absence.Change(kind, from, to, halfDay, note) is { } no ? no : absence;
    }

    /// <summary>Another range or kind, as long as nobody has decided.</summary>
    public Refusal? Change(AbsenceKind kind, DateOnly from, DateOnly to, bool halfDay, string? note)
    {
        if (State is not AbsenceState.Requested)
            return new AbsenceIsDecided(State);
        if (!Enum.IsDefined(kind))
            return new IsNotUnderstood("kind");
        if (!Era.Holds(from))
            return new IsNotUnderstood("from");
        if (!Era.Holds(to))
            return new IsNotUnderstood("to");
        if (to < from)
            return new EndsBeforeItBegins("to");
        if (to.DayNumber - from.DayNumber >= DaysAtMost)
            return new AbsenceIsTooLong();
        var text = Line.Prose(note, "note", NoteLimit);
        if (text.Refusal is { } no)
            return no;
        (Kind, From, To, HalfDay, Note) = (kind, from, to, halfDay, text.Value);
        return null;
    }

    /// <summary>Whether both take the same time of a day: they share a day, and are not two halves of it.</summary>
    public bool Clashes(Absence other) =>
        From <= other.To && other.From <= To && !(HalfDay && other.HalfDay);

    /// <summary>Asked for or approved: it stands, or may yet.</summary>
    public bool IsOpen => State is AbsenceState.Requested or AbsenceState.Approved;

    public Refusal? Approve(PersonId by, DateTime at) => Become(AbsenceState.Approved, by, at);

    public Refusal? Decline(PersonId by, DateTime at, string? reason)
    {
        var text = Line.Prose(reason, "reason", NoteLimit);
        if (text.Refusal is { } tooLong)
            return tooLong;
        if (Become(AbsenceState.Declined, by, at) is { } no)
            return no;
        DeclineReason = text.Value;
        return null;
    }

    /// <summary>Takes it back, asked for or approved already: the days are hers to work again.</summary>
    public Refusal? Withdraw(PersonId by, DateTime at) => Become(AbsenceState.Withdrawn, by, at);

    /// <summary>The one place that says which state follows which.</summary>
    public static bool Leads(AbsenceState from, AbsenceState to) =>
        (from, to) switch
        {
            (AbsenceState.Requested, AbsenceState.Approved) => true,
            (AbsenceState.Requested, AbsenceState.Declined) => true,
            (AbsenceState.Requested, AbsenceState.Withdrawn) => true,
            (AbsenceState.Approved, AbsenceState.Withdrawn) => true,
            _ => false,
        };

    private AbsenceIsDecided? Become(AbsenceState state, PersonId by, DateTime at)
    {
        if (!Leads(State, state))
            return new AbsenceIsDecided(State);
        (State, DecidedBy, DecidedAt) = (state, by, at);
        return null;
    }
}

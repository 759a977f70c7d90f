using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.Load;

/// <summary>Whether planned time is settled, or blue: held until a date (PRODUCT 1, 2).</summary>
public enum Certainty
{
    Confirmed,
    Tentative,
}

/// <summary>
/// Minutes of a person planned on a project in a week. There is one for each person, project, week and
/// certainty; tentative time has a day until which it is held, and only tentative time has (PRODUCT 2).
/// </summary>
public sealed class Booking
{
    /// <summary>The minutes of a whole week.</summary>
    public const int MinutesAtMost = 7 * 24 * 60;
    public const int ReasonLimit = 300;

    public BookingId Id { get; private set; }

    public PersonId Person { get; private set; }

    public ProjectId Project { get; private set; }

    public Week Week { get; private set; }

    public Certainty Certainty { get; private set; }

    public Minutes Planned { get; private set; }

    /// <summary>The last day on which a tentative booking stands; <c>null</c> once it is confirmed.</summary>
    public DateOnly? HoldUntil { get; private set; }

    /// <summary>Whose promise it is: told when it lapses.</summary>
    public PersonId Owner { get; private set; }

    /// <summary>Why it may take the week over the line.</summary>
    public string? OverReason { get; private set; }

    public int Version { get; private set; }

    private Booking() { }

    public bool IsTentative => Certainty is Certainty.Tentative;

    /// <summary>Settled time.</summary>
    public static Outcome<Booking> Confirm(
        PersonId person,
        ProjectId project,
        Week week,
        Minutes planned,
        PersonId owner
    ) => New(person, project, week, planned, owner, until: null);

    /// <summary>Tentative time that stands until a day.</summary>
    public static Outcome<Booking> Hold(
        PersonId person,
        ProjectId project,
        Week week,
        Minutes planned,
        DateOnly until,
        PersonId owner
    ) =>
        Load.Hold.MayEnd(until, week)
            ? New(person, project, week, planned, owner, until)
            : new HoldOutlivesItsWeek(week);

    public Refusal? ChangeTo(Minutes planned)
    {
        if (!Fits(planned))
            return new BookingHasNoSuchMinutes(planned);
        Planned = planned;
        return null;
    }

    /// <summary>Why the week may be over the line; an empty text takes the reason back.</summary>
    public Refusal? Explain(string? reason)
    {
        var text = Line.Optional(reason, "reason", ReasonLimit);
        if (text.Refusal is { } no)
            return no;
        OverReason = text.Value;
        return null;
    }

    /// <summary>Moves the booking, as it is, to another person, project or week: a placeholder is staffed, a hold handed on.</summary>
    public Refusal? MoveTo(PersonId person, ProjectId project, Week week)
    {
        if (!Era.Holds(week))
            return new IsNotUnderstood("week");
        if (HoldUntil is { } until && !Load.Hold.MayEnd(until, week))
            return new HoldOutlivesItsWeek(week);
        (Person, Project, Week) = (person, project, week);
        return null;
    }

    public void GiveTo(PersonId owner) => Owner = owner;

    /// <summary>Makes tentative time settled time, while its hold stands.</summary>
    public Refusal? Confirm(DateOnly today)
    {
        if (WhyNoHold(today) is { } no)
            return no;
        Certainty = Certainty.Confirmed;
        HoldUntil = null;
        return null;
    }

    /// <summary>Takes the minutes of a hold on the same cell into this settled booking; the hold is to be removed then.</summary>
    public Refusal? TakeIn(Booking hold, DateOnly today)
    {
        if (IsTentative || (hold.Person, hold.Project, hold.Week) != (Person, Project, Week))
            throw new ArgumentException("Only a hold of the same cell can be taken in.");
        if (hold.WhyNoHold(today) is { } no)
            return no;
        if (ChangeTo(Planned + hold.Planned) is { } tooMuch)
            return tooMuch;
        OverReason ??= hold.OverReason;
        return null;
    }

    /// <summary>Lets the hold stand longer, or shorter; not beyond its week, nor until a day that has passed.</summary>
    public Refusal? Extend(DateOnly until, DateOnly today)
    {
        if (WhyNoHold(today) is { } no)
            return no;
        if (until < today)
            return new HoldDateHasPassed(until);
        if (!Load.Hold.MayEnd(until, Week))
            return new HoldOutlivesItsWeek(Week);
        HoldUntil = until;
        return null;
    }

    /// <summary>The day on which it was held has passed: the time is free again, if nobody has cleared it away yet.</summary>
    public bool HasLapsed(DateOnly today) => HoldUntil < today;

    /// <summary>Asked before the booking is cleared away for its date: only a hold lapses, and only after its day.</summary>
    public Refusal? Lapse(DateOnly today)
    {
        if (HoldUntil is not { } until)
            return new BookingIsConfirmed();
        return HasLapsed(today) ? null : new HoldStillStands(until);
    }

    private static Outcome<Booking> New(
        PersonId person,
        ProjectId project,
        Week week,
        Minutes planned,
        PersonId owner,
        DateOnly? until
    )
    {
        if (!Era.Holds(week))
            return new IsNotUnderstood("week");
        if (!Fits(planned))
            return new BookingHasNoSuchMinutes(planned);
        return new Booking
        {
            Id = BookingId.New(),
            Person = person,
            Project = project,
            Week = week,
            Certainty = until is null ? Certainty.Confirmed : Certainty.Tentative,
            Planned = planned,
            HoldUntil = until,
            Owner = owner,
        };
    }

    private static bool Fits(Minutes planned) => planned.Value is >= 1 and <= MinutesAtMost;

    private Refusal? WhyNoHold(DateOnly today)
    {
        if (HoldUntil is not { } until)
            return new BookingIsConfirmed();
        return HasLapsed(today) ? new HoldHasLapsed(until) : null;
    }
}

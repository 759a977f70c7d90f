using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.People;

/// <summary>How someone belongs to the agency; a placeholder is a person still to be found (PRODUCT 1).</summary>
public enum PersonKind
{
    Employee,
    Freelancer,
    Placeholder,
}

/// <summary>Someone whose time is planned (PRODUCT 1): what she is, when she works, how long she stays.</summary>
public sealed class Person
{
    public const int NameLimit = 120;

    private readonly List<WorkPattern> _patterns = [];

    public PersonId Id { get; private set; }

    public string Name { get; private set; } = "";

    public string? Email { get; private set; }

    public PersonKind Kind { get; private set; }

    public Position Position { get; private set; }

    public RoleId? Role { get; private set; }

    public HolidayCalendarId? Calendar { get; private set; }

    public DateOnly? Joined { get; private set; }

    /// <summary>The last day on which she works; <c>null</c> while she stays.</summary>
    public DateOnly? LastDay { get; private set; }

    /// <summary>An index into the <see cref="Palette"/>; the same person has the same colour everywhere.</summary>
    public int Colour { get; private set; }

    public Archival? Archived { get; private set; }

    public int Version { get; private set; }

    /// <summary>Her work patterns, one for each date they begin on; never empty (PRODUCT 2).</summary>
    public IReadOnlyList<WorkPattern> Patterns => _patterns;

    private Person() { }

    public bool IsPlaceholder => Kind is PersonKind.Placeholder;

    /// <summary>A placeholder never signs in, nor does someone who was archived.</summary>
    public bool MaySignIn => !IsPlaceholder && Archived is null;

    /// <summary>Someone new in the agency. Without a date she counts as having been there all along.</summary>
    public static Outcome<Person> Hire(
        string? name,
        string? email,
        PersonKind kind,
        Position position,
        WorkPattern pattern,
        DateOnly? joined = null,
        DateOnly? lastDay = null
    )
    {
        if (kind is not (PersonKind.Employee or PersonKind.Freelancer))
            return new IsNotUnderstood("kind");
        if (!Enum.IsDefined(position))
            return new IsNotUnderstood("position");
        var person = new Person
        {
            Id = PersonId.New(),
            Kind = kind,
            Position = position,
        };
        if (person.Rename(name) is { } nameless)
            return nameless;
        if (person.ChangeEmail(email) is { } unreachable)
            return unreachable;
        if (person.ChangeEmployment(joined, lastDay) is { } impossible)
            return impossible;
        person._patterns.Add(pattern);
        return person;
    }

    /// <summary>A person still to be found ("motion designer"): demand is booked on it. 40 hours until told otherwise.</summary>
    public static Outcome<Person> NewPlaceholder(
        string? name,
        RoleId? role = null,
        WorkPattern? pattern = null
    )
    {
        var person = new Person
        {
            Id = PersonId.New(),
            Kind = PersonKind.Placeholder,
            Position = Position.TeamMember,
            Role = role,
        };
        if (person.Rename(name) is { } nameless)
            return nameless;
        person._patterns.Add(pattern ?? WorkPattern.FullTime(Era.First));
        return person;
    }

    public Refusal? Rename(string? name)
    {
        if (Line.Required(name, "name", NameLimit).Refused(out var no, out var line))
            return no;
        Name = line;
        return null;
    }

    public Refusal? ChangeEmail(string? email)
    {
        var address = People.Email.Read(email);
        if (address.Refusal is { } no)
            return no;
        if (IsPlaceholder && address.Value is not null)
            return new PlaceholderNeverSignsIn();
        Email = address.Value;
        return null;
    }

    /// <summary>From freelancer to employee and back; a placeholder is filled by moving its bookings, not by changing it.</summary>
    public Refusal? ChangeKind(PersonKind kind)
    {
        if (!Enum.IsDefined(kind))
            return new IsNotUnderstood("kind");
        if (kind != Kind && (IsPlaceholder || kind is PersonKind.Placeholder))
            return new PlaceholderStaysOne();
        Kind = kind;
        return null;
    }

    /// <summary>What she may do. That one owner must remain is looked after where all people are seen.</summary>
    public Refusal? ChangePosition(Position position)
    {
        if (!Enum.IsDefined(position))
            return new IsNotUnderstood("position");
        if (IsPlaceholder && position != Position)
            return new PlaceholderNeverSignsIn();
        Position = position;
        return null;
    }

    public void ChangeRole(RoleId? role) => Role = role;

    public void ChangeCalendar(HolidayCalendarId? calendar) => Calendar = calendar;

    public Refusal? ChangeColour(int colour)
    {
        if (!Palette.Has(colour))
            return new IsNotUnderstood("colour");
        Colour = colour;
        return null;
    }

    /// <summary>When she joins and her last day; outside of them her nominal time is zero (PRODUCT 2).</summary>
    public Refusal? ChangeEmployment(DateOnly? joined, DateOnly? lastDay)
    {
        if (!Era.Holds(joined))
            return new IsNotUnderstood("joined");
        if (!Era.Holds(lastDay))
            return new IsNotUnderstood("lastDay");
        if (lastDay < joined)
            return new LeavesBeforeJoining();
        Joined = joined;
        LastDay = lastDay;
        return null;
    }

    public bool IsEmployedOn(DateOnly day) =>
        (Joined is not { } joined || day >= joined) && (LastDay is not { } last || day <= last);

    /// <summary>Sets what holds from the pattern's date on; one that began on the same day gives way to it.</summary>
    public void SetPattern(WorkPattern pattern)
    {
        if (_patterns.Find(p => p.ValidFrom == pattern.ValidFrom) is { } same)
        {
            same.Become(pattern);
            return;
        }
        _patterns.Add(pattern);
        _patterns.Sort(static (a, b) => a.ValidFrom.CompareTo(b.ValidFrom));
    }

    public Refusal? RemovePattern(DateOnly validFrom)
    {
        if (_patterns.Find(p => p.ValidFrom == validFrom) is not { } pattern)
            return new NotThere();
        if (_patterns.Count == 1)
            return new LastPatternStays();
        _ = _patterns.Remove(pattern);
        return null;
    }

    /// <summary>Puts her away: out of lists and boards, still in everything that was.</summary>
    public void Archive(PersonId by, DateTime at) => Archived ??= new Archival(by, at);

    public void Restore() => Archived = null;
}

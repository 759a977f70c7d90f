using Plimsoll.Domain.Kernel;

namespace Plimsoll.Web.People.Holidays;

/// <summary>What an iCalendar file held: the days, and each event that could not become one.</summary>
public sealed record HolidaysRead(
    IReadOnlyList<Holiday> Days,
    IReadOnlyList<HolidayProblem> Problems
);

/// <summary>An event that was left out: the line of the file on which it begins, its first day and name as far as known, and why.</summary>
public sealed record HolidayProblem(
    int Line,
    DateOnly? Date,
    string? Summary,
    HolidayTrouble Trouble
);

public enum HolidayTrouble
{
    /// <summary>It begins but does not end.</summary>
    Unfinished,

    /// <summary>It has no name.</summary>
    HasNoName,

    /// <summary>Its first day is missing or not a date.</summary>
    HasNoDate,

    /// <summary>It has hours of the day, so it is no day off.</summary>
    IsNotAllDay,

    /// <summary>It is named like a worked weekend day; a person has to say which weekday it follows.</summary>
    LooksLikeAWorkingDay,

    /// <summary>It repeats in another way than yearly, or more than <see cref="IcsEventReader.LimitOfTimes"/> times.</summary>
    RepeatsTooOften,

    /// <summary>Something in it is not understood.</summary>
    IsNotUnderstood,
}

/// <summary>The file is larger than holidays ever are; <paramref name="Limit"/> is in bytes.</summary>
public sealed record HolidayFileIsTooLarge(int Limit) : Refusal("holiday-file-is-too-large")
{
    public override RefusalKind Kind => RefusalKind.Malformed;
    public override string? Field => "file";
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["limit"] = Limit };
}

/// <summary>The file has more events than <paramref name="Limit"/>.</summary>
public sealed record HolidayFileHasTooManyEvents(int Limit)
    : Refusal("holiday-file-has-too-many-events")
{
    public override RefusalKind Kind => RefusalKind.Malformed;
    public override string? Field => "file";
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["limit"] = Limit };
}

/// <summary>The file is not an iCalendar file.</summary>
public sealed record HolidayFileIsNoCalendar() : Refusal("holiday-file-is-no-calendar")
{
    public override RefusalKind Kind => RefusalKind.Malformed;
    public override string? Field => "file";
}

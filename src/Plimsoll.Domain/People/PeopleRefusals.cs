using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.People;

/// <summary>A weekday has 0 to 1,440 minutes.</summary>
public sealed record DayHasNoSuchMinutes(int Minutes) : Refusal("day-has-no-such-minutes")
{
    public override RefusalKind Kind => RefusalKind.Malformed;
    public override string Field => "days";
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["minutes"] = Minutes };
}

/// <summary>The last day lies before the first.</summary>
public sealed record LeavesBeforeJoining() : Refusal("leaves-before-joining")
{
    public override RefusalKind Kind => RefusalKind.Malformed;
    public override string Field => "lastDay";
}

/// <summary>Without a pattern a person has no 100 %.</summary>
public sealed record LastPatternStays() : Refusal("last-pattern-stays");

/// <summary>A placeholder has neither an address nor rights of its own.</summary>
public sealed record PlaceholderNeverSignsIn() : Refusal("placeholder-never-signs-in");

/// <summary>A placeholder does not turn into a person; a person takes over its bookings.</summary>
public sealed record PlaceholderStaysOne() : Refusal("placeholder-stays-one");

/// <summary>The last owner keeps the workspace: neither archived nor made something else.</summary>
public sealed record LastOwnerStays() : Refusal("last-owner-stays");

/// <summary>Nothing is off on that day and it follows its own weekday: there is nothing to set.</summary>
public sealed record DayIsLikeAnyOther(DateOnly Date) : Refusal("day-is-like-any-other")
{
    public override RefusalKind Kind => RefusalKind.Malformed;
    public override string Field => "percentOff";
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["date"] = Date };
}

/// <summary>A day cannot be off as a whole and a moved working day.</summary>
public sealed record DayIsOffAndWorked(DateOnly Date) : Refusal("day-is-off-and-worked")
{
    public override RefusalKind Kind => RefusalKind.Malformed;
    public override string Field => "worksAs";
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["date"] = Date };
}

/// <summary>The days of one year were to be replaced, and this one belongs to another.</summary>
public sealed record DayIsOfAnotherYear(DateOnly Date, int Year) : Refusal("day-is-of-another-year")
{
    public override RefusalKind Kind => RefusalKind.Malformed;
    public override string Field => "date";
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["date"] = Date, ["year"] = Year };
}

/// <summary>One date has one entry in a calendar.</summary>
public sealed record DayIsThereTwice(DateOnly Date) : Refusal("day-is-there-twice")
{
    public override RefusalKind Kind => RefusalKind.Malformed;
    public override string Field => "date";
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["date"] = Date };
}

/// <summary>The end of a range lies before its beginning.</summary>
public sealed record EndsBeforeItBegins(string Name) : Refusal("ends-before-it-begins")
{
    public override RefusalKind Kind => RefusalKind.Malformed;
    public override string Field => Name;
}

/// <summary>An absence lasts 366 days at most.</summary>
public sealed record AbsenceIsTooLong() : Refusal("absence-is-too-long")
{
    public override RefusalKind Kind => RefusalKind.Malformed;
    public override string Field => "to";
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["limit"] = Absence.DaysAtMost };
}

/// <summary>The days away lie before she joins or after she leaves.</summary>
public sealed record IsNotEmployedThen() : Refusal("is-not-employed-then")
{
    public override RefusalKind Kind => RefusalKind.Malformed;
    public override string Field => "from";
}

/// <summary>What would be work on the days away is a public holiday already.</summary>
public sealed record DaysAreHolidays() : Refusal("days-are-holidays")
{
    public override RefusalKind Kind => RefusalKind.Malformed;
    public override string Field => "from";
}

/// <summary>By her work pattern she does not work on the days away.</summary>
public sealed record DaysAreFree() : Refusal("days-are-free")
{
    public override RefusalKind Kind => RefusalKind.Malformed;
    public override string Field => "from";
}

/// <summary>It has been decided or taken back already, and does not go that way from there.</summary>
public sealed record AbsenceIsDecided(AbsenceState State) : Refusal("absence-is-decided")
{
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["state"] = State };
}

/// <summary>Hours are typed as 7.5, 7,5 or 7:30.</summary>
public sealed record HoursAreNotUnderstood(string Text) : Refusal("hours-are-not-understood")
{
    public override RefusalKind Kind => RefusalKind.Malformed;
    public override string Field => "days";
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["text"] = Text };
}

/// <summary>Two of one name cannot be told apart.</summary>
public sealed record NameIsTaken(string Name) : Refusal("name-is-taken")
{
    public override string Field => "name";
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["name"] = Name };
}

/// <summary>An address belongs to one person.</summary>
public sealed record AddressIsOfAnother(string Name) : Refusal("address-is-of-another")
{
    public override string Field => "email";
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["name"] = Name };
}

/// <summary>She is away on some of these days already; only half days can share a day.</summary>
public sealed record IsAwayAlready(DateOnly From, DateOnly To) : Refusal("is-away-already")
{
    public override string Field => "from";
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["from"] = From, ["to"] = To };
}

/// <summary>There is no built-in calendar of this country.</summary>
public sealed record NoCalendarIsBuiltIn() : Refusal("no-calendar-is-built-in")
{
    public override RefusalKind Kind => RefusalKind.Malformed;
    public override string Field => "country";
}

/// <summary>Many were to be decided at once, and none was chosen.</summary>
public sealed record NothingIsMarked() : Refusal("nothing-is-marked")
{
    public override RefusalKind Kind => RefusalKind.Malformed;
}

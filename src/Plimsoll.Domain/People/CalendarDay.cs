using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.People;

/// <summary>
/// A day that is not like its weekday: off in whole or part, or a moved working day that follows the
/// pattern of another weekday, or both (a shortened moved day) (PRODUCT 2).
/// </summary>
public sealed class CalendarDay
{
    public const int NameLimit = 120;

    public DateOnly Date { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>How much of the day is free, 0 to 100.</summary>
    public int PercentOff { get; private set; }

    /// <summary>The weekday whose pattern this day follows; <c>null</c> for its own.</summary>
    public DayOfWeek? WorksAs { get; private set; }

    private CalendarDay() { }

    public static Outcome<CalendarDay> Of(
        DateOnly date,
        string? name,
        int percentOff = 100,
        DayOfWeek? worksAs = null
    )
    {
        if (!Era.Holds(date))
            return new IsNotUnderstood("date");
        if (Line.Required(name, "name", NameLimit).Refused(out var no, out var line))
            return no;
        if (percentOff is < 0 or > 100)
            return new IsNotUnderstood("percentOff");
        if (worksAs is { } weekday && !Enum.IsDefined(weekday))
            return new IsNotUnderstood("worksAs");
        if (percentOff == 0 && worksAs is null)
            return new DayIsLikeAnyOther(date);
        if (percentOff == 100 && worksAs is not null)
            return new DayIsOffAndWorked(date);
        return new CalendarDay
        {
            Date = date,
            Name = line,
            PercentOff = percentOff,
            WorksAs = worksAs,
        };
    }

    internal void Become(CalendarDay other)
    {
        Name = other.Name;
        PercentOff = other.PercentOff;
        WorksAs = other.WorksAs;
    }
}

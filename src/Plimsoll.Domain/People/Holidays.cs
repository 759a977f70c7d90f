namespace Plimsoll.Domain.People;

/// <summary>
/// The days of a holiday calendar, made ready to be asked day by day. Made once for each calendar and shared
/// by everyone who has it.
/// </summary>
public sealed class Holidays
{
    private readonly int[] _days;
    private readonly (int PercentOff, DayOfWeek? WorksAs)[] _what;

    public Holidays(IEnumerable<CalendarDay> days)
    {
        var sorted = days.ToArray();
        Array.Sort(sorted, static (a, b) => a.Date.CompareTo(b.Date));
        _days = Array.ConvertAll(sorted, d => d.Date.DayNumber);
        _what = Array.ConvertAll(sorted, d => (d.PercentOff, d.WorksAs));
    }

    /// <summary>For people without a calendar: every day is like its weekday.</summary>
    public static Holidays None { get; } = new([]);

    /// <summary>How much of the day is off, and the weekday whose pattern it follows.</summary>
    internal (int PercentOff, DayOfWeek WorksAs) On(DateOnly day)
    {
        var found = Array.BinarySearch(_days, day.DayNumber);
        return found < 0
            ? (0, day.DayOfWeek)
            : (_what[found].PercentOff, _what[found].WorksAs ?? day.DayOfWeek);
    }

    /// <summary>Whether any of the days of a week is special; most weeks have none.</summary>
    internal bool Touch(DateOnly monday)
    {
        var at = Array.BinarySearch(_days, monday.DayNumber);
        if (at >= 0)
            return true;
        return ~at < _days.Length && _days[~at] < monday.DayNumber + 7;
    }
}

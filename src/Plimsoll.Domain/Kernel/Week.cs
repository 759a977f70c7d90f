using System.Globalization;

namespace Plimsoll.Domain.Kernel;

/// <summary>An ISO-8601 week, named by its Monday (PRODUCT 1, 9.5).</summary>
public readonly record struct Week : IComparable<Week>
{
    public DateOnly Monday { get; }

    private Week(DateOnly monday) => Monday = monday;

    public static Week Of(DateOnly day) => new(day.AddDays(-(((int)day.DayOfWeek + 6) % 7)));

    /// <summary>The week by its ISO number; <c>null</c> when that year has no such week.</summary>
    public static Week? Numbered(int isoYear, int number) =>
        isoYear is < 1 or > 9998 || number < 1 || number > ISOWeek.GetWeeksInYear(isoYear)
            ? null
            : new Week(
                DateOnly.FromDateTime(ISOWeek.ToDateTime(isoYear, number, DayOfWeek.Monday))
            );

    /// <summary>Reads <c>2026-W48</c> or the date of any of its days, <c>2026-11-23</c>.</summary>
    public static bool TryParse(string? text, out Week week)
    {
        week = default;
        if (text is null)
            return false;
        if (
            text.Length == 8
            && text[4] == '-'
            && text[5] is 'W' or 'w'
            && int.TryParse(
                text.AsSpan(0, 4),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var year
            )
            && int.TryParse(
                text.AsSpan(6, 2),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number
            )
            && Numbered(year, number) is { } numbered
        )
        {
            week = numbered;
            return true;
        }
        if (
            !DateOnly.TryParseExact(
                text,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
        )
            return false;
        if (day.Year is < 2 or > 9998)
            return false;
        week = Of(day);
        return true;
    }

    public int IsoYear => ISOWeek.GetYear(Monday.ToDateTime(TimeOnly.MinValue));

    public int Number => ISOWeek.GetWeekOfYear(Monday.ToDateTime(TimeOnly.MinValue));

    public DateOnly Sunday => Monday.AddDays(6);

    public Week Plus(int weeks) => new(Monday.AddDays(7 * weeks));

    public int WeeksUntil(Week other) => (other.Monday.DayNumber - Monday.DayNumber) / 7;

    public IEnumerable<DateOnly> Days()
    {
        for (var i = 0; i < 7; i++)
            yield return Monday.AddDays(i);
    }

    public static IEnumerable<Week> Range(Week from, int count)
    {
        for (var i = 0; i < count; i++)
            yield return from.Plus(i);
    }

    public int CompareTo(Week other) => Monday.CompareTo(other.Monday);

    public static bool operator <(Week a, Week b) => a.Monday < b.Monday;

    public static bool operator >(Week a, Week b) => a.Monday > b.Monday;

    public static bool operator <=(Week a, Week b) => a.Monday <= b.Monday;

    public static bool operator >=(Week a, Week b) => a.Monday >= b.Monday;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{IsoYear:D4}-W{Number:D2}");
}

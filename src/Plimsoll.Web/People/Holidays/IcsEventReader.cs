using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;

namespace Plimsoll.Web.People.Holidays;

/// <summary>One event read: its name and the spans of days it covers, or what is wrong with it.</summary>
internal sealed record IcsReading(
    string? Name,
    IReadOnlyList<DaySpan> Spans,
    HolidayTrouble? Trouble = null
)
{
    /// <summary>The dates without those of the times that begin on one of the given days.</summary>
    public IEnumerable<DateOnly> DatesBut(HashSet<DateOnly?> begins) =>
        Spans.Where(span => !begins.Contains(span.First)).SelectMany(span => span.Dates);
}

/// <summary>Days in a row; of them, those within the years that are read.</summary>
internal readonly record struct DaySpan(DateOnly First, int Length)
{
    public IEnumerable<DateOnly> Dates
    {
        get
        {
            var (first, last) = (First.DayNumber, First.DayNumber + Length - 1);
            for (
                var day = Math.Max(first, Begin.DayNumber);
                day <= Math.Min(last, End.DayNumber);
                day++
            )
                yield return DateOnly.FromDayNumber(day);
        }
    }

    private static DateOnly Begin => new(HolidayIcs.FirstYear, 1, 1);
    private static DateOnly End => new(HolidayIcs.LastYear, 12, 31);
}

/// <summary>
/// Reads one event. Ical.Net is given only what tells a holiday from another (its days, its rule, its name), with
/// moments cut down to dates: calendars in the wild mix the two in ways it rejects.
/// </summary>
internal static partial class IcsEventReader
{
    /// <summary>How often one event may come back.</summary>
    public const int LimitOfTimes = 200;

    /// <summary>A rule that finds no day in this many steps (30 February) is given up.</summary>
    private const int LimitOfMisses = 100;

    private static readonly string[] Repetition = ["RRULE", "RDATE", "EXDATE"];

    public static IcsReading Read(IcsEvent one)
    {
        if (!one.IsWhole)
            return Wrong(HolidayTrouble.Unfinished);
        if (one.FirstDay is not { } first)
            return Wrong(HolidayTrouble.HasNoDate);
        if (LengthOf(one, first) is not { } length)
            return Wrong(HolidayTrouble.IsNotAllDay);
        if (!RepeatsYearlyAtMost(one))
            return Wrong(HolidayTrouble.RepeatsTooOften);
        try
        {
            return Understand(one, first, length);
        }
        catch (Exception flaw) when (flaw is not OutOfMemoryException)
        {
            // Whatever the library makes of a malformed event, the other events of the file are none the worse for it.
            return Wrong(HolidayTrouble.IsNotUnderstood);
        }
    }

    private static IcsReading Understand(IcsEvent one, DateOnly first, int length)
    {
        var read = Ical.Net.Calendar.Load(Plain(one, first))?.Events.Single();
        if (Shortened(read?.Summary) is not { } name)
            return Wrong(HolidayTrouble.HasNoName);
        if (
            length == 1
            && first.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
            && WorkedDay().IsMatch(name)
        )
            return Wrong(HolidayTrouble.LooksLikeAWorkingDay, name);
        var spans = read!
            .GetOccurrences(
                FirstToLookAt(one),
                new EvaluationOptions { MaxUnmatchedIncrementsLimit = LimitOfMisses }
            )
            .Select(time => new DaySpan(time.Period.StartTime.Date, length))
            .TakeWhile(span => span.First.Year <= HolidayIcs.LastYear)
            .Take(LimitOfTimes + 1)
            .ToList();
        return spans.Count > LimitOfTimes
            ? Wrong(HolidayTrouble.RepeatsTooOften, name)
            : new IcsReading(name, spans);
    }

    /// <summary>
    /// The day before which times need not be looked at. A rule that counts its times is followed from its beginning, so
    /// that <see cref="LimitOfTimes"/> ends it; the library would count past any number of them unseen.
    /// </summary>
    private static CalDateTime? FirstToLookAt(IcsEvent one) =>
        one["RRULE"]?.Contains("COUNT", StringComparison.OrdinalIgnoreCase) is true
            ? null
            : new CalDateTime(new DateOnly(HolidayIcs.FirstYear - 1, 1, 1));

    private static bool RepeatsYearlyAtMost(IcsEvent one)
    {
        var rules = one.Properties.Where(property => property.Name == "RRULE").ToList();
        return rules.Count <= 1 && rules.All(rule => Yearly().IsMatch(rule.Value));
    }

    /// <summary>How many days the event takes, or nothing when it takes hours.</summary>
    private static int? LengthOf(IcsEvent one, DateOnly first)
    {
        if (!IcsProperty.IsWholeDay(one["DTSTART"]!))
            return null;
        if (one["DTEND"] is { } end)
            return IcsProperty.DateOf(end) is { } next && IcsProperty.IsWholeDay(end)
                ? Math.Max(1, next.DayNumber - first.DayNumber)
                : null;
        if (one["DURATION"] is { } duration)
            return WholeDays().Match(duration) is { Success: true } match
                ? int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture)
                    * (match.Groups["week"].Success ? 7 : 1)
                : null;
        return one["DTSTART"]!.Length == 8 ? 1 : null;
    }

    private static string Plain(IcsEvent one, DateOnly first)
    {
        var text = new StringBuilder(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Plimsoll//Holidays//EN\r\nBEGIN:VEVENT\r\n"
        )
            .Append("UID:holiday\r\n")
            .Append("DTSTART;VALUE=DATE:")
            .Append(first.ToString("yyyyMMdd", CultureInfo.InvariantCulture))
            .Append("\r\n")
            .Append("SUMMARY:")
            .Append(one.Summary)
            .Append("\r\n");
        foreach (
            var property in one.Properties.Where(property => Repetition.Contains(property.Name))
        )
        {
            _ = text.Append(property.Name)
                .Append(property.Name == "RRULE" ? ":" : ";VALUE=DATE:")
                .Append(Moment().Replace(property.Value, "$1"))
                .Append("\r\n");
        }

        return text.Append("END:VEVENT\r\nEND:VCALENDAR\r\n").ToString();
    }

    /// <summary>The name on one line, no longer than a name may be.</summary>
    public static string? Shortened(string? name)
    {
        var line = string.Join(
            ' ',
            (name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        return line.Length == 0 ? null
            : line.Length > HolidayIcs.LimitOfName ? line[..HolidayIcs.LimitOfName].TrimEnd()
            : line;
    }

    private static IcsReading Wrong(HolidayTrouble trouble, string? name = null) =>
        new(name, [], trouble);

    [GeneratedRegex(@"(?:^|;)\s*FREQ=YEARLY(?:;|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Yearly();

    [GeneratedRegex(@"^\+?P(?<n>\d{1,4})(?:(?<week>W)|D)(?:T0[HMS])?$", RegexOptions.IgnoreCase)]
    private static partial Regex WholeDays();

    [GeneratedRegex(@"(\d{8})T\d{6}Z?", RegexOptions.IgnoreCase)]
    private static partial Regex Moment();

    [GeneratedRegex(@"上班|补班|рабоч|working day|workday", RegexOptions.IgnoreCase)]
    private static partial Regex WorkedDay();
}

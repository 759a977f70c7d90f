using System.Globalization;
using System.Text.RegularExpressions;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Load.Import;
using Plimsoll.Web.Platform.Sheets;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Tasks.Import;

/// <summary>
/// Days as other programs write them. Whether 03/04 is of March or April is told by the other days of its column; where
/// none tells, the day stands first, as in most of the world, and a note says so.
/// </summary>
internal sealed partial class DayWords
{
    private readonly bool _monthFirst;
    private readonly TimeZoneInfo _zone;

    private DayWords(bool monthFirst, bool isDoubtful, TimeZoneInfo zone) =>
        (_monthFirst, IsDoubtful, _zone) = (monthFirst, isDoubtful, zone);

    /// <summary>Whether no day of the column tells its month from its day.</summary>
    public bool IsDoubtful { get; }

    public static DayWords Of(IEnumerable<string> column, TimeZoneInfo zone)
    {
        var (dayFirst, monthFirst, any) = (false, false, false);
        foreach (var text in column)
        {
            if (Slashes().Match(text) is not { Success: true } found)
                continue;
            any = true;
            dayFirst |= Number(found.Groups[1]) > 12;
            monthFirst |= Number(found.Groups[2]) > 12;
        }
        return new DayWords(monthFirst && !dayFirst, any && !monthFirst && !dayFirst, zone);
    }

    /// <summary><c>null</c> when it is not understood as a day.</summary>
    public DateOnly? Read(SheetCell cell) => cell.Date ?? Read(cell.Text);

    public DateOnly? Read(string text) => Moment(text) is { } at ? DateOnly.FromDateTime(at) : null;

    /// <summary>Day and time as they are in the agency's zone.</summary>
    public DateTime? Moment(string text)
    {
        var plain = text.Trim();
        if (plain.Length is 0 or > 60)
            return null;
        if (HasZone().IsMatch(plain))
            return
                DateTimeOffset.TryParse(
                    plain,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal,
                    out var exact
                ) && Era.Holds(DateOnly.FromDateTime(exact.DateTime))
                ? TimeZoneInfo.ConvertTime(exact, _zone).DateTime
                : null;
        return DayOf(plain) is { } day ? day + TimeOf(plain) : null;
    }

    private DateTime? DayOf(string plain)
    {
        if (Iso().Match(plain) is { Success: true } iso)
            return Made(iso.Groups[1], iso.Groups[2], iso.Groups[3]);
        if (Slashes().Match(plain) is { Success: true } slashes)
            return _monthFirst
                ? Made(slashes.Groups[3], slashes.Groups[1], slashes.Groups[2])
                : Made(slashes.Groups[3], slashes.Groups[2], slashes.Groups[1]);
        if (Dots().Match(plain) is { Success: true } dots)
            return Made(dots.Groups[3], dots.Groups[2], dots.Groups[1]);
        var lower = PlainForm.Of(plain);
        if (Named().Match(lower) is { Success: true } named)
            return Made(named.Groups[3], named.Groups[2], named.Groups[1]);
        return NamedFirst().Match(lower) is { Success: true } first
            ? Made(first.Groups[3], first.Groups[1], first.Groups[2])
            : null;
    }

    private static TimeSpan TimeOf(string plain)
    {
        if (Clock().Match(plain) is not { Success: true } clock)
            return TimeSpan.Zero;
        var (hour, minute) = (Number(clock.Groups[1]), Number(clock.Groups[2]));
        if (clock.Groups[3].Success)
            hour = hour % 12 + (clock.Groups[3].Value is "P" or "p" ? 12 : 0);
        return hour < 24 && minute < 60 ? new TimeSpan(hour, minute, 0) : TimeSpan.Zero;
    }

    private static DateTime? Made(Group year, Group month, Group day)
    {
        var m = char.IsDigit(month.Value[0]) ? Number(month) : MonthNames.Number(month.Value) ?? 0;
        var (y, d) = (Number(year), Number(day));
        if (year.Length == 2)
            y += 2000;
        return
            y is >= 1900 and <= 2199
            && m is >= 1 and <= 12
            && d >= 1
            && d <= DateTime.DaysInMonth(y, m)
            ? new DateTime(y, m, d, 0, 0, 0, DateTimeKind.Unspecified)
            : null;
    }

    private static int Number(Group group) =>
        int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)? ?(?:Z|[+-]\d{2}:?\d{2}|UTC)$"
    )]
    private static partial Regex HasZone();

    [GeneratedRegex(@"^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ].*)?$")]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})(?:[ ,].*)?$")]
    private static partial Regex Slashes();

    [GeneratedRegex(@"^(\d{1,2})[.-](\d{1,2})[.-](\d{4}|\d{2})(?:[ ,].*)?$")]
    private static partial Regex Dots();

    // 13/Nov/26 9:41 AM, 13 Nov 2026, 13-ноя-2026
    [GeneratedRegex(@"^(\d{1,2})[ /.-]+(\p{L}{3,12})\.?[ /,.-]+(\d{4}|\d{2})(?:\D.*)?$")]
    private static partial Regex Named();

    // Nov 13, 2026
    [GeneratedRegex(@"^(\p{L}{3,12})\.? (\d{1,2}),? (\d{4})(?:\D.*)?$")]
    private static partial Regex NamedFirst();

    [GeneratedRegex(@"[ T,](\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?: ?([AaPp])\.?[Mm]\.?)?$")]
    private static partial Regex Clock();
}

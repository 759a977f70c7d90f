using System.Globalization;
using System.Text.RegularExpressions;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Sheets;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Load.Import;

/// <summary>A day as a heading names it; <paramref name="MayBeTurned"/> when 11/12 could be either way round.</summary>
public readonly record struct HeadingDay(int Day, int Month, int? Year, bool MayBeTurned)
{
    public int MonthIn(bool monthFirst) => MayBeTurned && monthFirst ? Day : Month;

    public DateOnly? In(int year, bool monthFirst)
    {
        var (day, month) = (MayBeTurned && monthFirst ? Month : Day, MonthIn(monthFirst));
        var of = Year ?? year;
        return
            of is < 2 or > 9998
            || month is < 1 or > 12
            || day < 1
            || day > DateTime.DaysInMonth(of, month)
            ? null
            : new DateOnly(of, month, day);
    }
}

/// <summary>
/// What one heading says of its week: a number, a day, a range, or several of these, often without the year.
/// Which week it is follows from its neighbours and from today (<see cref="WeekSequence"/>).
/// </summary>
public sealed partial record WeekHeading
{
    public int? Number { get; private init; }

    public int? Year { get; private init; }

    public HeadingDay? First { get; private init; }

    public HeadingDay? Last { get; private init; }

    /// <summary>Nothing but a number, as any amount is.</summary>
    public bool IsBare { get; private init; }

    public static WeekHeading? Read(SheetCell? cell) =>
        cell?.Date is { } date ? Of(date)
        : cell is null || cell.Shape is NumberShape.Percent or NumberShape.Time ? null
        : Read(cell.Text);

    public static WeekHeading? Read(string text)
    {
        if (text.Length is 0 or > 48)
            return null;
        var plain = PlainForm.Of(text);
        if (!plain.Any(char.IsAsciiDigit))
            return null;
        if (Bare().Match(plain) is { Success: true } bare)
            return Numbered(bare) is { } heading ? heading with { IsBare = true } : null;
        if (NumberAndYear().Match(plain) is { Success: true } pair)
            return Numbered(pair) is { } heading ? heading with { IsBare = true } : null;

        // Days alone first: in "week 23-29 Nov" the 23 is a day, not the number of the week.
        if (new WeekHeading().WithDays(plain) is { } days)
            return days;
        var number = NumberOfWeek().Match(plain);
        return number.Success
            ? Numbered(number)?.WithDays(plain.Remove(number.Index, number.Length))
            : null;
    }

    /// <summary>The same heading with a year that stands beside it.</summary>
    public WeekHeading InYear(int year) =>
        this with
        {
            Year = Year ?? year,
            First = First is { } first ? first with { Year = first.Year ?? year } : null,
        };

    /// <summary>The week meant, if a year it does not name is <paramref name="year"/>.</summary>
    public Week? In(int year, bool monthFirst, out bool doubtful)
    {
        doubtful = false;
        if (First is not { } first)
            return Number is { } number ? Week.Numbered(Year ?? year, number) : null;
        var turnsYear = Last is { } end && end.MonthIn(monthFirst) < first.MonthIn(monthFirst);
        var start = first.In(Last?.Year - (turnsYear ? 1 : 0) ?? Year ?? year, monthFirst);
        if (start is not { } from)
            return null;
        var to = Last?.In(from.Year + (turnsYear ? 1 : 0), monthFirst) ?? from;
        doubtful = to < from || to.DayNumber - from.DayNumber > 6;
        // The middle of a range is in its week even where weeks begin on Sunday.
        var week = Week.Of(doubtful ? from : from.AddDays((to.DayNumber - from.DayNumber) / 2));
        doubtful |= Number is { } said && week.Number != said;
        // A range of days names its week whole: from Monday, or from the Sunday before.
        doubtful |= Last is not null && (from < week.Monday.AddDays(-1) || to > week.Sunday);
        return week;
    }

    private static WeekHeading Of(DateOnly day) =>
        new() { First = new HeadingDay(day.Day, day.Month, day.Year, MayBeTurned: false) };

    private static WeekHeading? Numbered(Match found) =>
        Int(found.Groups["n"]) is { } number and >= 1 and <= 53
            ? new WeekHeading { Number = number, Year = FullYear(Int(found.Groups["y"])) }
            : null;

    private WeekHeading? WithDays(string rest)
    {
        var days = new List<HeadingDay>();
        var left = DayOfYear()
            .Replace(
                rest,
                found =>
                {
                    if (DayIn(found) is not { } day)
                        return found.Value;
                    days.Add(day);
                    return days.Count == 1 ? "①" : "②";
                }
            );
        if (days.Count > 2)
            return null;
        // "23-29 Nov", "Nov 23-29": the day alone takes its month from the other.
        if (days.Count == 1 && LoneFirst().Match(left) is { Success: true } before)
            days.Insert(0, days[0] with { Day = Int(before.Groups["d"])!.Value });
        else if (days.Count == 1 && LoneLast().Match(left) is { Success: true } after)
            days.Add(days[0] with { Day = Int(after.Groups["d"])!.Value });
        if (days.Exists(day => day.Day is < 1 or > 31))
            return null;
        left = LoneLast().Replace(LoneFirst().Replace(left, ""), "");
        var year = YearAlone().Match(left);
        if (year.Success)
            left = left.Remove(year.Index, year.Length);
        if (!Filling().IsMatch(left) || (days.Count == 0 && Number is null))
            return null;
        return this with
        {
            Year = Year ?? FullYear(Int(year.Groups["y"])),
            First = days.Count > 0 ? days[0] : null,
            Last = days.Count > 1 ? days[1] : null,
        };
    }

    private static HeadingDay? DayIn(Match found)
    {
        var month = found.Groups["mon"] is { Success: true } name
            ? MonthNames.Number(name.Value)
            : Int(found.Groups["m"]);
        if (month is null || Int(found.Groups["d"]) is not { } day)
            return null;
        var slash = found.Groups["s"].Value == "/";
        var valid = month is >= 1 and <= 12 && day is >= 1 and <= 31;
        var validTurned = slash && day is >= 1 and <= 12 && month is >= 1 and <= 31;
        return !valid && !validTurned
            ? null
            : new HeadingDay(day, month.Value, FullYear(Int(found.Groups["y"])), slash);
    }

    private static int? FullYear(int? year) => year is < 100 ? 2000 + year : year;

    private static int? Int(Group group) =>
        group.Success
            ? int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex(@"^(?<n>\d{1,2})\.?$")]
    private static partial Regex Bare();

    private const string Month =
        @"(?:jan|jän|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)\p{L}*";

    // 48/2026, 2026-48
    [GeneratedRegex(@"^(?:(?<n>\d{1,2}) ?[/.-] ?(?<y>20\d\d)|(?<y>20\d\d) ?[/.-] ?(?<n>\d{1,2}))$")]
    private static partial Regex NumberAndYear();

    [GeneratedRegex(
        @"(?:(?<y>20\d\d) ?[-/ ]? ?)?(?<!\p{L})(?:weeks?|wk|kw|cw|w|неделя|недели|нед|н)(?: ?\. ?| ?[-#]? ?)(?:no\.? ?)?(?<n>\d{1,2})(?!\d|[./]\d{1,2}(?!\d))"
            + @"|(?:(?<y>20\d\d) ?年 ?)?第 ?(?<n>\d{1,2}) ?(?:周|週|个?星期)"
            + @"|(?:(?<y>20\d\d) ?年 ?)?(?<!\d)(?<n>\d{1,2}) ?(?:周|週)(?![一二三四五六日天])"
            + @"|周 ?(?<n>\d{1,2})(?!\d|月)"
            + @"|(?<![\d.])(?<n>\d{1,2})(?: ?-? ?(?:я|ая|th|st|nd|rd))? ?(?:неделя|недели|нед\b\.?|weeks?\b|wk\b)"
    )]
    private static partial Regex NumberOfWeek();

    [GeneratedRegex(
        @"(?<!\d)(?<y>20\d\d)[-./](?<m>\d{1,2})[-./](?<d>\d{1,2})(?!\d)"
            + @"|(?:(?<y>20\d\d) ?年 ?)?(?<!\d)(?<m>\d{1,2}) ?月 ?(?<d>\d{1,2})(?!\d) ?[日号]?"
            + @"|(?<!\d)(?<d>\d{1,2})(?<s>[./])(?<m>\d{1,2})(?:[./](?<y>20\d\d|\d\d)(?!\d))?(?!\d)"
            + @"|(?<!\d)(?<d>\d{1,2})-(?<m>\d{1,2})-(?<y>20\d\d)(?!\d)"
            + @"|(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th)?\.? ?(?:of )?(?<mon>"
            + Month
            + @")\.?(?:,? ?(?:(?<y>20\d\d)(?!\d)|'(?<y>\d\d)))?"
            + @"|(?<!\p{L})(?<mon>"
            + Month
            + @")\.? ?(?<d>\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,? ?(?:(?<y>20\d\d)(?!\d)|'(?<y>\d\d)))?"
    )]
    private static partial Regex DayOfYear();

    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})\.? ?[-/] ?(?=①)")]
    private static partial Regex LoneFirst();

    [GeneratedRegex(@"(?<=①\.? ?[-/] ?)(?<d>\d{1,2})(?!\d) ?[日号.]?")]
    private static partial Regex LoneLast();

    [GeneratedRegex(@"(?<!\d)(?:(?<y>20\d\d)(?!\d) ?(?:г\.?|года?|年)?|'(?<y>\d\d)(?!\d))")]
    private static partial Regex YearAlone();

    // What may stand around the figures without meaning anything else.
    [GeneratedRegex(
        @"^(?:[①②\s\-.,;:()\[\]/|&'_]|w/?c\b|w\b|weeks?\b|wk\b|of\b|commencing\b|beginning\b|starting\b|from\b|to\b|till\b|недел[яи]\b|нед\b|с\b|со\b|по\b|до\b|от\b|г\b|(?:mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|rsday|urday)?\b|пн\b|вт\b|ср\b|чт\b|пт\b|сб\b|вс\b|понедельник\b|(?:周|星期)[一二三四五六日天]?|起|至|到|年|当周)*$"
    )]
    private static partial Regex Filling();
}

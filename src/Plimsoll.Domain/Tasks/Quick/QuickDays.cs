using System.Globalization;
using System.Text.RegularExpressions;
using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.Tasks.Quick;

/// <summary>
/// Days as people write them, in English, Russian and Chinese. A weekday is the next one after today; "this" is of
/// this week, "next" of the next. A day without its year is the next one there is.
/// </summary>
internal static partial class QuickDays
{
    internal readonly record struct Found(int Start, int Length, DateOnly Day);

    private const RegexOptions Plain =
        RegexOptions.CultureInvariant
        | RegexOptions.ExplicitCapture
        | RegexOptions.IgnorePatternWhitespace;

    /// <summary>The last day that is named in the line: people end with it.</summary>
    /// <param name="plain">A line in its plain form (<see cref="TypedLine"/>).</param>
    public static Found? Last(string plain, DateOnly today)
    {
        Found? last = null;
        foreach (
            var found in All(plain, today).OrderBy(f => f.Start).ThenByDescending(f => f.Length)
        )
            if (last is not { } known || found.Start >= known.Start + known.Length)
                last = found;
        return last;
    }

    private static IEnumerable<Found> All(string plain, DateOnly today)
    {
        foreach (var pattern in new[] { English(), Russian(), Chinese(), Numbers() })
        foreach (Match match in pattern.Matches(plain))
            if (Day(match, today) is { } day && Era.Holds(day))
                yield return new Found(match.Index, match.Length, day);
    }

    private static DateOnly? Day(Match match, DateOnly today)
    {
        string? Said(string name) => match.Groups[name] is { Success: true } g ? g.Value : null;
        if (Said("plus") is { } plus)
            return today.AddDays(Plus[plus]);
        if (Said("weekday") is { } weekday)
            return Weekday(weekday, Said("which"), today);
        if (match.Groups["nextweek"].Success)
            return Week.Of(today).Plus(1).Monday;
        if (match.Groups["weekend"].Success)
            return Friday(today);
        if (match.Groups["monthend"].Success)
            return MonthEnd(today, Said("which") is null ? 0 : 1);
        if (Said("span") is { } span)
            return After(Count(Said("count")), span, today);
        if (Said("year") is null && Said("month") is null && Said("date") is { } only)
            return OnlyDay(Count(only), today);
        return Date(Said("date"), Said("month"), Said("year"), today);
    }

    private static DateOnly? Weekday(string word, string? which, DateOnly today)
    {
        var day = (int)Weekdays.First(w => word.StartsWith(w.Word, StringComparison.Ordinal)).Day;
        if (which is null)
            return today.AddDays(1 + (day + 6 - IsoDay(today)) % 7);
        var week = Week.Of(today).Monday;
        var ahead =
            which.StartsWith("下下", StringComparison.Ordinal) ? 2
            : which[0] is 'n' or 'с' or '下' ? 1
            : 0;
        var found = week.AddDays(7 * ahead + day - 1);
        return found < today ? found.AddDays(7) : found;
    }

    /// <summary>1 is Monday.</summary>
    private static int IsoDay(DateOnly day) => ((int)day.DayOfWeek + 6) % 7 + 1;

    private static DateOnly Friday(DateOnly today)
    {
        var friday = Week.Of(today).Monday.AddDays(4);
        return friday < today ? friday.AddDays(7) : friday;
    }

    private static DateOnly MonthEnd(DateOnly today, int ahead) =>
        new DateOnly(today.Year, today.Month, 1).AddMonths(ahead + 1).AddDays(-1);

    private static DateOnly? After(int? count, string span, DateOnly today) =>
        count is not (>= 0 and <= 400) ? null
        : span[0] is 'd' or 'д' or '天' or '日' ? today.AddDays(count.Value)
        : span[0] is 'w' or 'н' or '周' or '星' or '礼' ? today.AddDays(7 * count.Value)
        : today.AddMonths(count.Value);

    /// <summary>The next day of that number.</summary>
    private static DateOnly? OnlyDay(int? number, DateOnly today)
    {
        if (number is not (>= 1 and <= 31))
            return null;
        var month = new DateOnly(today.Year, today.Month, 1);
        for (var ahead = 0; ahead < 3; ahead++)
        {
            var of = month.AddMonths(ahead);
            if (number <= DateTime.DaysInMonth(of.Year, of.Month))
            {
                var day = of.AddDays(number.Value - 1);
                if (day >= today)
                    return day;
            }
        }
        return null;
    }

    private static DateOnly? Date(string? date, string? month, string? year, DateOnly today)
    {
        if (Count(date) is not { } d || Month(month) is not { } m)
            return null;
        if (year is not null)
        {
            var y = int.Parse(year, CultureInfo.InvariantCulture);
            return Real(y < 100 ? 2000 + y : y, m, d);
        }
        // A leap day may be some years ahead.
        for (var y = today.Year; y <= today.Year + 8; y++)
            if (Real(y, m, d) is { } day && day >= today)
                return day;
        return null;
    }

    private static DateOnly? Real(int year, int month, int day) =>
        year is >= 1 and <= 9999
        && month is >= 1 and <= 12
        && day >= 1
        && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static int? Month(string? word)
    {
        if (word is null)
            return null;
        if (Count(word) is { } number)
            return number;
        var at = Array.FindIndex(
            Months,
            m => m.Split(' ').Any(w => word.StartsWith(w, StringComparison.Ordinal))
        );
        return at < 0 ? null : at + 1;
    }

    /// <summary>A number in figures or words; one where none is said.</summary>
    internal static int? Count(string? text)
    {
        if (text is null)
            return 1;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        return Words.TryGetValue(text, out var word) ? word : Han(text);
    }

    /// <summary>Chinese numbers up to 99.</summary>
    private static int? Han(string text)
    {
        var ten = text.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
            return text.Length == 1 ? Digit(text[0]) : null;
        var tens =
            ten == 0 ? 1
            : ten == 1 ? Digit(text[0])
            : null;
        var ones =
            ten == text.Length - 1 ? 0
            : ten == text.Length - 2 ? Digit(text[^1])
            : null;
        return tens * 10 + ones;
    }

    private static int? Digit(char c) =>
        c == '两' ? 2
        : "〇一二三四五六七八九".IndexOf(c, StringComparison.Ordinal) is >= 0 and var digit ? digit
        : null;

    private static readonly Dictionary<string, int> Plus = new()
    {
        ["today"] = 0,
        ["tomorrow"] = 1,
        ["tmrw"] = 1,
        ["tmr"] = 1,
        ["day after tomorrow"] = 2,
        ["сегодня"] = 0,
        ["завтра"] = 1,
        ["послезавтра"] = 2,
        ["今天"] = 0,
        ["今日"] = 0,
        ["明天"] = 1,
        ["明日"] = 1,
        ["后天"] = 2,
        ["大后天"] = 3,
    };

    private static readonly Dictionary<string, int> Words = new()
    {
        ["a"] = 1,
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["ten"] = 10,
        ["один"] = 1,
        ["одну"] = 1,
        ["два"] = 2,
        ["две"] = 2,
        ["три"] = 3,
        ["четыре"] = 4,
        ["пять"] = 5,
        ["шесть"] = 6,
        ["десять"] = 10,
    };

    private static readonly (string Word, int Day)[] Weekdays =
    [
        ("mon", 1),
        ("tue", 2),
        ("wed", 3),
        ("thu", 4),
        ("fri", 5),
        ("sat", 6),
        ("sun", 7),
        ("по", 1),
        ("пн", 1),
        ("вт", 2),
        ("ср", 3),
        ("че", 4),
        ("чт", 4),
        ("пя", 5),
        ("пт", 5),
        ("су", 6),
        ("сб", 6),
        ("во", 7),
        ("вс", 7),
        ("一", 1),
        ("二", 2),
        ("三", 3),
        ("四", 4),
        ("五", 5),
        ("六", 6),
        ("日", 7),
        ("天", 7),
    ];

    private static readonly string[] Months =
    [
        "jan янв",
        "feb фев",
        "mar мар",
        "apr апр",
        "may мая май",
        "jun июн",
        "jul июл",
        "aug авг",
        "sep сен",
        "oct окт",
        "nov ноя",
        "dec дек",
    ];

    [GeneratedRegex(
        """
            (?<![\w@#]) ((due|by|on|until|till|before|for)[ ]+){0,2}
            (
              (the[ ])?(?<plus>day[ ]after[ ]tomorrow)
              | (?<plus>today|tomorrow|tmrw|tmr)
              | ((?<which>this|next)[ ]+)? (?<weekday>monday|mon|tuesday|tues|tue|wednesday|wed|thursday|thurs|thur|thu|friday|fri|saturday|sat|sunday|sun)
              | (?<nextweek>next[ ]week)
              | ((the[ ])?end[ ]of[ ]((?<which>next)[ ])?(the[ ]|this[ ])?(?<monthend>month)|(?<monthend>eom))
              | (?<weekend>(the[ ])?end[ ]of[ ](the[ ]|this[ ])?week|eow)
              | in[ ](?<count>\d{1,3}|a|one|two|three|four|five|six|ten)[ ](?<span>days?|weeks?|months?)
              | (the[ ])?(?<date>\d{1,2})(st|nd|rd|th)?([ ]of)?[ ]
                (?<month>january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct|november|nov|december|dec)\b\.?
                (,?[ ](?<year>\d{4}))?
              | (?<month>january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct|november|nov|december|dec)\.?[ ]
                (?<date>\d{1,2})(st|nd|rd|th)?(,?[ ](?<year>\d{4}))?
              | (?<=\b(on|by|due|until|till)[ ])(the[ ])?(?<date>\d{1,2})(st|nd|rd|th)
            )
            (?![\w'’]|[.:]\d)
            """,
        Plain
    )]
    private static partial Regex English();

    [GeneratedRegex(
        """
            (?<![\w@#]) ((срок|до|к|ко|на|в|во)[ ]+){0,2}
            (
              (?<plus>сегодня|послезавтра|завтра)
              | ((?<which>этот|эту|это|этой|следующ(ий|ую|ее|его|ей|ему)|след\.?)[ ]+)?
                (?<weekday>понедельник[ауе]?|вторник[ауе]?|сред[ауеы]|четверг[ауе]?|пятниц[ауеы]|суббот[ауеы]|воскресень[еяю]|пн|вт|ср|чт|пт|сб|вс)
              | (?<nextweek>(следующ(ей|ая|ую)|след\.?)[ ]недел[еяюи])
              | (?<monthend>(конца|концу|конец|конце)[ ](месяца|мес))
              | (конца|концу|конец|конце)[ ](?<which>следующего)[ ](?<monthend>месяца)
              | (?<weekend>(конца|концу|конец|конце)[ ]недели)
              | через[ ]((?<count>\d{1,3}|один|одну|два|две|три|четыре|пять|шесть|десять)[ ])?(?<span>день|дня|дней|неделю|недели|недель|месяц|месяца|месяцев)
              | (?<date>\d{1,2})(-?го)?[ ]
                (?<month>январ[ья]|янв|феврал[ья]|фев|марта?|мар|апрел[ья]|апр|ма[яй]|июн[ья]|июн|июл[ья]|июл|августа?|авг|сентябр[ья]|сент|сен|октябр[ья]|окт|ноябр[ья]|нояб|ноя|декабр[ья]|дек)\b\.?
                ([ ](?<year>\d{4})([ ]?г\.?)?)?
              | (?<=\b(до|к)[ ])(?<date>\d{1,2})-?го
              | (?<date>\d{1,2})(-?го)?[ ]числа
            )
            (?!\w|[.:]\d)
            """,
        Plain
    )]
    private static partial Regex Russian();

    [GeneratedRegex(
        """
            (截止到?|截至|在|于|到)?
            (
              (?<plus>大后天|后天|今天|今日|明天|明日)
              | (?<which>下下个?|下个?|本|这个?)?(?<![一二两三四五六七八九十每\d])(周|星期|礼拜)(?<weekday>[一二三四五六日天])(?!次)
              | (?<nextweek>下个?(周|星期|礼拜)(?![一二三四五六日天末]))
              | (?<weekend>(本|这)?周末)
              | ((?<which>下)个?|本|这个?)?(?<monthend>月底|月末)
              | (?<![\d.])(?<count>\d{1,3}|[一二两三四五六七八九十]{1,3})[ ]?(个?(?<span>周|星期|礼拜|月)|(?<span>天|日))(之后|以后|后|之内|以内|内)
              | ((?<![\d.])(?<year>\d{4})[ ]?年[ ]?)?(?<![\d.])(?<month>\d{1,2}|十[一二]?|[一二三四五六七八九])[ ]?月[ ]?(?<date>\d{1,2}|[一二三四五六七八九十]{1,3})[ ]?[日号]?(?![\d个])
              | (?<![\d.月第])(?<date>\d{1,2})[ ]?[号](?!\d)
            )
            (之前|以前|前|截止|到期)?
            """,
        Plain
    )]
    private static partial Regex Chinese();

    /// <summary>2026-11-25, 25.11.2026, 25.11, 25/11/2026.</summary>
    [GeneratedRegex(
        """
            (?<![\da-zа-я./:-]) ((due|by|on|until|till|до|к|на|в)[ ]+)?
            (
              (?<year>\d{4})-(?<month>\d{1,2})-(?<date>\d{1,2})
              | (?<date>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4}|\d{2})
              | (?<date>\d{2})\.(?<month>\d{2})
              | (?<date>\d{1,2})/(?<month>\d{1,2})/(?<year>\d{4})
            )
            (?![\da-zа-я]|[.:/-]\d)
            """,
        Plain
    )]
    private static partial Regex Numbers();
}

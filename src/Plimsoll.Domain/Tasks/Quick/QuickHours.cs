using System.Globalization;
using System.Text.RegularExpressions;

namespace Plimsoll.Domain.Tasks.Quick;

/// <summary>How long something takes, as people write it: 3h, 1h30, 90 min; 3 ч, полтора часа; 3小时, 半小时.</summary>
internal static partial class QuickHours
{
    internal readonly record struct Found(int Start, int Length, int Minutes);

    private const RegexOptions Plain =
        RegexOptions.CultureInvariant
        | RegexOptions.ExplicitCapture
        | RegexOptions.IgnorePatternWhitespace;

    /// <summary>The last time that is said in the line.</summary>
    public static Found? Last(string plain)
    {
        Found? last = null;
        foreach (var pattern in new[] { English(), Russian(), Chinese() })
        foreach (Match match in pattern.Matches(plain))
            if (
                Minutes(match) is >= 1 and <= 60_000 and var minutes
                && (last is null || match.Index > last.Value.Start)
            )
                last = new Found(match.Index, match.Length, minutes);
        return last;
    }

    private static int Minutes(Match match)
    {
        if (match.Groups["half"].Success)
            return 30;
        if (match.Groups["hour"].Success)
            return 60;
        if (match.Groups["more"].Success)
            return 90;
        var hours = Hours(match.Groups["h"].Value);
        var minutes = match.Groups["m"] is { Success: true } m ? QuickDays.Count(m.Value) ?? 0 : 0;
        return (int)Math.Round(hours * 60, MidpointRounding.AwayFromZero)
            + (match.Groups["andhalf"].Success ? 30 : 0)
            + minutes;
    }

    private static decimal Hours(string text) =>
        text.Length == 0 ? 0
        : decimal.TryParse(
            text.Replace(',', '.'),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
        : QuickDays.Count(text) ?? 0;

    [GeneratedRegex(
        """
            (?<![\w.,:/-])
            (
              (?<h>\d{1,4}([.,]\d{1,2})?)[ ]?(hours|hour|hrs|hr|h)((?<m>\d{1,2})m?|[ ]?(?<m>\d{1,2})[ ]?(minutes|minute|mins|min|m))?
              | (?<m>\d{1,5})([ ]?(minutes|minute|mins|min)|m)
              | (?<more>an[ ]hour[ ]and[ ]a[ ]half)
              | (?<half>half[ ]an[ ]hour|half[ ]hour)
            )
            (?!\w)
            """,
        Plain
    )]
    private static partial Regex English();

    /// <summary>"в 3 часа" is a time of day, not how long it takes.</summary>
    [GeneratedRegex(
        """
            (?<![\w.,:/-]) (?<!\b[вк][ ])
            (
              (?<h>\d{1,4}([.,]\d{1,2})?)[ ]?(часов|часа|час|ч)\.?([ ]?(?<m>\d{1,2})[ ]?(минуты|минута|минут|мин|м)\.?)?
              | (?<m>\d{1,5})[ ]?(минуты|минута|минуту|минут|мин)\.?
              | (?<more>полтора[ ]часа)
              | (?<half>полчаса)
              | на[ ](?<hour>час)
            )
            (?!\w)
            """,
        Plain
    )]
    private static partial Regex Russian();

    [GeneratedRegex(
        """
            (?<![\d.])
            (
              (?<half>半个?(小时|钟头))
              | (?<h>\d{1,4}(\.\d{1,2})?|[一二两三四五六七八九十]{1,3})[ ]?(个(?<andhalf>半)?)?[ ]?(小时|钟头|h)(?<andhalf>半)?([ ]?(?<m>\d{1,2}|[一二三四五六七八九十]{1,3})[ ]?分钟?)?
              | (?<m>\d{1,5}|[一二两三四五六七八九十]{1,3})[ ]?分钟
            )
            (?![a-z])
            """,
        Plain
    )]
    private static partial Regex Chinese();
}

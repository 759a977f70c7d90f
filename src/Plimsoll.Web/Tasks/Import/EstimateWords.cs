using System.Globalization;
using System.Text.RegularExpressions;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Sheets;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Tasks.Import;

/// <summary>Estimates as other programs write them: <c>3,5</c>, <c>3:30</c>, <c>2h 30m</c>, <c>1d 4h</c>; a day has eight hours.</summary>
internal static partial class EstimateWords
{
    private const int LongestInHours = 100_000;

    /// <summary><c>false</c> when it is not understood; no minutes at all are no estimate.</summary>
    public static bool TryRead(SheetCell cell, EstimateUnit unit, out Minutes? estimate)
    {
        estimate = null;
        decimal? minutes = cell.Number is { } number ? number * InMinutes(unit) : Words(cell.Text);
        if (minutes is not { } found || found < 0 || found > LongestInHours * 60m)
            return false;
        var whole = (int)Math.Round(found, MidpointRounding.AwayFromZero);
        estimate = whole == 0 ? null : new Minutes(whole);
        return true;
    }

    private static decimal? Words(string text)
    {
        var plain = PlainForm.Of(text);
        if (plain.Length > 40)
            return null;
        if (Clock().Match(plain) is { Success: true } clock)
            return Number(clock.Groups[1].Value) * 60 + Number(clock.Groups[2].Value);
        if (Parts().Match(plain) is not { Success: true } parts)
            return null;
        decimal sum = 0;
        for (var i = 0; i < parts.Groups["n"].Captures.Count; i++)
            sum +=
                Number(parts.Groups["n"].Captures[i].Value)
                * (
                    parts.Groups["u"].Captures[i].Value[0] switch
                    {
                        'w' or 'н' or '周' => 5 * 8 * 60,
                        'd' or 'д' or '天' => 8 * 60,
                        'h' or 'ч' or '小' => 60,
                        's' or 'с' or '秒' => 1 / 60m,
                        _ => 1,
                    }
                );
        return sum;
    }

    private static decimal InMinutes(EstimateUnit unit) =>
        unit switch
        {
            EstimateUnit.Minutes => 1,
            EstimateUnit.Seconds => 1 / 60m,
            EstimateUnit.Days => 8 * 60,
            _ => 60,
        };

    private static decimal Number(string digits) =>
        decimal.Parse(
            digits.Replace(',', '.'),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture
        );

    [GeneratedRegex(@"^(\d{1,5}):(\d{2})(?::\d{2})?$")]
    private static partial Regex Clock();

    [GeneratedRegex(
        @"^(?:(?<n>\d{1,6}(?:[.,]\d{1,4})?) ?(?<u>w(?:eeks?)?|нед\p{L}*|周|d(?:ays?)?|д(?:н\p{L}*|ень)?|天|h(?:rs?|ours?)?|ч(?:ас\p{L}*)?|小时|m(?:ins?|inutes?)?|мин\p{L}*|м|分钟?|s(?:ec\p{L}*)?|сек\p{L}*|秒)\.?[ ,]*){1,4}$"
    )]
    private static partial Regex Parts();
}

using System.Globalization;
using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.Load;

/// <summary>How a reader prefers the plan: shares of the week, or hours (PRODUCT 2).</summary>
public enum PlanUnit
{
    Percent,
    Hours,
}

/// <summary>What someone meant by what she typed; no minutes means that the cell is to be empty.</summary>
public readonly record struct PlanEntry(Minutes Planned, bool Tentative);

/// <summary>
/// Reads and writes what stands in a cell of the board (PRODUCT 2): <c>40</c>, <c>40%</c>, <c>37,5</c>, <c>16h</c>,
/// <c>16:30</c>, <c>1h30</c>, <c>90m</c>, with <c>t</c> or <c>?</c> behind it for tentative; units also in Russian and
/// Chinese. A bare number is in the reader's unit. A share becomes minutes by
/// <c>round(percent x nominal / 100)</c>, and a share with a fraction is not rounded before that.
/// </summary>
public static class PlanText
{
    private const int LengthAtMost = 40;

    // Longer words first: a cursor takes the first that fits.
    private static readonly string[] HourWords =
    [
        "hours",
        "hour",
        "hrs",
        "hr",
        "h",
        "часов",
        "часа",
        "час",
        "ч.",
        "ч",
        "小时",
        "小時",
        "时",
    ];
    private static readonly string[] MinuteWords =
    [
        "minutes",
        "minute",
        "mins",
        "min",
        "m",
        "минуты",
        "минута",
        "минут",
        "мин.",
        "мин",
        "м",
        "分钟",
        "分鐘",
        "分",
    ];

    // The Cyrillic letter sits in words, not on the key, yet it is what a Russian hand writes for the Latin one.
    private static readonly string[] TentativeMarks = ["t", "?", "т"];

    /// <summary>What was meant by <paramref name="text"/> in a week of <paramref name="nominal"/> time.</summary>
    public static Outcome<PlanEntry> Read(string? text, PlanUnit unit, Minutes nominal)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new PlanEntry(Minutes.Zero, false);
        if (text.Length > LengthAtMost)
            return NotUnderstood;
        var cursor = new PlanTextCursor(text);
        if (Amount(ref cursor, unit, nominal).Refused(out var no, out var minutes))
            return no;
        var tentative = cursor.TakesAny(TentativeMarks);
        if (!cursor.IsAtEnd)
            return NotUnderstood;
        var planned = new Minutes((int)Math.Min(minutes, int.MaxValue));
        return planned.Value > Booking.MinutesAtMost
            ? new BookingHasNoSuchMinutes(planned)
            : new PlanEntry(planned, tentative);
    }

    /// <summary>
    /// The shortest text that <see cref="Read"/> turns back into the very same minutes: a whole share where there
    /// is one, else hours and minutes. Nothing planned is an empty text.
    /// </summary>
    public static string Write(PlanEntry entry, PlanUnit unit, Minutes nominal)
    {
        var (planned, tentative) = entry;
        if (planned == Minutes.Zero)
            return "";
        var mark = tentative ? "t" : "";
        if (
            unit is PlanUnit.Percent
            && Percent.Share(planned, nominal) is { } share
            && share.Of(nominal) == planned
        )
            return string.Create(CultureInfo.InvariantCulture, $"{share.Value}{mark}");
        var (hours, minutes) = Math.DivRem(planned.Value, 60);
        if (minutes > 0)
            return string.Create(CultureInfo.InvariantCulture, $"{hours}:{minutes:D2}{mark}");
        var word = unit is PlanUnit.Percent ? "h" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{hours}{word}{mark}");
    }

    private static IsNotUnderstood NotUnderstood => new("planned");

    private static Outcome<long> Amount(ref PlanTextCursor cursor, PlanUnit unit, Minutes nominal)
    {
        if (cursor.Number() is not { } number)
            return NotUnderstood;
        if (cursor.Takes("%"))
            return Share(number, nominal);
        if (cursor.Takes(":"))
            return cursor.Whole(digits: 2) is { } past ? Clock(number, past) : NotUnderstood;
        if (cursor.TakesAny(HourWords))
            return HoursAndMinutes(ref cursor, number);
        if (cursor.TakesAny(MinuteWords))
            return Rounded(number);
        return unit is PlanUnit.Hours ? Rounded(number * 60) : Share(number, nominal);
    }

    private static Outcome<long> HoursAndMinutes(ref PlanTextCursor cursor, decimal hours)
    {
        if ((cursor.Whole(digits: 2) ?? cursor.Whole(digits: 1)) is not { } past)
            return Rounded(hours * 60);
        _ = cursor.TakesAny(MinuteWords);
        return Clock(hours, past);
    }

    private static Outcome<long> Clock(decimal hours, int minutes) =>
        decimal.IsInteger(hours) && minutes < 60 ? Rounded(hours * 60 + minutes) : NotUnderstood;

    private static Outcome<long> Share(decimal percent, Minutes nominal)
    {
        if (percent > 0 && nominal == Minutes.Zero)
            return new ShareOfNothing();
        return Rounded(percent * nominal.Value / 100);
    }

    private static long Rounded(decimal minutes) =>
        (long)decimal.Round(minutes, MidpointRounding.AwayFromZero);
}

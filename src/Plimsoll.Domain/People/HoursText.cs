using System.Globalization;
using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.People;

/// <summary>Hours of a day as people type them: <c>7.5</c>, <c>7,5</c>, <c>7:30</c>; nothing is none.</summary>
public static class HoursText
{
    private const int LongestText = 8;

    /// <summary>The minutes; a part of a minute is rounded, half up.</summary>
    public static Outcome<int> Read(string? text)
    {
        var typed = text?.Trim() ?? "";
        if (typed.Length == 0)
            return 0;
        if (typed.Length > LongestText)
            return new HoursAreNotUnderstood(typed[..LongestText]);
        var minutes = typed.Contains(':', StringComparison.Ordinal)
            ? Clock(typed.Split(':'))
            : Number(typed.Replace(',', '.'));
        return minutes is { } known ? known : new HoursAreNotUnderstood(typed);
    }

    /// <summary>The shortest form that reads back as the same minutes, in the reader's decimal mark.</summary>
    public static string Write(int minutes, CultureInfo culture) =>
        minutes % 3 == 0
            ? (minutes / 60m).ToString("0.##", culture)
            : string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}:{minutes % 60:00}");

    private static int? Clock(string[] parts) =>
        parts is [var hours, { Length: 2 } rest]
        && Digits(hours) is { } h
        && Digits(rest) is { } m
        && m < 60
            ? h * 60 + m
            : null;

    private static int? Digits(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static int? Number(string text) =>
        decimal.TryParse(
            text,
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var hours
        )
            ? (int)decimal.Round(hours * 60, MidpointRounding.AwayFromZero)
            : null;
}

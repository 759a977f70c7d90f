using System.Globalization;

namespace Plimsoll.Web.Platform.Sheets;

/// <summary>Numbers between a file's digits and ours: decimals of at most 15 significant digits, days counted from 1900 or 1904.</summary>
internal static class SheetNumber
{
    private const int DaysBetweenEras = 1_462;
    private static readonly DateOnly DayZero = new(1899, 12, 30);
    private static readonly int LastDay = new DateOnly(9998, 12, 31).DayNumber - DayZero.DayNumber;

    /// <summary>A spreadsheet keeps binary fractions: 0.15000000000000002 is 0.15.</summary>
    public static decimal? Parse(string text)
    {
        if (
            !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            || !double.IsFinite(value)
            || Math.Abs(value) >= 1e15
        )
            return null;
        return (decimal)value;
    }

    public static DateOnly? Day(decimal serial, bool from1904)
    {
        var days = (int)Math.Clamp(Math.Floor(serial), -1m, int.MaxValue / 2);
        if (from1904)
            days += DaysBetweenEras;
        // 1900 had no 29 February, though spreadsheets count one.
        else if (days is > 0 and < 60)
            days++;
        return days < 1 || days > LastDay ? null : DayZero.AddDays(days);
    }

    public static int Serial(DateOnly day)
    {
        var days = day.DayNumber - DayZero.DayNumber;
        return days is > 0 and <= 60 ? days - 1 : days;
    }

    /// <summary>What a number format makes of a number.</summary>
    public static NumberShape Shape(int id, string? code) =>
        code is not null
            ? Shape(code)
            : id switch
            {
                9 or 10 => NumberShape.Percent,
                14 or 15 or 16 or 17 or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 58) =>
                    NumberShape.Date,
                18 or 19 or 20 or 21 or (>= 32 and <= 35) or 45 or 46 or 47 => NumberShape.Time,
                1 or 2 or 3 or 4 or (>= 37 and <= 40) => NumberShape.Fixed,
                _ => NumberShape.General,
            };

    private static NumberShape Shape(string code)
    {
        var (date, time, digits) = (false, false, false);
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '"':
                    i = code.IndexOf('"', i + 1) is var end and >= 0 ? end : code.Length;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '[':
                    var close = code.IndexOf(']', i);
                    if (close < 0)
                        return NumberShape.General;
                    time |=
                        close > i + 1
                        && char.ToLowerInvariant(code[i + 1]) is 'h' or 'm' or 's'
                        && code[(i + 1)..close].Distinct().Count() == 1;
                    i = close;
                    break;
                case 'G'
                or 'g'
                    when code.AsSpan(i).StartsWith("General", StringComparison.OrdinalIgnoreCase):
                    return NumberShape.General;
                case '%':
                    return NumberShape.Percent;
                case 'y' or 'Y' or 'd' or 'D' or 'e' when !digits:
                    date = true;
                    break;
                case 'h' or 'H' or 's' or 'S':
                    time = true;
                    break;
                case 'm' or 'M' when !time:
                    date |= !code.AsSpan(i).Contains(':');
                    break;
                case '0' or '#' or '?':
                    digits = true;
                    break;
                case ';':
                    i = code.Length;
                    break;
            }
        }
        return date ? NumberShape.Date
            : time ? NumberShape.Time
            : digits ? NumberShape.Fixed
            : NumberShape.General;
    }
}

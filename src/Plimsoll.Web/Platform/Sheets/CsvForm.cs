using System.Globalization;
using System.Text.RegularExpressions;

namespace Plimsoll.Web.Platform.Sheets;

/// <summary>How a text file separates its fields and writes its decimals.</summary>
public sealed partial record CsvForm(char Delimiter, bool DecimalComma)
{
    /// <summary>As the spreadsheet programs of that language write it.</summary>
    public static CsvForm Of(CultureInfo culture) =>
        new(';', culture.NumberFormat.NumberDecimalSeparator == ",");

    private static readonly char[] Delimiters = [';', ',', '\t', '|'];
    private const int LinesLookedAt = 60;

    /// <summary>Finds the delimiter that cuts the first lines into the most equal rows.</summary>
    public static char FindDelimiter(string text)
    {
        var best = (Delimiter: ',', Score: 0.0);
        foreach (var delimiter in Delimiters)
        {
            var counts = FieldCounts(text, delimiter);
            if (counts.Count == 0)
                continue;
            var usual = counts.GroupBy(n => n).MaxBy(g => (g.Count(), g.Key))!;
            var share = usual.Count() / (double)counts.Count;
            var score = share * share * (usual.Key - 1);
            if (score > best.Score)
                best = (delimiter, score);
        }
        return best.Delimiter;
    }

    /// <summary>
    /// A comma is the decimal sign when enough numbers can only be read so; a point proves less, for 23.11 is a day as well.
    /// </summary>
    public static bool FindDecimalComma(IEnumerable<string> fields)
    {
        var (comma, point) = (0, 0);
        foreach (var field in fields)
        {
            var bare = field.AsSpan().Trim().TrimEnd('%').TrimEnd();
            if (bare.Length is 0 or > 24 || !char.IsAsciiDigit(bare[^1]))
                continue;
            comma += WithComma().IsMatch(bare) ? 1 : 0;
            point += WithPoint().IsMatch(bare) ? 1 : 0;
        }
        return comma > 0 && comma * 4 >= point;
    }

    /// <summary>The number a field is, with its thousands and a percent sign understood.</summary>
    public (decimal Number, NumberShape Shape)? Number(string field)
    {
        var bare = field.AsSpan().Trim();
        if (bare.Length is 0 or > 32 || (!char.IsAsciiDigit(bare[^1]) && bare[^1] != '%'))
            return null;
        var percent = bare[^1] == '%';
        bare = bare.TrimEnd('%').TrimEnd();
        Span<char> digits = stackalloc char[bare.Length];
        var length = 0;
        foreach (var c in bare)
        {
            if (c is ' ' or '\u00A0' or '\u202F' or '\'' || c == (DecimalComma ? '.' : ','))
            {
                // A separator of thousands stands after a digit, never first or last.
                if (length == 0 || c == '.' && !Thousands().IsMatch(bare))
                    return null;
                continue;
            }
            digits[length++] = DecimalComma && c == ',' ? '.' : c;
        }
        if (
            !decimal.TryParse(
                digits[..length],
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
            return null;
        return percent ? (number / 100, NumberShape.Percent) : (number, NumberShape.General);
    }

    private static List<int> FieldCounts(string text, char delimiter)
    {
        var counts = new List<int>();
        var (fields, quoted, any) = (1, false, false);
        foreach (var c in text)
        {
            if (c == '"')
                quoted = !quoted;
            else if (c == delimiter && !quoted)
                fields++;
            else if (c is '\n' && !quoted)
            {
                if (any)
                    counts.Add(fields);
                (fields, any) = (1, false);
                if (counts.Count == LinesLookedAt)
                    return counts;
                continue;
            }
            any |= c is not ('\r' or ' ');
        }
        if (any)
            counts.Add(fields);
        return counts;
    }

    [GeneratedRegex(@"^[+-]?(\d{1,3}([.\u00A0\u202F ]\d{3})*|\d+),(\d{1,2}|\d{4,})$")]
    private static partial Regex WithComma();

    [GeneratedRegex(@"^[+-]?(\d{1,3}(,\d{3})*|\d+)\.\d+$")]
    private static partial Regex WithPoint();

    [GeneratedRegex(@"^[+-]?\d{1,3}([.]\d{3})+(,\d+)?$")]
    private static partial Regex Thousands();
}

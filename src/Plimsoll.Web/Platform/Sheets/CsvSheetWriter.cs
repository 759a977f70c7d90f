using System.Buffers;
using System.Globalization;
using System.Text;

namespace Plimsoll.Web.Platform.Sheets;

/// <summary>
/// Writes one grid as .csv. A text that a spreadsheet program would take for a formula gets an apostrophe before it;
/// numbers keep their minus.
/// </summary>
public static class CsvSheetWriter
{
    public static void Write(Stream destination, SheetGrid grid, CsvForm form)
    {
        // The mark is what makes Excel read UTF-8 as such.
        using var text = new StreamWriter(
            destination,
            new UTF8Encoding(true),
            16_384,
            leaveOpen: true
        )
        {
            NewLine = "\r\n",
        };
        for (var row = 1; row <= grid.LastRow; row++)
        {
            var next = 1;
            foreach (var cell in grid.Row(row))
            {
                for (; next < cell.Address.Column; next++)
                    text.Write(form.Delimiter);
                Field(text, cell, form);
            }
            text.WriteLine();
        }
    }

    /// <summary>Whether a program that opens a text file would calculate this, apostrophes before it aside.</summary>
    public static bool WouldBeFormula(string words) =>
        words.AsSpan().TrimStart('\'') is { Length: > 0 } first
        && first[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '\t' or '\r';

    private static void Field(StreamWriter text, SheetCell cell, CsvForm form)
    {
        if (cell.MergedInto is not null)
            return;
        if (cell.Words is null && cell.Number is { } number)
        {
            text.Write(Digits(number, cell.Shape, form));
            return;
        }
        var words = cell.Text;
        if (WouldBeFormula(words))
            words = "'" + words;
        if (
            words.AsSpan().IndexOfAny(MustQuote) < 0
            && !words.Contains(form.Delimiter, StringComparison.Ordinal)
            && words.Trim().Length == words.Length
        )
            text.Write(words);
        else
            text.Write($"\"{words.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
    }

    private static string Digits(decimal number, NumberShape shape, CsvForm form)
    {
        var digits =
            shape == NumberShape.Percent
                ? (number * 100).ToString("0.############", CultureInfo.InvariantCulture) + "%"
                : number.ToString("0.############", CultureInfo.InvariantCulture);
        return form.DecimalComma ? digits.Replace('.', ',') : digits;
    }

    private static readonly SearchValues<char> MustQuote = SearchValues.Create("\"\r\n");
}

using Plimsoll.Domain.Kernel;
using Sylvan.Data.Csv;

namespace Plimsoll.Web.Platform.Sheets;

/// <summary>Reads .csv and its kin; encoding, delimiter and decimal sign are found, not asked.</summary>
internal static class CsvSheetReader
{
    private const int LongestField = 256 * 1024;

    public static SheetBook Read(ReadOnlyMemory<byte> file, string fileName, SheetLimits limits)
    {
        var text = EncodingFinder.Decode(file.Span);
        // Pages and XML tables are often saved under a spreadsheet's name.
        if (
            text.AsSpan().TrimStart().StartsWith("<")
            || text.StartsWith("%PDF", StringComparison.Ordinal)
            || text.StartsWith("{\\rtf", StringComparison.Ordinal)
        )
            throw new RefusedFile(new NotASpreadsheet());
        var (delimiter, skip) = Announced(text) ?? (CsvForm.FindDelimiter(text), 0);
        var name = Path.GetFileNameWithoutExtension(fileName);
        var rows = Rows(text, skip, delimiter, name, limits);
        var form = new CsvForm(
            delimiter,
            CsvForm.FindDecimalComma(rows.Select(cell => cell.Words!))
        );
        return new SheetBook([
            new SheetGrid(
                name,
                rows.Select(cell =>
                    form.Number(cell.Words!) is { } found
                        ? cell with
                        {
                            Number = found.Number,
                            Shape = found.Shape,
                        }
                        : cell
                )
            ),
        ]);
    }

    /// <summary>A first line <c>sep=;</c> is a word to the reader, not a row.</summary>
    private static (char, int)? Announced(string text)
    {
        if (!text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) || text.Length < 6)
            return null;
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end is 5 or 6 ? (text[4], end + 1) : null;
    }

    private static List<SheetCell> Rows(
        string text,
        int skip,
        char delimiter,
        string name,
        SheetLimits limits
    )
    {
        var options = new CsvDataReaderOptions
        {
            Delimiter = delimiter,
            HasHeaders = false,
            // A row may well begin with this sign: it is the heading of numbers.
            Comment = '\0',
            BufferSize = 32 * 1024,
            MaxBufferSize = LongestField,
        };
        using var source = new StringReader(skip == 0 ? text : text[skip..]);
        var cells = new List<SheetCell>();
        try
        {
            using var csv = CsvDataReader.Create(source, options);
            for (var row = skip == 0 ? 1 : 2; csv.Read(); row++)
            {
                if (csv.RowFieldCount > limits.Columns)
                    throw new RefusedFile(new SheetHasTooManyColumns(limits.Columns));
                if (cells.Count > limits.Cells)
                    throw new RefusedFile(new SheetHasTooManyCells(limits.Cells));
                for (var column = 1; column <= csv.RowFieldCount; column++)
                    if (Field(csv, column - 1) is { Length: > 0 } words)
                        cells.Add(Cell(row, column, words, name, limits));
            }
        }
        // A field without end, or one larger than any cell.
        catch (CsvFormatException)
        {
            throw new RefusedFile(new SheetIsBroken());
        }
        return cells;
    }

    private static SheetCell Cell(
        int row,
        int column,
        string words,
        string name,
        SheetLimits limits
    )
    {
        if (row > limits.Rows)
            throw new RefusedFile(new SheetHasTooManyRows(limits.Rows));
        var cell = SheetCell.OfText(row, column, words);
        return OutsideFormula.IsTyped(words)
            ? throw new RefusedFile(new FormulaReachesOutside(name, cell.Address))
            : cell;
    }

    /// <summary>An apostrophe before a formula's sign only says "this is text", and is not part of it.</summary>
    private static string Field(CsvDataReader csv, int ordinal)
    {
        var field = csv.GetString(ordinal);
        return field.StartsWith('\'') && CsvSheetWriter.WouldBeFormula(field) ? field[1..] : field;
    }
}

using Plimsoll.Web.Load.Import;
using Plimsoll.Web.Platform.Sheets;

namespace Plimsoll.Web.Tests.Load.Import;

/// <summary>
/// A sheet drawn as text: cells between bars; <c>40!b</c> is blue, <c>!g</c> grey, <c>!s</c> sand, <c>*x*</c> bold,
/// <c>=SUM(C2:C3)</c> a formula without its value, <c>^</c> merged with the cell above.
/// </summary>
internal static class SheetText
{
    public static readonly DateOnly Today = new(2026, 11, 20);

    public static SheetGrid Grid(string drawing, string name = "Load")
    {
        var cells = new List<SheetCell>();
        var lines = drawing.Split('\n').Where(line => line.Trim().Length > 0).ToList();
        for (var row = 1; row <= lines.Count; row++)
        {
            var fields = lines[row - 1].Trim('\r').Split('|')[1..^1];
            for (var column = 1; column <= fields.Length; column++)
                if (Cell(row, column, fields[column - 1], cells) is { } cell)
                    cells.Add(cell);
        }
        return new SheetGrid(name, cells);
    }

    public static FoundPlan Plan(string drawing, LoadSheetHints? hints = null) =>
        LoadSheet.Read(Grid(drawing), hints ?? new LoadSheetHints(Today));

    /// <summary>The cells as one line each: who, what, when, how much, and what it means unless confirmed.</summary>
    public static IEnumerable<string> Lines(FoundPlan plan) =>
        plan.Cells.Select(cell =>
            $"{cell.Person}, {cell.Project}, {cell.Week}: {(cell.Amount.Percent is { } p ? $"{p:0.##}%" : $"{cell.Amount.Minutes}min")}{(cell.Meaning == FillMeaning.Confirmed ? "" : $" {cell.Meaning}")}"
        );

    private static SheetCell? Cell(int row, int column, string field, List<SheetCell> cells)
    {
        var text = field.StartsWith("  ", StringComparison.Ordinal)
            ? field.TrimEnd()
            : field.Trim();
        if (text == "^")
        {
            var above = cells.Last(c => c.Address.Column == column && c.Address.Row == row - 1);
            return above with
            {
                Address = new CellAddress(row, column),
                MergedInto = above.MergedInto ?? above.Address,
            };
        }
        var fill =
            text.Length > 2 && text[^2] == '!'
                ? text[^1] switch
                {
                    'b' => "9FC5E8",
                    'g' => "D9D9D9",
                    's' => "FCE5CD",
                    'r' => "EA9999",
                    _ => "FFFFFF",
                }
                : null;
        if (fill is not null)
            text = text[..^2];
        if (text.Length == 0)
            return null;
        var cell = new SheetCell(new CellAddress(row, column)) { Fill = fill };
        if (text[0] == '=')
            return cell with { Formula = text[1..] };
        if (text is ['*', .., '*'])
            return cell with { Words = text[1..^1], Bold = true };
        return decimal.TryParse(
            text,
            System.Globalization.NumberStyles.Float,
            System.Globalization.CultureInfo.InvariantCulture,
            out var number
        )
            ? cell with
            {
                Number = number,
            }
            : cell with
            {
                Words = text,
            };
    }
}

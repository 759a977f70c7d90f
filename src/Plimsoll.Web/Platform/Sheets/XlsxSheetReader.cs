using System.Globalization;
using System.Text;
using System.Xml;

namespace Plimsoll.Web.Platform.Sheets;

/// <summary>Reads one worksheet as it streams by; only the cells that say something are kept.</summary>
internal sealed class XlsxSheetReader(SheetPackage package, WorkbookParts book)
{
    private readonly Dictionary<CellAddress, SheetCell> _cells = [];
    private readonly List<CellRange> _merged = [];
    private readonly Dictionary<string, string> _sharedFormulas = [];
    private readonly StringBuilder _value = new();
    private readonly StringBuilder _formula = new();
    private string _name = "";
    private int _lastRow;
    private int _lastColumn;

    public SheetGrid Read(string path, string name, bool isHidden)
    {
        _name = name;
        using (var xml = package.Part(path) ?? throw new RefusedFile(new SheetIsBroken()))
            ReadSheet(xml);
        FillMerged();
        foreach (var (address, comment) in XlsxComments.Of(package, path).Where(IsInside))
            _cells[address] = (_cells.GetValueOrDefault(address) ?? new SheetCell(address)) with
            {
                Comment = comment,
            };
        return new SheetGrid(name, _cells.Values, _merged, isHidden);
    }

    private void ReadSheet(XmlReader xml)
    {
        var (row, column) = (0, 0);
        while (SheetPackage.Step(xml))
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            switch (xml.LocalName)
            {
                case "row":
                    row = Index(xml.GetAttribute("r")) ?? row + 1;
                    column = 0;
                    break;
                case "c":
                    var address = CellAddress.TryParse(xml.GetAttribute("r"), out var named)
                        ? named
                        : new CellAddress(Math.Max(1, row), column + 1);
                    column = address.Column;
                    Keep(ReadCell(xml, address));
                    break;
                case "mergeCell" when CellRange.TryParse(xml.GetAttribute("ref"), out var range):
                    _merged.Add(range);
                    if (_merged.Count > book.Limits.Cells)
                        throw new RefusedFile(new SheetHasTooManyCells(book.Limits.Cells));
                    break;
            }
        }
    }

    private SheetCell ReadCell(XmlReader xml, CellAddress address)
    {
        var type = xml.GetAttribute("t");
        var style = book.Styles[Index(xml.GetAttribute("s")) ?? 0];
        var formula = ReadInside(xml);
        if (formula is not null && OutsideFormula.Is(formula))
            throw new RefusedFile(new FormulaReachesOutside(_name, address));
        var cell = new SheetCell(address)
        {
            Fill = style.Fill,
            Bold = style.Bold,
            Shape = style.Shape,
            Formula = formula,
        };
        var value = _value.ToString();
        return value.Length == 0
            ? cell
            : type switch
            {
                "s" => Worded(
                    cell,
                    Index(value) is { } at && at < book.Strings.Count ? book.Strings[at] : ""
                ),
                "inlineStr" or "str" => Worded(cell, XlsxText.Unescape(value)),
                "e" => Worded(cell, value),
                "b" => Worded(cell, value == "1" ? "TRUE" : "FALSE"),
                "d" => Dated(cell, value),
                _ => Numbered(cell, value),
            };
    }

    /// <summary>Gathers value and inline text into the one buffer, and gives back the formula.</summary>
    private string? ReadInside(XmlReader xml)
    {
        _value.Clear();
        _formula.Clear();
        if (xml.IsEmptyElement)
            return null;
        var (depth, inside, shared, hasFormula) = (xml.Depth, "", (string?)null, false);
        while (SheetPackage.Step(xml) && xml.Depth > depth)
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.LocalName == "is":
                    XlsxText.Runs(xml, _value);
                    break;
                case XmlNodeType.Element:
                    if (xml.LocalName == "f")
                        (hasFormula, shared) = (true, xml.GetAttribute("si"));
                    inside = xml.IsEmptyElement ? "" : xml.LocalName;
                    break;
                case XmlNodeType.EndElement:
                    inside = "";
                    break;
                case XmlNodeType.Text
                or XmlNodeType.CDATA
                or XmlNodeType.SignificantWhitespace
                or XmlNodeType.Whitespace:
                    if (inside == "v")
                        _value.Append(xml.Value);
                    else if (inside == "f")
                        _formula.Append(xml.Value);
                    break;
            }
        }
        if (!hasFormula)
            return null;
        var formula = _formula.ToString();
        if (shared is null)
            return formula;
        // Cells that share a formula carry it once; the others are of the same kind, which is all that is asked here.
        if (formula.Length > 0)
            _sharedFormulas[shared] = formula;
        return _sharedFormulas.GetValueOrDefault(shared, formula);
    }

    private SheetCell Numbered(SheetCell cell, string value)
    {
        if (SheetNumber.Parse(value.Trim()) is not { } number)
            return Worded(cell, value);
        if (cell.Shape == NumberShape.Date && SheetNumber.Day(number, book.From1904) is { } day)
            return cell with { Date = day };
        return cell with
        {
            Number = number,
            Shape = cell.Shape == NumberShape.Date ? NumberShape.General : cell.Shape,
        };
    }

    private static SheetCell Dated(SheetCell cell, string value) =>
        DateOnly.TryParseExact(
            value.AsSpan(0, Math.Min(10, value.Length)),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? cell with
            {
                Date = day,
                Shape = NumberShape.Date,
            }
            : Worded(cell, value);

    private static SheetCell Worded(SheetCell cell, string words) =>
        words.Length == 0 ? cell : cell with { Words = words };

    private void Keep(SheetCell cell)
    {
        var (row, column) = (cell.Address.Row, cell.Address.Column);
        var inside = row <= book.Limits.Rows && column <= book.Limits.Columns;
        if (cell.IsEmpty && (cell.Fill is null || !inside))
            return;
        if (row > book.Limits.Rows)
            throw new RefusedFile(new SheetHasTooManyRows(book.Limits.Rows));
        if (column > book.Limits.Columns)
            throw new RefusedFile(new SheetHasTooManyColumns(book.Limits.Columns));
        if (++book.CellsTaken > book.Limits.Cells)
            throw new RefusedFile(new SheetHasTooManyCells(book.Limits.Cells));
        if (!cell.IsEmpty)
            (_lastRow, _lastColumn) = (Math.Max(_lastRow, row), Math.Max(_lastColumn, column));
        _cells[cell.Address] = cell.IsEmpty ? cell with { Shape = NumberShape.General } : cell;
    }

    private bool IsInside(KeyValuePair<CellAddress, string> comment) =>
        comment.Key.Row <= book.Limits.Rows && comment.Key.Column <= book.Limits.Columns;

    /// <summary>Repeats an anchor over its merged cells, within what the sheet uses: a range may claim a million rows.</summary>
    private void FillMerged()
    {
        foreach (var range in _merged)
        {
            if (!_cells.TryGetValue(range.First, out var anchor))
                continue;
            var repeated = anchor with { MergedInto = range.First, Formula = null };
            var lastRow = Math.Min(range.Last.Row, Math.Max(_lastRow, range.First.Row));
            var lastColumn = Math.Min(range.Last.Column, Math.Max(_lastColumn, range.First.Column));
            for (var row = range.First.Row; row <= lastRow; row++)
            for (var column = range.First.Column; column <= lastColumn; column++)
            {
                var address = new CellAddress(row, column);
                if (address == range.First)
                    continue;
                if (++book.CellsTaken > book.Limits.Cells)
                    throw new RefusedFile(new SheetHasTooManyCells(book.Limits.Cells));
                _cells[address] = repeated with { Address = address };
            }
        }
    }

    private static int? Index(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : null;
}

using System.Globalization;
using System.Xml;

namespace Plimsoll.Web.Platform.Sheets;

/// <summary>Writes one worksheet.</summary>
internal sealed class XlsxSheetWriter(XmlWriter xml, XlsxStyleTable styles)
{
    private const int LongestText = 32_767;
    private const int LineHeight = 15;

    public void Write(SheetPage page, bool hasComments)
    {
        xml.WriteStartElement("worksheet", XlsxWriter.Main);
        xml.WriteAttributeString("xmlns", "r", null, XlsxWriter.Linked);
        if (page.FitsPageWidth)
            xml.WriteRaw("""<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>""");
        WriteView(page);
        WriteWidths(page);
        xml.WriteStartElement("sheetData");
        foreach (var row in page.Grid.Rows)
            WriteRow(row, page.Grid.Row(row));
        xml.WriteEndElement();
        WriteMerged(page.Grid);
        xml.WriteRaw(
            """<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>"""
        );
        if (page.FitsPageWidth)
            xml.WriteRaw(
                """<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>"""
            );
        if (hasComments)
        {
            xml.WriteStartElement("legacyDrawing");
            xml.WriteAttributeString("r", "id", XlsxWriter.Linked, "rId1");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private void WriteView(SheetPage page)
    {
        xml.WriteStartElement("sheetViews");
        xml.WriteStartElement("sheetView");
        xml.WriteAttributeString("workbookViewId", "0");
        var (rows, columns) = (page.FrozenRows, page.FrozenColumns);
        if (rows > 0 || columns > 0)
        {
            xml.WriteStartElement("pane");
            if (columns > 0)
                Attribute("xSplit", columns);
            if (rows > 0)
                Attribute("ySplit", rows);
            xml.WriteAttributeString(
                "topLeftCell",
                new CellAddress(rows + 1, columns + 1).ToString()
            );
            xml.WriteAttributeString(
                "activePane",
                rows == 0 ? "topRight"
                    : columns == 0 ? "bottomLeft"
                    : "bottomRight"
            );
            xml.WriteAttributeString("state", "frozen");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteRaw($"""<sheetFormatPr defaultRowHeight="{LineHeight}"/>""");
    }

    private void WriteWidths(SheetPage page)
    {
        if (page.Widths.Count == 0)
            return;
        xml.WriteStartElement("cols");
        foreach (var (column, width) in page.Widths.OrderBy(w => w.Key))
        {
            xml.WriteStartElement("col");
            Attribute("min", column);
            Attribute("max", column);
            xml.WriteAttributeString("width", width.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("customWidth", "1");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private void WriteRow(int row, IReadOnlyList<SheetCell> cells)
    {
        xml.WriteStartElement("row");
        Attribute("r", row);
        // LibreOffice leaves a row of unknown height at one line, and the second line lies over the row above.
        if (Lines(cells) is > 1 and var lines)
        {
            Attribute("ht", lines * LineHeight);
            Attribute("customHeight", 1);
        }
        foreach (var cell in cells)
        {
            var style = styles.Of(cell);
            xml.WriteStartElement("c");
            xml.WriteAttributeString("r", cell.Address.ToString());
            if (style > 0)
                Attribute("s", style);
            if (cell.MergedInto is null)
                WriteContent(cell);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static int Lines(IReadOnlyList<SheetCell> cells) =>
        cells
            .Where(c => c.Look.Wrap)
            .Select(c => 1 + (c.Words?.Count(letter => letter == '\n') ?? 0))
            .DefaultIfEmpty(1)
            .Max();

    private void WriteContent(SheetCell cell)
    {
        if (cell.Formula is { } formula)
        {
            if (cell.Words is not null)
                xml.WriteAttributeString("t", "str");
            xml.WriteElementString("f", XlsxWriter.Main, XlsxText.Escape(formula));
        }
        if (cell.Words is { } words)
        {
            var text = XlsxText.Escape(words.Length > LongestText ? words[..LongestText] : words);
            if (cell.Formula is not null)
            {
                xml.WriteElementString("v", XlsxWriter.Main, text);
                return;
            }
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is");
            xml.WriteStartElement("t");
            if (
                text.Length > 0
                && (
                    char.IsWhiteSpace(text[0])
                    || char.IsWhiteSpace(text[^1])
                    || text.Contains('\n', StringComparison.Ordinal)
                )
            )
                xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(text);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        else if (cell.Date is { } date)
            xml.WriteElementString(
                "v",
                XlsxWriter.Main,
                SheetNumber.Serial(date).ToString(CultureInfo.InvariantCulture)
            );
        else if (cell.Number is { } number)
            xml.WriteElementString(
                "v",
                XlsxWriter.Main,
                number.ToString(CultureInfo.InvariantCulture)
            );
    }

    private void WriteMerged(SheetGrid grid)
    {
        if (grid.Merged.Count == 0)
            return;
        xml.WriteStartElement("mergeCells");
        Attribute("count", grid.Merged.Count);
        foreach (var range in grid.Merged)
        {
            xml.WriteStartElement("mergeCell");
            xml.WriteAttributeString("ref", range.ToString());
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private void Attribute(string name, int value) =>
        xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));
}

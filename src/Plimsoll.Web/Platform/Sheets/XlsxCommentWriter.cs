using System.Globalization;
using System.Xml;

namespace Plimsoll.Web.Platform.Sheets;

/// <summary>
/// Notes on cells take two parts: the words, and a drawing of the little box each is shown in, without which
/// spreadsheet programs don't show the words.
/// </summary>
internal static class XlsxCommentWriter
{
    private const string Shapes = "urn:schemas-microsoft-com:vml";
    private const string Office = "urn:schemas-microsoft-com:office:office";
    private const string Excel = "urn:schemas-microsoft-com:office:excel";

    public static void WriteWords(XmlWriter xml, IReadOnlyList<SheetCell> cells)
    {
        xml.WriteStartElement("comments", XlsxWriter.Main);
        xml.WriteRaw("<authors><author></author></authors>");
        xml.WriteStartElement("commentList");
        foreach (var cell in cells)
        {
            xml.WriteStartElement("comment");
            xml.WriteAttributeString("ref", cell.Address.ToString());
            xml.WriteAttributeString("authorId", "0");
            xml.WriteStartElement("text");
            xml.WriteStartElement("r");
            xml.WriteStartElement("t");
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(XlsxText.Escape(cell.Comment!));
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    public static void WriteShapes(XmlWriter xml, IReadOnlyList<SheetCell> cells)
    {
        xml.WriteStartElement("xml");
        xml.WriteAttributeString("xmlns", "v", null, Shapes);
        xml.WriteAttributeString("xmlns", "o", null, Office);
        xml.WriteAttributeString("xmlns", "x", null, Excel);
        xml.WriteRaw(
            """<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>"""
        );
        for (var i = 0; i < cells.Count; i++)
        {
            var (row, column) = (cells[i].Address.Row - 1, cells[i].Address.Column - 1);
            xml.WriteRaw(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"""<v:shape id="_x0000_s{1025 + i}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#fffbe8" o:insetmode="auto"><v:fill color2="#fffbe8"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{column + 1}, 12, {Math.Max(0, row - 1)}, 4, {column + 4}, 12, {row + 4}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"""
                )
            );
        }
        xml.WriteEndElement();
    }
}

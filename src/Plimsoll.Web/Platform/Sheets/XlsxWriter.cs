using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Plimsoll.Web.Platform.Sheets;

/// <summary>Writes a workbook part by part, straight into the packed stream; the same pages give the same bytes.</summary>
internal sealed class XlsxWriter(IReadOnlyList<SheetPage> pages)
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Linked =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Links = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private static readonly DateTimeOffset Written = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly XmlWriterSettings XmlForm = new()
    {
        Encoding = new UTF8Encoding(false),
        CloseOutput = true,
        NewLineHandling = NewLineHandling.Entitize,
    };

    private readonly XlsxStyleTable _styles = new();

    public void Write(Stream destination)
    {
        var names = SheetNames.Of(pages.Select(page => page.Grid.Name));
        using var zip = new ZipArchive(destination, ZipArchiveMode.Create, leaveOpen: true);
        WriteTypes(zip);
        WriteLinks(zip, "_rels/.rels", [("officeDocument", "xl/workbook.xml")]);
        WriteWorkbook(zip, names);
        WriteLinks(
            zip,
            "xl/_rels/workbook.xml.rels",
            [
                .. pages.Select((_, i) => ("worksheet", $"worksheets/sheet{i + 1}.xml")),
                ("styles", "styles.xml"),
            ]
        );
        for (var i = 0; i < pages.Count; i++)
        {
            var commented = pages[i].Grid.Cells.Where(cell => cell.Comment is not null).ToList();
            using (var xml = Part(zip, $"xl/worksheets/sheet{i + 1}.xml"))
                new XlsxSheetWriter(xml, _styles).Write(pages[i], commented.Count > 0);
            if (commented.Count == 0)
                continue;
            WriteLinks(
                zip,
                $"xl/worksheets/_rels/sheet{i + 1}.xml.rels",
                [
                    ("vmlDrawing", $"../drawings/vmlDrawing{i + 1}.vml"),
                    ("comments", $"../comments{i + 1}.xml"),
                ]
            );
            using (var xml = Part(zip, $"xl/comments{i + 1}.xml"))
                XlsxCommentWriter.WriteWords(xml, commented);
            using (var xml = Part(zip, $"xl/drawings/vmlDrawing{i + 1}.vml"))
                XlsxCommentWriter.WriteShapes(xml, commented);
        }
        using var styles = Part(zip, "xl/styles.xml");
        _styles.Write(styles);
    }

    private static XmlWriter Part(ZipArchive zip, string path)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = Written;
        return XmlWriter.Create(entry.Open(), XmlForm);
    }

    private void WriteTypes(ZipArchive zip)
    {
        using var xml = Part(zip, "[Content_Types].xml");
        xml.WriteStartElement(
            "Types",
            "http://schemas.openxmlformats.org/package/2006/content-types"
        );
        Default(xml, "rels", "application/vnd.openxmlformats-package.relationships+xml");
        Default(xml, "xml", "application/xml");
        Default(xml, "vml", "application/vnd.openxmlformats-officedocument.vmlDrawing");
        Override(xml, "/xl/workbook.xml", "sheet.main+xml");
        Override(xml, "/xl/styles.xml", "styles+xml");
        for (var i = 1; i <= pages.Count; i++)
        {
            Override(xml, $"/xl/worksheets/sheet{i}.xml", "worksheet+xml");
            if (pages[i - 1].Grid.Cells.Any(cell => cell.Comment is not null))
                Override(xml, $"/xl/comments{i}.xml", "comments+xml");
        }
        xml.WriteEndElement();
    }

    private static void Default(XmlWriter xml, string extension, string type)
    {
        xml.WriteStartElement("Default");
        xml.WriteAttributeString("Extension", extension);
        xml.WriteAttributeString("ContentType", type);
        xml.WriteEndElement();
    }

    private static void Override(XmlWriter xml, string part, string type)
    {
        xml.WriteStartElement("Override");
        xml.WriteAttributeString("PartName", part);
        xml.WriteAttributeString("ContentType", Types + type);
        xml.WriteEndElement();
    }

    private static void WriteLinks(
        ZipArchive zip,
        string path,
        (string Kind, string Target)[] links
    )
    {
        using var xml = Part(zip, path);
        xml.WriteStartElement("Relationships", Links);
        for (var i = 0; i < links.Length; i++)
        {
            xml.WriteStartElement("Relationship");
            xml.WriteAttributeString("Id", $"rId{i + 1}");
            xml.WriteAttributeString("Type", $"{Linked}/{links[i].Kind}");
            xml.WriteAttributeString("Target", links[i].Target);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private void WriteWorkbook(ZipArchive zip, IReadOnlyList<string> names)
    {
        using var xml = Part(zip, "xl/workbook.xml");
        xml.WriteStartElement("workbook", Main);
        xml.WriteAttributeString("xmlns", "r", null, Linked);
        xml.WriteStartElement("sheets");
        for (var i = 0; i < pages.Count; i++)
        {
            xml.WriteStartElement("sheet");
            xml.WriteAttributeString("name", names[i]);
            xml.WriteAttributeString("sheetId", (i + 1).ToString(CultureInfo.InvariantCulture));
            if (pages[i].Grid.IsHidden)
                xml.WriteAttributeString("state", "hidden");
            xml.WriteAttributeString("r", "id", Linked, $"rId{i + 1}");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        WritePrintTitles(xml, names);
        xml.WriteStartElement("calcPr");
        xml.WriteAttributeString("calcId", "191029");
        xml.WriteAttributeString("fullCalcOnLoad", "1");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WritePrintTitles(XmlWriter xml, IReadOnlyList<string> names)
    {
        if (pages.All(page => page.FrozenRows == 0))
            return;
        xml.WriteStartElement("definedNames");
        for (var i = 0; i < pages.Count; i++)
        {
            if (pages[i].FrozenRows == 0)
                continue;
            xml.WriteStartElement("definedName");
            xml.WriteAttributeString("name", "_xlnm.Print_Titles");
            xml.WriteAttributeString("localSheetId", i.ToString(CultureInfo.InvariantCulture));
            var quoted = names[i].Replace("'", "''", StringComparison.Ordinal);
            xml.WriteString($"'{quoted}'!$1:${pages[i].FrozenRows}");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }
}

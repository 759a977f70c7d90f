using System.IO.Compression;
using System.Text;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Sheets;

namespace Plimsoll.Web.Tests.Platform.Sheets;

/// <summary>A workbook put together part by part, so that a test can make it strange or hostile in one place.</summary>
internal sealed class PackedFile
{
    private const string Office =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly Dictionary<string, byte[]> _parts = [];

    public PackedFile()
    {
        With(
            "[Content_Types].xml",
            """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"""
        );
        With("_rels/.rels", Links(("officeDocument", "xl/workbook.xml", false)));
        WithBook("");
        WithLinks("xl/_rels/workbook.xml.rels", ("worksheet", "worksheets/sheet1.xml", false));
        WithCells("");
    }

    public PackedFile With(string path, string text) => With(path, Encoding.UTF8.GetBytes(text));

    public PackedFile With(string path, byte[] bytes)
    {
        _parts[path] = bytes;
        return this;
    }

    /// <summary>The rows and what follows them.</summary>
    public PackedFile WithCells(string rows, string after = "") =>
        With(
            "xl/worksheets/sheet1.xml",
            $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData>{after}</worksheet>"""
        );

    public PackedFile WithBook(string before, string after = "") =>
        With(
            "xl/workbook.xml",
            $"""<workbook xmlns="{Main}" xmlns:r="{Office}">{before}<sheets><sheet name="Load" sheetId="1" r:id="rId1"/></sheets>{after}</workbook>"""
        );

    public PackedFile WithLinks(
        string path,
        params (string Kind, string Target, bool Outside)[] links
    ) => With(path, Links(links));

    /// <summary>Styles and what goes with them: the sheet's link must stay the first.</summary>
    public PackedFile WithStyles(string inside, string? theme = null)
    {
        WithLinks(
            "xl/_rels/workbook.xml.rels",
            ("worksheet", "worksheets/sheet1.xml", false),
            ("styles", "/xl/styles.xml", false),
            ("theme", "theme/theme1.xml", false),
            ("sharedStrings", "sharedStrings.xml", false)
        );
        if (theme is not null)
            With("xl/theme/theme1.xml", theme);
        return With("xl/styles.xml", $"""<styleSheet xmlns="{Main}">{inside}</styleSheet>""");
    }

    public byte[] Bytes()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (path, content) in _parts)
            {
                using var part = zip.CreateEntry(path, CompressionLevel.Optimal).Open();
                part.Write(content);
            }
        return bytes.ToArray();
    }

    public SheetGrid Grid()
    {
        var read = Read();
        read.Refusal.ShouldBeNull();
        return read.Value.Sheets[0];
    }

    public Outcome<SheetBook> Read(SheetLimits? limits = null, string name = "load.xlsx") =>
        SheetFile.Read(Bytes(), name, limits ?? new SheetLimits());

    private static string Links(params (string Kind, string Target, bool Outside)[] links) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(links.Select((l, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Office}/{l.Kind}\" Target=\"{l.Target}\"{(l.Outside ? " TargetMode=\"External\"" : "")}/>"))}</Relationships>""";
}

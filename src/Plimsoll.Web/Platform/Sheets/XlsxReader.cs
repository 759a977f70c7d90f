using System.Xml;
using System.Xml.Linq;

namespace Plimsoll.Web.Platform.Sheets;

/// <summary>Reads .xlsx: judges the package, then reads its sheets one after the other.</summary>
internal static class XlsxReader
{
    public static SheetBook Read(ReadOnlyMemory<byte> file, SheetLimits limits)
    {
        using var package = SheetPackage.Open(file, limits);
        JudgeNames(package);
        var book = Workbook(package);
        JudgeLinks(package);

        var whole = package.Whole(book) ?? throw new RefusedFile(new NotASpreadsheet());
        foreach (var name in whole.Descendants().Where(e => e.Name.LocalName == "definedName"))
            if (OutsideFormula.Is(name.Value))
                throw new RefusedFile(new SheetHasExternalLinks());

        var links = package.Links(book);
        var parts = new WorkbookParts(
            Styles: new XlsxStyles(
                WholeOf(package, links, "styles"),
                WholeOf(package, links, "theme")
            ),
            Strings: XlsxText.Shared(package, links.FirstOrDefault(l => l.Kind == "sharedStrings")),
            From1904: whole.Elements().FirstOrDefault(e => e.Name.LocalName == "workbookPr")
                is { } properties
                && IsTrue((string?)properties.Attribute("date1904")),
            Limits: limits
        );
        var sheets = new List<SheetGrid>();
        foreach (var sheet in whole.Descendants().Where(e => e.Name.LocalName == "sheet"))
        {
            var id = sheet
                .Attributes()
                .FirstOrDefault(a => a.Name.LocalName == "id" && a.Name != "id");
            if (links.FirstOrDefault(l => l.Id == id?.Value) is not { Kind: "worksheet" } link)
                continue;
            if (sheets.Count == limits.Sheets)
                throw new RefusedFile(new SheetHasTooManyParts(limits.Sheets));
            sheets.Add(
                new XlsxSheetReader(package, parts).Read(
                    link.Target,
                    (string?)sheet.Attribute("name") ?? link.Target,
                    (string?)sheet.Attribute("state") is "hidden" or "veryHidden"
                )
            );
        }
        return new SheetBook(sheets);
    }

    /// <summary>Names alone give away programs and links, wherever the package hides them.</summary>
    private static void JudgeNames(SheetPackage package)
    {
        foreach (var name in package.Names)
        {
            if (
                name.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
                || name.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase)
                || name.Contains("/activeX/", StringComparison.OrdinalIgnoreCase)
            )
                throw new RefusedFile(new SheetHasMacros());
            if (
                name.Contains("/externalLinks/", StringComparison.OrdinalIgnoreCase)
                || name.EndsWith("/connections.xml", StringComparison.OrdinalIgnoreCase)
            )
                throw new RefusedFile(new SheetHasExternalLinks());
        }
    }

    private static string Workbook(SheetPackage package)
    {
        var types = package.Whole("[Content_Types].xml");
        if (types is null)
            throw new RefusedFile(new NotASpreadsheet());
        foreach (
            var type in types.Elements().Select(e => (string?)e.Attribute("ContentType") ?? "")
        )
            if (
                type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
                || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
            )
                throw new RefusedFile(new SheetHasMacros());
        var path = package.Links("").FirstOrDefault(link => link.Kind == "officeDocument")?.Target;
        if (path is not null && path.EndsWith(".bin", StringComparison.OrdinalIgnoreCase))
            throw new RefusedFile(new SheetIsOfAnOldForm());
        var type2 = types
            .Elements()
            .FirstOrDefault(e => ((string?)e.Attribute("PartName"))?.TrimStart('/') == path);
        var isBook =
            path is not null
            && ((string?)type2?.Attribute("ContentType") ?? "spreadsheetml").Contains(
                "spreadsheetml",
                StringComparison.OrdinalIgnoreCase
            );
        return isBook ? path! : throw new RefusedFile(new NotASpreadsheet());
    }

    /// <summary>A link that a person would click is a word in a cell; any other that leads out of the file is not let in.</summary>
    private static void JudgeLinks(SheetPackage package)
    {
        foreach (var name in package.Names)
        {
            if (!name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
                continue;
            foreach (var link in package.Whole(name)!.Elements().Select(e => PartLink.Of(e, "")))
                if (
                    (link.IsOutside && link.Kind != "hyperlink")
                    || link.Kind is "externalLink" or "externalLinkPath" or "connections"
                )
                    throw new RefusedFile(new SheetHasExternalLinks());
        }
    }

    private static XElement? WholeOf(
        SheetPackage package,
        IReadOnlyList<PartLink> links,
        string kind
    ) =>
        links.FirstOrDefault(link => link.Kind == kind) is { } link
            ? package.Whole(link.Target)
            : null;

    private static bool IsTrue(string? value) => value is "1" or "true";
}

/// <summary>What all sheets of one workbook share.</summary>
internal sealed record WorkbookParts(
    XlsxStyles Styles,
    IReadOnlyList<string> Strings,
    bool From1904,
    SheetLimits Limits
)
{
    /// <summary>Cells taken so far, in all sheets.</summary>
    public int CellsTaken { get; set; }
}

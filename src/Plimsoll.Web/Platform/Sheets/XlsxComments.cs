using System.Text;
using System.Xml;

namespace Plimsoll.Web.Platform.Sheets;

/// <summary>The notes on the cells of a sheet; where people answered each other, their words in turn.</summary>
internal static class XlsxComments
{
    public static Dictionary<CellAddress, string> Of(SheetPackage package, string sheet)
    {
        var found = new Dictionary<CellAddress, string>();
        var links = package.Links(sheet);
        foreach (var link in links.Where(link => link.Kind == "comments"))
            Read(package, link.Target, "comment", found, (_, text) => text);
        // Threads have a stand-in among the plain notes, which their own words replace.
        var threads = new Dictionary<CellAddress, string>();
        foreach (var link in links.Where(link => link.Kind == "threadedComment"))
            Read(
                package,
                link.Target,
                "threadedComment",
                threads,
                (said, text) => said is null ? text : said + "\n" + text
            );
        foreach (var (address, text) in threads)
            found[address] = text;
        return found;
    }

    private static void Read(
        SheetPackage package,
        string part,
        string element,
        Dictionary<CellAddress, string> found,
        Func<string?, string, string> join
    )
    {
        using var xml = package.Part(part);
        var text = new StringBuilder();
        while (xml is not null && SheetPackage.Step(xml))
        {
            if (
                xml.NodeType != XmlNodeType.Element
                || xml.LocalName != element
                || !CellAddress.TryParse(xml.GetAttribute("ref"), out var address)
            )
                continue;
            text.Clear();
            if (element == "comment")
                XlsxText.Runs(xml, text);
            else
                Said(xml, text);
            if (XlsxText.Unescape(text.ToString()).Trim() is { Length: > 0 } words)
                found[address] = join(found.GetValueOrDefault(address), words);
        }
    }

    private static void Said(XmlReader xml, StringBuilder text)
    {
        if (xml.IsEmptyElement)
            return;
        var (depth, inText) = (xml.Depth, false);
        while (SheetPackage.Step(xml) && xml.Depth > depth)
            if (xml.NodeType == XmlNodeType.Element)
                inText = xml.LocalName == "text" && !xml.IsEmptyElement;
            else if (xml.NodeType == XmlNodeType.EndElement)
                inText = false;
            else if (inText)
                text.Append(xml.Value);
    }
}

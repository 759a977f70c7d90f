using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Plimsoll.Web.Platform.Sheets;

/// <summary>Text of an .xlsx file: shared strings and the escapes for characters XML cannot hold.</summary>
internal static partial class XlsxText
{
    public static IReadOnlyList<string> Shared(SheetPackage package, PartLink? link)
    {
        using var xml = link is null ? null : package.Part(link.Target);
        if (xml is null)
            return [];
        var strings = new List<string>();
        var text = new StringBuilder();
        while (SheetPackage.Step(xml))
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
            {
                text.Clear();
                Runs(xml, text);
                strings.Add(Unescape(text.ToString()));
            }
        return strings;
    }

    /// <summary>Gathers the runs of the element the reader stands on, without the readings above them, and leaves it on its end.</summary>
    public static void Runs(XmlReader xml, StringBuilder text)
    {
        if (xml.IsEmptyElement)
            return;
        var depth = xml.Depth;
        var (inText, inReading) = (false, false);
        while (SheetPackage.Step(xml) && xml.Depth > depth)
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    inText = xml.LocalName == "t" && !xml.IsEmptyElement;
                    inReading |= xml.LocalName == "rPh" && !xml.IsEmptyElement;
                    break;
                case XmlNodeType.EndElement:
                    inText = false;
                    inReading &= xml.LocalName != "rPh";
                    break;
                case XmlNodeType.Text
                or XmlNodeType.CDATA
                or XmlNodeType.Whitespace
                or XmlNodeType.SignificantWhitespace when inText && !inReading:
                    text.Append(xml.Value);
                    break;
            }
        }
    }

    public static string Unescape(string text) =>
        text.Contains("_x", StringComparison.Ordinal)
            ? Escaped()
                .Replace(
                    text,
                    found =>
                        (
                            (char)
                                int.Parse(
                                    found.ValueSpan[2..6],
                                    NumberStyles.HexNumber,
                                    CultureInfo.InvariantCulture
                                )
                        ).ToString()
                )
            : text;

    /// <summary>The way back: what XML cannot hold, a carriage return it would lose, and text that looks like an escape already.</summary>
    public static string Escape(string text)
    {
        if (!text.Any(NeedsEscape) && !text.Contains("_x", StringComparison.Ordinal))
            return text;
        var safe = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var pair =
                char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (pair)
                safe.Append(c).Append(text[++i]);
            else if (
                NeedsEscape(c)
                || char.IsSurrogate(c)
                || (c == '_' && Escaped().IsMatch(text, i))
            )
                safe.Append(CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
            else
                safe.Append(c);
        }
        return safe.ToString();
    }

    private static bool NeedsEscape(char c) =>
        c is < ' ' and not ('\t' or '\n') or '\uFFFE' or '\uFFFF' || char.IsSurrogate(c);

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escaped();
}

using System.Globalization;
using System.Xml;

namespace Plimsoll.Web.Platform.Sheets;

/// <summary>The styles a workbook comes to need as its cells are written; each combination once.</summary>
internal sealed class XlsxStyleTable
{
    private const int TimeFormat = 164;
    private const int FixedFormat = 165;
    private const string UsualText = "FF000000";

    private sealed record Font(bool Bold, bool Italic, string? Colour, int? Size);

    private sealed record Style(
        int Format,
        int Font,
        int Fill,
        int Border,
        CellAlign Align,
        bool Wrap,
        int Indent
    );

    private readonly Numbered<Font> _fonts = new(new Font(false, false, null, null));
    private readonly Numbered<string> _fills = new("none", "gray125");
    private readonly Numbered<Style> _styles = new(
        new Style(0, 0, 0, 0, CellAlign.General, false, 0)
    );

    public int Of(SheetCell cell)
    {
        var look = cell.Look;
        return _styles.Of(
            new Style(
                cell.Shape switch
                {
                    NumberShape.Percent => 9,
                    NumberShape.Date => 14,
                    NumberShape.Time => TimeFormat,
                    NumberShape.Fixed => FixedFormat,
                    _ => 0,
                },
                _fonts.Of(new Font(cell.Bold, look.Italic, look.TextColour, look.TextSize)),
                cell.Fill is null ? 0 : _fills.Of(cell.Fill),
                look.Border ? 1 : 0,
                look.Align,
                look.Wrap,
                look.Indent
            )
        );
    }

    public void Write(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", XlsxWriter.Main);
        xml.WriteStartElement("numFmts");
        xml.WriteAttributeString("count", "2");
        WriteFormat(xml, TimeFormat, "[h]:mm");
        WriteFormat(xml, FixedFormat, "0.0#");
        xml.WriteEndElement();
        WriteFonts(xml);
        WriteFills(xml);
        WriteBorders(xml);
        xml.WriteRaw(
            """<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>"""
        );
        WriteStyles(xml);
        xml.WriteRaw(
            """<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>"""
        );
        xml.WriteEndElement();
    }

    private static void WriteFormat(XmlWriter xml, int id, string code)
    {
        xml.WriteStartElement("numFmt");
        Attribute(xml, "numFmtId", id);
        xml.WriteAttributeString("formatCode", code);
        xml.WriteEndElement();
    }

    private void WriteFonts(XmlWriter xml)
    {
        xml.WriteStartElement("fonts");
        Attribute(xml, "count", _fonts.All.Count);
        foreach (var font in _fonts.All)
        {
            xml.WriteStartElement("font");
            if (font.Bold)
                xml.WriteElementString("b", XlsxWriter.Main, "");
            if (font.Italic)
                xml.WriteElementString("i", XlsxWriter.Main, "");
            WriteValue(xml, "sz", "val", (font.Size ?? 11).ToString(CultureInfo.InvariantCulture));
            WriteValue(xml, "color", "rgb", font.Colour is null ? UsualText : "FF" + font.Colour);
            WriteValue(xml, "name", "val", "Calibri");
            WriteValue(xml, "family", "val", "2");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private void WriteFills(XmlWriter xml)
    {
        xml.WriteStartElement("fills");
        Attribute(xml, "count", _fills.All.Count);
        foreach (var fill in _fills.All)
        {
            xml.WriteStartElement("fill");
            xml.WriteStartElement("patternFill");
            if (fill is "none" or "gray125")
                xml.WriteAttributeString("patternType", fill);
            else
            {
                xml.WriteAttributeString("patternType", "solid");
                WriteValue(xml, "fgColor", "rgb", "FF" + fill);
                WriteValue(xml, "bgColor", "indexed", "64");
            }
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteBorders(XmlWriter xml)
    {
        string[] sides = ["left", "right", "top", "bottom"];
        xml.WriteRaw(
            $"""<borders count="2"><border>{string.Concat(sides.Select(s => $"<{s}/>"))}<diagonal/></border>"""
        );
        xml.WriteRaw(
            $"""<border>{string.Concat(sides.Select(s => $"<{s} style=\"thin\"><color rgb=\"FFD5D2CA\"/></{s}>"))}<diagonal/></border></borders>"""
        );
    }

    private void WriteStyles(XmlWriter xml)
    {
        xml.WriteStartElement("cellXfs");
        Attribute(xml, "count", _styles.All.Count);
        foreach (var style in _styles.All)
        {
            xml.WriteStartElement("xf");
            Attribute(xml, "numFmtId", style.Format);
            Attribute(xml, "fontId", style.Font);
            Attribute(xml, "fillId", style.Fill);
            Attribute(xml, "borderId", style.Border);
            Attribute(xml, "xfId", 0);
            if (style.Format > 0)
                Attribute(xml, "applyNumberFormat", 1);
            if (style.Font > 0)
                Attribute(xml, "applyFont", 1);
            if (style.Fill > 0)
                Attribute(xml, "applyFill", 1);
            if (style.Border > 0)
                Attribute(xml, "applyBorder", 1);
            if (style.Align != CellAlign.General || style.Wrap || style.Indent > 0)
                WriteAlignment(xml, style);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteAlignment(XmlWriter xml, Style style)
    {
        Attribute(xml, "applyAlignment", 1);
        xml.WriteStartElement("alignment");
        // A spreadsheet indents only what has a side.
        var align = style is { Align: CellAlign.General, Indent: > 0 }
            ? CellAlign.Left
            : style.Align;
        if (align != CellAlign.General)
            xml.WriteAttributeString(
                "horizontal",
                align switch
                {
                    CellAlign.Center => "center",
                    CellAlign.Right => "right",
                    _ => "left",
                }
            );
        if (style.Wrap)
            Attribute(xml, "wrapText", 1);
        if (style.Indent > 0)
            Attribute(xml, "indent", style.Indent);
        xml.WriteEndElement();
    }

    private static void WriteValue(XmlWriter xml, string element, string name, string value)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString(name, value);
        xml.WriteEndElement();
    }

    private static void Attribute(XmlWriter xml, string name, int value) =>
        xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));

    private sealed class Numbered<T>
        where T : notnull
    {
        private readonly List<T> _all = [];
        private readonly Dictionary<T, int> _numbers = [];

        public Numbered(params ReadOnlySpan<T> first)
        {
            foreach (var one in first)
                _ = Of(one);
        }

        public IReadOnlyList<T> All => _all;

        public int Of(T one)
        {
            if (_numbers.TryGetValue(one, out var number))
                return number;
            _all.Add(one);
            return _numbers[one] = _all.Count - 1;
        }
    }
}

using System.Globalization;
using System.Xml.Linq;

namespace Plimsoll.Web.Platform.Sheets;

/// <summary>What a cell's style number stands for, as far as its meaning goes.</summary>
internal readonly record struct CellStyle(NumberShape Shape, string? Fill, bool Bold);

/// <summary>The styles of a workbook, by number.</summary>
internal sealed class XlsxStyles
{
    private readonly CellStyle[] _styles;

    public XlsxStyles(XElement? styles, XElement? theme)
    {
        if (styles is null)
        {
            _styles = [];
            return;
        }
        var colours = new SheetColour(theme, styles);
        var codes = new Dictionary<int, string?>();
        foreach (var format in Listed(styles, "numFmts"))
            codes[Number(format, "numFmtId")] = (string?)format.Attribute("formatCode");
        var fills = Listed(styles, "fills").Select(fill => Fill(fill, colours)).ToArray();
        var bold = Listed(styles, "fonts")
            .Select(font =>
                font.Elements().FirstOrDefault(e => e.Name.LocalName == "b") is { } b
                && (string?)b.Attribute("val") is not ("0" or "false")
            )
            .ToArray();
        _styles =
        [
            .. Listed(styles, "cellXfs")
                .Select(style =>
                {
                    var format = Number(style, "numFmtId");
                    return new CellStyle(
                        SheetNumber.Shape(format, codes.GetValueOrDefault(format)),
                        fills.ElementAtOrDefault(Number(style, "fillId")),
                        bold.ElementAtOrDefault(Number(style, "fontId"))
                    );
                }),
        ];
    }

    public CellStyle this[int index] =>
        index >= 0 && index < _styles.Length ? _styles[index] : default;

    private static IEnumerable<XElement> Listed(XElement styles, string name) =>
        styles.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Elements() ?? [];

    private static string? Fill(XElement fill, SheetColour colours)
    {
        var form = fill.Elements().FirstOrDefault();
        if (form?.Name.LocalName == "gradientFill")
            return colours.Of(form.Elements().FirstOrDefault()?.Elements().FirstOrDefault());
        if (form is null || (string?)form.Attribute("patternType") is null or "none" or "gray125")
            return null;
        return colours.Of(form.Elements().FirstOrDefault(e => e.Name.LocalName == "fgColor"));
    }

    private static int Number(XElement element, string name) =>
        int.TryParse(
            (string?)element.Attribute(name),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : 0;
}

using System.Globalization;
using System.Xml.Linq;

namespace Plimsoll.Web.Platform.Sheets;

/// <summary>Colours of a workbook as RRGGBB: written out, by theme with a tint, or by number.</summary>
internal sealed class SheetColour
{
    private readonly string[] _theme;
    private readonly string[] _numbered;

    public SheetColour(XElement? theme, XElement? styles)
    {
        _theme = Theme(theme) ?? UsualColours.Theme;
        _numbered =
            styles
                ?.Elements()
                .FirstOrDefault(e => e.Name.LocalName == "colors")
                ?.Elements()
                .FirstOrDefault(e => e.Name.LocalName == "indexedColors")
                ?.Elements()
                .Select(e => Rgb((string?)e.Attribute("rgb")) ?? "000000")
                .ToArray()
            ?? UsualColours.Numbered;
    }

    public string? Of(XElement? colour)
    {
        if (colour is null)
            return null;
        string? plain = null;
        if (colour.Attribute("rgb") is { } rgb)
            plain = Rgb(rgb.Value);
        else if (Index(colour, "theme") is { } theme && theme < _theme.Length)
            plain = _theme[theme];
        else if (Index(colour, "indexed") is { } number && number < _numbered.Length)
            plain = _numbered[number];
        return
            plain is not null
            && double.TryParse(
                (string?)colour.Attribute("tint"),
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out var tint
            )
            && tint is > -1.0001 and < 1.0001 and not 0
            ? Tinted(plain, tint)
            : plain;
    }

    /// <summary>Lighter or darker by a share, hue kept: how a theme colour becomes "40 % lighter".</summary>
    public static string Tinted(string rgb, double tint)
    {
        var (hue, saturation, lightness) = Hsl(rgb);
        lightness = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
        return FromHsl(hue, saturation, Math.Clamp(lightness, 0, 1));
    }

    /// <summary>Hue in degrees; saturation and lightness as shares of 1.</summary>
    public static (double Hue, double Saturation, double Lightness) Hsl(string rgb)
    {
        var value = int.Parse(rgb, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var (r, g, b) = (
            (value >> 16) / 255.0,
            ((value >> 8) & 255) / 255.0,
            (value & 255) / 255.0
        );
        var (max, min) = (Math.Max(r, Math.Max(g, b)), Math.Min(r, Math.Min(g, b)));
        var (lightness, spread) = ((max + min) / 2, max - min);
        if (spread == 0)
            return (0, 0, lightness);
        var saturation = spread / (1 - Math.Abs(2 * lightness - 1));
        var hue =
            max == r ? (g - b) / spread % 6
            : max == g ? (b - r) / spread + 2
            : (r - g) / spread + 4;
        return ((hue * 60 + 360) % 360, saturation, lightness);
    }

    private static string FromHsl(double hue, double saturation, double lightness)
    {
        var chroma = (1 - Math.Abs(2 * lightness - 1)) * saturation;
        var second = chroma * (1 - Math.Abs(hue / 60 % 2 - 1));
        var (r, g, b) = (int)(hue / 60) switch
        {
            0 => (chroma, second, 0.0),
            1 => (second, chroma, 0.0),
            2 => (0.0, chroma, second),
            3 => (0.0, second, chroma),
            4 => (second, 0.0, chroma),
            _ => (chroma, 0.0, second),
        };
        var low = lightness - chroma / 2;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Byte(r + low):X2}{Byte(g + low):X2}{Byte(b + low):X2}"
        );
    }

    private static int Byte(double share) => (int)Math.Round(Math.Clamp(share, 0, 1) * 255);

    private static int? Index(XElement colour, string name) =>
        int.TryParse(
            (string?)colour.Attribute(name),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var index
        )
            ? index
            : null;

    private static string? Rgb(string? argb) =>
        argb is { Length: 6 or 8 } && argb.All(char.IsAsciiHexDigit)
            ? argb[^6..].ToUpperInvariant()
            : null;

    /// <summary>The file lists dark before light; cells count light first.</summary>
    private static string[]? Theme(XElement? theme)
    {
        var listed = theme
            ?.Descendants()
            .FirstOrDefault(e => e.Name.LocalName == "clrScheme")
            ?.Elements()
            .Select(e =>
                Rgb(
                    (string?)e.Elements().FirstOrDefault()?.Attribute("lastClr")
                        ?? (string?)e.Elements().FirstOrDefault()?.Attribute("val")
                ) ?? "000000"
            )
            .ToArray();
        if (listed is not { Length: >= 4 })
            return null;
        (listed[0], listed[1], listed[2], listed[3]) = (listed[1], listed[0], listed[3], listed[2]);
        return listed;
    }
}

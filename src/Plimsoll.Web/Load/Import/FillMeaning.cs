using Plimsoll.Web.Platform.Sheets;

namespace Plimsoll.Web.Load.Import;

/// <summary>What a colour in a load sheet stands for.</summary>
public enum FillMeaning
{
    Confirmed,
    Tentative,
    Internal,
    Away,

    /// <summary>Cells of this colour are not taken over.</summary>
    Ignore,
}

/// <summary>One colour behind amounts of a sheet, and the first cell that has it.</summary>
public sealed record FoundFill(string Fill, int Count, CellAddress Example)
{
    /// <summary>What it means going by a legend in the sheet, or else by the colour itself.</summary>
    public FillMeaning Proposed { get; init; }

    /// <summary>What it is read as: the answer of a person if there is one, else the proposal.</summary>
    public FillMeaning Meaning { get; init; }

    /// <summary>The sheet's own words about it, if it has any.</summary>
    public string? Legend { get; init; }
}

/// <summary>Colours of load sheets: the habit that blue is not confirmed, grey internal and sand away.</summary>
public static class LoadColours
{
    /// <summary>The colours Plimsoll itself writes.</summary>
    public const string Tentative = "9FC5E8";
    public const string Internal = "D9D9D9";
    public const string Away = "FCE5CD";

    /// <summary>White is what a cell has that was cleared by hand.</summary>
    public static bool IsNone(string? fill) =>
        fill is null || SheetColour.Hsl(fill).Lightness > 0.985;

    public static FillMeaning Propose(string fill)
    {
        var (hue, saturation, lightness) = SheetColour.Hsl(fill);
        // Near white the saturation formula runs wild; how far the colour is from grey is what the eye sees.
        var strength = saturation * (1 - Math.Abs(2 * lightness - 1));
        return strength < 0.04 ? (lightness < 0.2 ? FillMeaning.Confirmed : FillMeaning.Internal)
            : hue is >= 175 and <= 250 ? FillMeaning.Tentative
            : hue is >= 18 and <= 56 ? FillMeaning.Away
            : FillMeaning.Confirmed;
    }
}

namespace Plimsoll.Web.Platform.Sheets;

/// <summary>One sheet to be written: its cells, and how the sheet stands on screen and paper.</summary>
public sealed record SheetPage(SheetGrid Grid)
{
    /// <summary>Rows that stay in view when the sheet is scrolled, and come again on each printed page.</summary>
    public int FrozenRows { get; init; }

    public int FrozenColumns { get; init; }

    /// <summary>In characters, by column from 1.</summary>
    public IReadOnlyDictionary<int, double> Widths { get; init; } = new Dictionary<int, double>();

    /// <summary>On paper: lying, and one page wide however many columns there are.</summary>
    public bool FitsPageWidth { get; init; } = true;
}

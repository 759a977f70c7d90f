using System.Globalization;

namespace Plimsoll.Web.Platform.Sheets;

/// <summary>How a cell's number is meant to be read, as its number format tells.</summary>
public enum NumberShape
{
    General,

    /// <summary>Digits with a fixed form, such as <c>0.0</c>.</summary>
    Fixed,

    /// <summary>0.4 is shown as 40 %.</summary>
    Percent,

    Date,

    /// <summary>Part of a day: 0.5 is shown as 12:00.</summary>
    Time,
}

/// <summary>One cell as a person sees it, whatever file it came from or goes to.</summary>
public sealed record SheetCell(CellAddress Address)
{
    /// <summary>What was typed, when it is not only a number or a date.</summary>
    public string? Words { get; init; }

    public decimal? Number { get; init; }

    public DateOnly? Date { get; init; }

    public NumberShape Shape { get; init; }

    /// <summary>The formula without its equals sign; <see cref="Number"/> or <see cref="Words"/> then hold the value it last had, if the file keeps one.</summary>
    public string? Formula { get; init; }

    /// <summary>The colour behind the cell as RRGGBB; <c>null</c> when there is none.</summary>
    public string? Fill { get; init; }

    public bool Bold { get; init; }

    public string? Comment { get; init; }

    /// <summary>The cell whose content this one repeats, since the two are merged.</summary>
    public CellAddress? MergedInto { get; init; }

    /// <summary>How it is drawn beyond fill and weight; for writing only.</summary>
    public CellLook Look { get; init; } = CellLook.Plain;

    public string Text =>
        Words
        ?? Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        ?? Number?.ToString("0.###############", CultureInfo.InvariantCulture)
        ?? "";

    public bool IsEmpty => Words is null && Number is null && Date is null && Formula is null;

    public static SheetCell OfText(int row, int column, string text) =>
        new(new CellAddress(row, column)) { Words = text };

    public static SheetCell OfNumber(
        int row,
        int column,
        decimal number,
        NumberShape shape = NumberShape.General
    ) => new(new CellAddress(row, column)) { Number = number, Shape = shape };

    /// <summary>A share of 1, shown in percent: 0.4 as 40 %.</summary>
    public static SheetCell OfShare(int row, int column, decimal share) =>
        OfNumber(row, column, share, NumberShape.Percent);

    public static SheetCell OfDate(int row, int column, DateOnly date) =>
        new(new CellAddress(row, column)) { Date = date, Shape = NumberShape.Date };

    /// <summary>A formula with the value it has now, so that readers that don't calculate show it too.</summary>
    public static SheetCell OfFormula(
        int row,
        int column,
        string formula,
        decimal value,
        NumberShape shape = NumberShape.General
    ) =>
        new(new CellAddress(row, column))
        {
            Formula = formula,
            Number = value,
            Shape = shape,
        };

    public static SheetCell Blank(int row, int column) => new(new CellAddress(row, column));
}

public enum CellAlign
{
    General,
    Left,
    Center,
    Right,
}

/// <summary>How a written cell is drawn.</summary>
public sealed record CellLook
{
    public static CellLook Plain { get; } = new();

    /// <summary>A hairline around the cell.</summary>
    public bool Border { get; init; }

    public CellAlign Align { get; init; }

    public bool Wrap { get; init; }

    /// <summary>Steps the text stands in from the left.</summary>
    public int Indent { get; init; }

    /// <summary>RRGGBB; <c>null</c> is the reader's own.</summary>
    public string? TextColour { get; init; }

    /// <summary>In points; <c>null</c> is the usual size.</summary>
    public int? TextSize { get; init; }

    public bool Italic { get; init; }
}

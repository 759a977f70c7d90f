namespace Plimsoll.Web.Platform.Sheets;

/// <summary>How much of a brought file is taken in before it is refused.</summary>
public sealed record SheetLimits
{
    public long Bytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>What all parts of a packed file may come to when unpacked.</summary>
    public long InflatedBytes { get; init; } = 120 * 1024 * 1024;

    /// <summary>Unpacked to packed size of one part; real sheets stay under a hundred.</summary>
    public int InflationRatio { get; init; } = 250;

    /// <summary>Small parts may pack better than the ratio: a bomb they cannot be.</summary>
    public long RatioCountsFrom { get; init; } = 2 * 1024 * 1024;

    public int Parts { get; init; } = 1_000;

    public int Sheets { get; init; } = 50;

    public int Rows { get; init; } = 50_000;

    public int Columns { get; init; } = 500;

    /// <summary>In all sheets together.</summary>
    public int Cells { get; init; } = 600_000;
}

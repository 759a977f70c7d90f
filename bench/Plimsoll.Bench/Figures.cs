namespace Plimsoll.Bench;

/// <summary>What was measured on one database; a figure that could not be taken is not a number.</summary>
internal sealed record Figures
{
    public long Bookings { get; set; }
    public double PageP50 { get; set; } = double.NaN;
    public double PageP95 { get; set; } = double.NaN;
    public double PagesPerSecond { get; set; } = double.NaN;
    public double BrotliKilobytes { get; set; } = double.NaN;
    public double GzipKilobytes { get; set; } = double.NaN;
    public double CpuPerPage { get; set; } = double.NaN;
    public double BareSql { get; set; } = double.NaN;
    public double EditP95 { get; set; } = double.NaN;
    public double SecondViewerP95 { get; set; } = double.NaN;
    public double MegabytesPerViewer { get; set; } = double.NaN;
    public double IdleMegabytes { get; set; } = double.NaN;
    public double StartToFirstPage { get; set; } = double.NaN;
    public double HistoryPageP50 { get; set; } = double.NaN;
    public long HistoryBookings { get; set; }

    public double TimesBareSql => CpuPerPage / BareSql;

    public double HistoryChange => 100 * (HistoryPageP50 / PageP50 - 1);
}

using System.Globalization;
using System.Runtime.InteropServices;

namespace Plimsoll.Bench;

/// <summary>The figures as a Markdown table, with what they should be.</summary>
internal static class Report
{
    private sealed record Line(
        string What,
        string Unit,
        Func<Figures, double> Figure,
        double? AtMost = null,
        double? AtLeast = null
    );

    private static readonly Line[] Lines =
    [
        new(
            "Board page, 200 people x 26 weeks, first byte to last, p50, one core",
            "ms",
            f => f.PageP50,
            60
        ),
        new("The same, p95", "ms", f => f.PageP95, 120),
        new(
            "Board pages a second on two cores, 4 connections",
            "",
            f => f.PagesPerSecond,
            AtLeast: 40
        ),
        new("Page, brotli", "KB", f => f.BrotliKilobytes, 120),
        new("Page, gzip", "KB", f => f.GzipKilobytes, 120),
        new("Server CPU a page", "ms", f => f.CpuPerPage),
        new("Bare SQL of the same figures", "ms", f => f.BareSql),
        new("Server CPU a page / bare SQL", "x", f => f.TimesBareSql, 2),
        new("Cell edit, committed and answered, p95", "ms", f => f.EditP95, 25),
        new("Cell edit on a second viewer's screen, p95", "ms", f => f.SecondViewerP95, 250),
        new("Server memory for each of 30 viewers", "MB", f => f.MegabytesPerViewer, 1.5),
        new("Server memory, idle", "MB", f => f.IdleMegabytes, 180),
        new("Start to first page, existing database", "s", f => f.StartToFirstPage, 2),
        new("Page time with 5 years of history, change of p50", "%", f => f.HistoryChange, 10),
    ];

    public static void Write(TextWriter output, IReadOnlyList<(string Name, Figures Figures)> all)
    {
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores ({Processor()})"
            )
        );
        output.WriteLine();
        foreach (var (name, figures) in all)
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name}: {figures.Bookings:N0} bookings; with history {figures.HistoryBookings:N0}."
                )
            );
        output.WriteLine();
        output.WriteLine($"| | wanted | {string.Join(" | ", all.Select(a => a.Name))} |");
        output.WriteLine($"| --- | --- | {string.Join(" | ", all.Select(_ => "---"))} |");
        foreach (var line in Lines)
            output.WriteLine(
                $"| {line.What} | {Wanted(line)} | {string.Join(" | ", all.Select(a => Cell(line, a.Figures)))} |"
            );
    }

    private static string Wanted(Line line) =>
        line.AtMost is { } most ? $"<= {Number(most)} {line.Unit}".TrimEnd()
        : line.AtLeast is { } least ? $">= {Number(least)} {line.Unit}".TrimEnd()
        : "";

    private static string Cell(Line line, Figures figures)
    {
        var value = line.Figure(figures);
        if (double.IsNaN(value))
            return "not taken";
        var missed = value > line.AtMost || value < line.AtLeast;
        var text = $"{Number(value)} {line.Unit}".TrimEnd();
        return missed ? $"**{text}**" : text;
    }

    private static string Number(double value) =>
        value.ToString(Math.Abs(value) >= 100 ? "0" : "0.#", CultureInfo.InvariantCulture);

    private static string Processor() =>
        File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo")
                .FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))
                ?.Split(':')[1]
                .Trim()
                ?? "unknown"
            : "unknown";
}

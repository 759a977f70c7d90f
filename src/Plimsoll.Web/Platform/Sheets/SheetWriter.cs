namespace Plimsoll.Web.Platform.Sheets;

/// <summary>Writes grids as files. Both forms stream forward only, so the destination need not be seekable.</summary>
public static class SheetWriter
{
    public const string XlsxType =
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public const string CsvType = "text/csv; charset=utf-8";

    public static void WriteXlsx(Stream destination, IReadOnlyList<SheetPage> pages) =>
        new XlsxWriter(pages).Write(destination);

    public static void WriteCsv(Stream destination, SheetGrid grid, CsvForm form) =>
        CsvSheetWriter.Write(destination, grid, form);
}

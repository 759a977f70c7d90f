using System.Text;
using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Plimsoll.Web.Platform.Sheets;

namespace Plimsoll.Web.Tests.Platform.Sheets;

public class SheetWritingTests
{
    private static readonly CsvForm Semicolons = new(';', DecimalComma: true);

    private static byte[] Xlsx(params SheetPage[] pages)
    {
        using var bytes = new MemoryStream();
        SheetWriter.WriteXlsx(bytes, pages);
        return bytes.ToArray();
    }

    private static SheetBook Read(byte[] file, string name = "load.xlsx") =>
        SheetFile.Read(file, name, new SheetLimits()).Value;

    private static readonly SheetPage Rich = new(
        new SheetGrid(
            "Load [W48] / design",
            [
                SheetCell.OfText(1, 1, "Person") with
                {
                    Bold = true,
                    Look = new CellLook
                    {
                        Border = true,
                        Align = CellAlign.Center,
                        Wrap = true,
                    },
                },
                SheetCell.OfDate(1, 2, new DateOnly(2026, 11, 23)),
                SheetCell.OfText(2, 1, "Anna <Соколова> & 李") with
                {
                    Look = new CellLook
                    {
                        Indent = 2,
                        TextColour = "8A8578",
                        TextSize = 9,
                    },
                },
                SheetCell.OfFormula(2, 2, "SUM(B3:B4)", 0.6m, NumberShape.Percent) with
                {
                    Bold = true,
                },
                SheetCell.OfText(3, 1, " a\nb ") with
                {
                    Look = new CellLook { Italic = true },
                },
                SheetCell.OfShare(3, 2, 0.4m) with
                {
                    Fill = "9FC5E8",
                    Comment = "If the pitch is won\n— Anna",
                    Look = new CellLook { Border = true },
                },
                SheetCell.OfShare(4, 2, 0.2m) with
                {
                    Fill = "D9D9D9",
                },
                SheetCell.OfNumber(5, 2, 7.5m, NumberShape.Fixed),
                SheetCell.OfNumber(5, 3, 0.3125m, NumberShape.Time),
                SheetCell.Blank(6, 1) with
                {
                    Fill = "FCE5CD",
                },
            ],
            [new CellRange(new CellAddress(3, 1), new CellAddress(4, 1))]
        )
    )
    {
        FrozenRows = 1,
        FrozenColumns = 1,
        Widths = new Dictionary<int, double> { [1] = 28, [2] = 9.5 },
    };

    [Fact]
    public void A_row_is_as_high_as_its_wrapped_lines()
    {
        using var bytes = new MemoryStream();
        var wrapped = new CellLook { Wrap = true };
        SheetWriter.WriteXlsx(
            bytes,
            [
                new SheetPage(
                    new SheetGrid(
                        "Load",
                        [
                            SheetCell.OfText(1, 1, "one") with
                            {
                                Look = wrapped,
                            },
                            SheetCell.OfText(2, 1, "W48\n23.11.2026") with
                            {
                                Look = wrapped,
                            },
                        ]
                    )
                ),
            ]
        );
        using var zip = new System.IO.Compression.ZipArchive(bytes);
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var xml = sheet.ReadToEnd();
        xml.ShouldContain("<row r=\"1\">");
        xml.ShouldContain("<row r=\"2\" ht=\"30\" customHeight=\"1\">");
    }

    [Fact]
    public void What_is_written_is_a_valid_workbook()
    {
        var other = new SheetPage(
            new SheetGrid(
                "load [w48] / DESIGN",
                [SheetCell.OfText(1, 1, "x") with { Comment = "y" }]
            )
        );
        using var file = new MemoryStream(Xlsx(Rich, other, new SheetPage(new SheetGrid("", []))));
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        new OpenXmlValidator()
            .Validate(document, TestContext.Current.CancellationToken)
            .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")
            .ShouldBeEmpty();
        document
            .WorkbookPart!.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>()
            .Select(sheet => sheet.Name!.Value)
            .ShouldBe(["Load  W48    design", "load  w48    DESIGN (2)", "Sheet"]);
    }

    [Fact]
    public void The_same_pages_give_the_same_bytes() => Xlsx(Rich).ShouldBe(Xlsx(Rich));

    [Fact]
    public void Fills_comments_merges_formulas_and_shapes_come_back()
    {
        var read = Read(Xlsx(Rich)).Sheets.Single();
        read.At(3, 2)!.Fill.ShouldBe("9FC5E8");
        read.At(3, 2)!.Comment.ShouldBe("If the pitch is won\n— Anna");
        read.At(2, 2)!.Formula.ShouldBe("SUM(B3:B4)");
        read.At(2, 2)!.Number.ShouldBe(0.6m);
        read.At(1, 2)!.Date.ShouldBe(new DateOnly(2026, 11, 23));
        read.At(4, 1)!.Text.ShouldBe(" a\nb ");
        read.At(4, 1)!.MergedInto.ShouldBe(new CellAddress(3, 1));
        read.At(5, 3)!.Shape.ShouldBe(NumberShape.Time);
        read.At(6, 1)!.Fill.ShouldBe("FCE5CD");
    }

    [Fact]
    public void It_streams_to_a_place_that_cannot_be_sought()
    {
        using var target = new MemoryStream();
        using (
            var forward = new System.IO.Compression.BrotliStream(
                target,
                System.IO.Compression.CompressionLevel.Fastest,
                leaveOpen: true
            )
        )
            SheetWriter.WriteXlsx(forward, [Rich]);
        target.Length.ShouldBeGreaterThan(0);
    }

    private static readonly Gen<string> Words = Gen.OneOf(
        Gen.String[Gen.Char["abc АБВ李伟 \n\t\r<>&\"'=+-@;,_x000D_\u0001\u00A0%1"], 1, 12],
        Gen.String[1, 8],
        Gen.Const("_x0041_"),
        Gen.Const("🚢 line")
    );

    private static readonly Gen<string?> Fill = Gen.OneOf<string?>(
        null,
        "9FC5E8",
        "D9D9D9",
        "FCE5CD",
        "FFFFFF",
        "012345"
    );

    private static readonly Gen<decimal> Number = Gen.Select(
        Gen.Long[-999_999_999, 999_999_999],
        Gen.Int[0, 6],
        (digits, scale) => (decimal)digits / (decimal)Math.Pow(10, scale)
    );

    private static readonly Gen<NumberShape> Shape = Gen.OneOf(
        NumberShape.General,
        NumberShape.Fixed,
        NumberShape.Percent,
        NumberShape.Time
    );

    private static readonly Gen<SheetCell> Content = Gen.OneOf(
        Gen.Select(
            Words,
            Gen.Bool,
            (words, bold) => SheetCell.OfText(1, 1, words) with { Bold = bold }
        ),
        Gen.Select(Number, Shape, (number, shape) => SheetCell.OfNumber(1, 1, number, shape)),
        Gen.Int[0, 60_000]
            .Select(day => SheetCell.OfDate(1, 1, new DateOnly(1900, 1, 1).AddDays(day))),
        Gen.Select(
            Number,
            Shape,
            (number, shape) => SheetCell.OfFormula(1, 1, "SUM(A1:B2)", number, shape)
        )
    );

    private static readonly Gen<SheetCell> Cell = Gen.Select(
        Content,
        Fill,
        Gen.OneOf<string?>(null, "why", "по просьбе\nклиента"),
        (cell, fill, comment) => cell with { Fill = fill, Comment = comment }
    );

    private static readonly Gen<SheetGrid> Grid = Gen.Select(
        Gen.Dictionary(Gen.Select(Gen.Int[1, 12], Gen.Int[1, 12]), Cell)[1, 40],
        Gen.OneOf(Gen.Const((0, 0)), Gen.Select(Gen.Int[1, 3], Gen.Int[1, 3])),
        (cells, merge) =>
        {
            var all = cells.ToDictionary(
                c => new CellAddress(c.Key.Item1, c.Key.Item2),
                c => c.Value with { Address = new CellAddress(c.Key.Item1, c.Key.Item2) }
            );
            var anchor = all.Values.First();
            var merged = new List<CellRange>();
            if (merge.Item1 > 1 || merge.Item2 > 1)
            {
                var last = new CellAddress(
                    anchor.Address.Row + merge.Item1 - 1,
                    anchor.Address.Column + merge.Item2 - 1
                );
                merged.Add(new CellRange(anchor.Address, last));
                for (var row = anchor.Address.Row; row <= last.Row; row++)
                for (var column = anchor.Address.Column; column <= last.Column; column++)
                    if (new CellAddress(row, column) is var address && address != anchor.Address)
                        all[address] = anchor with
                        {
                            Address = address,
                            Formula = null,
                            Comment = null,
                            MergedInto = anchor.Address,
                        };
                // The reader repeats an anchor within what the sheet uses; a corner keeps that in sight.
                all[new CellAddress(20, 20)] = SheetCell.OfText(20, 20, "corner");
            }
            return new SheetGrid("Load", all.Values, merged);
        }
    );

    [Fact]
    public void Whatever_is_written_is_read_back_the_same() =>
        Grid.Sample(
            grid =>
            {
                var read = Read(Xlsx(new SheetPage(grid))).Sheets.Single();
                read.Cells.ShouldBe(grid.Cells);
                read.Merged.ShouldBe(grid.Merged);
            },
            iter: 300
        );

    [Fact]
    public void Texts_and_numbers_come_back_from_a_text_file_the_same() =>
        Gen.Dictionary(
                Gen.Select(Gen.Int[1, 6], Gen.Int[1, 6]),
                Gen.String[Gen.Char["abcАБ李伟 ;,\"'=+-@|"], 1, 8]
                    .Where(text => text.Any(char.IsLetter))
            )[1, 20]
            .Sample(
                cells =>
                {
                    var grid = new SheetGrid(
                        "load",
                        [
                            // The first row is what the delimiter is found by.
                            .. Enumerable.Range(1, 6).Select(i => SheetCell.OfText(1, i, "head")),
                            .. cells.Select(c =>
                                SheetCell.OfText(c.Key.Item1 + 1, c.Key.Item2, c.Value)
                            ),
                            .. Enumerable
                                .Range(1, 6)
                                .Select(i => SheetCell.OfNumber(9, i, i + 0.5m)),
                        ]
                    );
                    using var file = new MemoryStream();
                    SheetWriter.WriteCsv(file, grid, Semicolons);
                    var text = Encoding.UTF8.GetString(file.ToArray())[1..];
                    var read = SheetFile.Read(
                        Encoding.UTF8.GetBytes("sep=;\n" + text),
                        "load.csv",
                        new SheetLimits()
                    );
                    if (read.Refusal is FormulaReachesOutside)
                        return;
                    foreach (var cell in grid.Cells.Where(cell => cell.Address.Row < 9))
                        read.Value.Sheets[0]
                            .At(cell.Address.Row + 1, cell.Address.Column)!
                            .Text.ShouldBe(cell.Text);
                    read.Value.Sheets[0].At(10, 3)!.Number.ShouldBe(3.5m);
                },
                iter: 300
            );

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+7 999", "'+7 999")]
    [InlineData("-5", "'-5")]
    [InlineData("@anna", "'@anna")]
    [InlineData("\tx", "'\tx")]
    [InlineData("'=1", "''=1")]
    [InlineData("a=1", "a=1")]
    [InlineData("two;parts", "\"two;parts\"")]
    public void A_text_that_would_be_calculated_is_guarded(string text, string written) =>
        Csv(SheetCell.OfText(1, 1, text)).ShouldBe(written + "\r\n");

    [Fact]
    public void Numbers_are_written_as_numbers()
    {
        Csv(SheetCell.OfNumber(1, 1, -7.5m)).ShouldBe("-7,5\r\n");
        Csv(SheetCell.OfShare(1, 1, 0.4m)).ShouldBe("40%\r\n");
        Csv(SheetCell.OfDate(1, 1, new DateOnly(2026, 11, 23))).ShouldBe("2026-11-23\r\n");
    }

    private static string Csv(SheetCell cell)
    {
        using var file = new MemoryStream();
        SheetWriter.WriteCsv(file, new SheetGrid("load", [cell]), Semicolons);
        return Encoding.UTF8.GetString(file.ToArray())[1..];
    }
}

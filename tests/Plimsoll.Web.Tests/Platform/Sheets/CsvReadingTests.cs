using System.Text;
using Plimsoll.Web.Platform.Sheets;

namespace Plimsoll.Web.Tests.Platform.Sheets;

public class CsvReadingTests
{
    private static SheetGrid Read(byte[] file) =>
        SheetFile.Read(file, "load.csv", new SheetLimits()).Value.Sheets.Single();

    private static SheetGrid Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static Encoding Page(int page) => CodePagesEncodingProvider.Instance.GetEncoding(page)!;

    public static TheoryData<string, byte[]> Encoded()
    {
        const string Russian =
            "Сотрудник;Проект;23.11.2026\nАнна Соколова;Нордвинд, абонентка;0,4\nИван;Халва;10\n";
        const string Chinese = "姓名,项目,第48周\n李伟,北风 年度服务,40%\n王芳,内部会议,10%\n";
        const string Western = "Name;Projekt;KW 48\nTomás Müller;Größe;0,4\nZoë;Café;1\n";
        return new()
        {
            { Russian, Encoding.UTF8.GetBytes(Russian) },
            { Russian, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Russian)] },
            { Russian, [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Russian)] },
            {
                Russian,
                [
                    .. Encoding.BigEndianUnicode.Preamble,
                    .. Encoding.BigEndianUnicode.GetBytes(Russian),
                ]
            },
            { Russian, Page(1251).GetBytes(Russian) },
            { Russian.ToUpperInvariant(), Page(1251).GetBytes(Russian.ToUpperInvariant()) },
            { Chinese, Encoding.UTF8.GetBytes(Chinese) },
            { Chinese, Page(54936).GetBytes(Chinese) },
            { Western, Page(1252).GetBytes(Western) },
            { Western, Encoding.Unicode.GetBytes(Western) },
        };
    }

    [Theory]
    [MemberData(nameof(Encoded))]
    public void The_encoding_is_found(string text, byte[] file)
    {
        EncodingFinder.Decode(file).ShouldBe(text);
        Read(file).LastColumn.ShouldBe(3);
    }

    [Theory]
    [InlineData("person;project;hours\nAnna;Lumen, the site;8,0\nLi;Halva;7,5\n", ';', "8.0")]
    [InlineData("person,project,hours\nAnna,\"Lumen; site\",8.0\nLi,Halva,7.5\n", ',', "8.0")]
    [InlineData("person\tproject\thours\nAnna\tLumen, site\t8,0\nLi\tHalva\t7,5\n", '\t', "8.0")]
    [InlineData("sep=|\nperson|project|hours\nAnna|Lumen|8\n", '|', "8")]
    public void Delimiter_and_decimal_sign_are_found(string text, char delimiter, string hours)
    {
        var grid = Read(text);
        var row = text.StartsWith("sep", StringComparison.Ordinal) ? 3 : 2;
        grid.LastColumn.ShouldBe(3);
        grid.At(row, 3)!
            .Number.ShouldBe(
                decimal.Parse(hours, System.Globalization.CultureInfo.InvariantCulture)
            );
        if (row == 2)
            CsvForm.FindDelimiter(text).ShouldBe(delimiter);
    }

    [Theory]
    [InlineData("1 234,5;0,5", "1234.5")]
    [InlineData("1.234,5;0,5", "1234.5")]
    [InlineData("40 %;0,5", "0.4")]
    [InlineData("12,5%;0,5", "0.125")]
    [InlineData("-3;0,5", "-3")]
    [InlineData("1,234;0.5", "1234")]
    [InlineData("23.11;0,5", null)]
    [InlineData("W48;0,5", null)]
    [InlineData("2026-11-23;0,5", null)]
    public void Numbers_are_understood_as_their_file_writes_them(string line, string? expected) =>
        Read(line + "\na;b\n")
            .At(1, 1)!
            .Number.ShouldBe(
                expected is null
                    ? null
                    : decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture)
            );

    [Fact]
    public void Rows_keep_their_numbers_over_empty_and_short_ones()
    {
        var grid = Read("Team load\n\nperson;project;hours;\nAnna;Lumen\nLi;Halva;8;x;y\n");
        grid.At(1, 1)!.Text.ShouldBe("Team load");
        grid.At(3, 1)!.Text.ShouldBe("person");
        grid.At(4, 2)!.Text.ShouldBe("Lumen");
        grid.At(5, 5)!.Text.ShouldBe("y");
    }

    [Fact]
    public void Quoted_fields_keep_lines_and_quotes()
    {
        var grid = Read("a;b\n\"two\nlines\";\"say \"\"no\"\"\"\n");
        grid.At(2, 1)!.Text.ShouldBe("two\nlines");
        grid.At(2, 2)!.Text.ShouldBe("say \"no\"");
    }

    [Fact]
    public void A_quote_that_never_ends_is_not_read_as_if_it_did() =>
        SheetFile
            .Read(
                Encoding.UTF8.GetBytes("a;b\n\"never;" + new string('x', 300_000)),
                "a.csv",
                new SheetLimits()
            )
            .Refusal.ShouldBeOfType<SheetIsBroken>();

    [Fact]
    public void A_row_may_begin_with_a_hash() =>
        Read("#;Subject\n1;One\n").At(1, 1)!.Text.ShouldBe("#");
}

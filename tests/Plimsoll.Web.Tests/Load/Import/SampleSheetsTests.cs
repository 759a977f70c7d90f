using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Load.Import;
using Plimsoll.Web.Platform.Sheets;

namespace Plimsoll.Web.Tests.Load.Import;

public class SampleSheetsTests
{
    private static readonly string[] Weeks =
    [
        "2026-W48",
        "2026-W49",
        "2026-W50",
        "2026-W51",
        "2026-W52",
        "2026-W53",
        "2027-W01",
        "2027-W02",
        "2027-W03",
        "2027-W04",
    ];

    private static FoundPlan Read(string name, string today = "2026-11-20")
    {
        var file = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Samples/load", name));
        return LoadSheet.Read(
            SheetFile.Read(file, name, new SheetLimits()).Value,
            new LoadSheetHints(
                DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)
            )
        );
    }

    [Theory]
    [InlineData("2026-11-20")]
    [InlineData("2026-09-01")]
    [InlineData("2027-03-01")]
    public void The_english_blocks_import_as_a_person_expects(string today)
    {
        var plan = Read("blocks-percent-en.xlsx", today);

        plan.Problems.ShouldBeEmpty();
        plan.Layout.ShouldBe(LoadLayout.Blocks);
        plan.Unit.ShouldBe(new FoundUnit(AmountUnit.Share, UnitReason.Cells));
        plan.Weeks.Select(week => week.ToString()).ShouldBe(Weeks);
        plan.People.Select(p => $"{p.Name}: {p.Role}, {p.WeeklyHours?.Value / 60} h")
            .ShouldBe([
                "Anna Sokolova: Account manager, 40 h",
                "Dmitri Kim: Copywriter, 40 h",
                "Li Wei: Art director, 40 h",
                "Maria Petrova: Designer, 32 h",
                "Tomás Neves: Media buyer, 40 h",
                "Elena Vogel: Strategist, 20 h",
            ]);
        plan.Cells.Select(c => c.Project)
            .Distinct()
            .ShouldBe([
                "Orbita rebrand",
                "Halva Christmas launch",
                "Kupol Bank SMM",
                "Agency meetings",
                "Vacation",
                "Lumen site",
                "Nordwind retainer",
            ]);
        plan.Fills.Select(f => (f.Fill, f.Proposed, f.Legend))
            .ShouldBe([
                ("D9D9D9", FillMeaning.Internal, null),
                (
                    "9FC5E8",
                    FillMeaning.Tentative,
                    "blue = not confirmed yet, may be given to somebody else"
                ),
                ("FCE5CD", FillMeaning.Away, null),
            ]);
        plan.Cells.Where(c => c.Meaning == FillMeaning.Internal)
            .ShouldAllBe(c => c.Project == "Agency meetings" && c.Amount.Percent == 10);
        plan.Cells.Where(c => c.Meaning == FillMeaning.Away)
            .ShouldAllBe(c => c.Project == "Vacation" && c.Away == AwayKind.Vacation);
        plan.Cells.Count(c => c.Meaning == FillMeaning.Internal).ShouldBe(60);
        plan.Cells.Count(c => c.Meaning == FillMeaning.Away).ShouldBe(18);

        var anna = plan.Cells.Where(c => c.Person == "Anna Sokolova").ToList();
        anna.Single(c => c.Address.ToString() == "D6")
            .ShouldSatisfyAllConditions(
                c => c.Project.ShouldBe("Orbita rebrand"),
                c => c.Week.ToString().ShouldBe("2026-W49"),
                c => c.Amount.Percent.ShouldBe(40),
                c => c.Meaning.ShouldBe(FillMeaning.Tentative)
            );
        // The total of W53, which no program has calculated: 15 + 15 + 20 + 10 + 100 %.
        anna.Where(c => c.Week == Week.Numbered(2026, 53))
            .Sum(c => c.Amount.Percent)
            .ShouldBe(160);
    }

    [Theory]
    [InlineData("2026-11-20")]
    [InlineData("2027-02-10")]
    public void The_russian_blocks_import_as_a_person_expects(string today)
    {
        var plan = Read("blocks-whole-numbers-ru.xlsx", today);

        plan.Problems.ShouldBeEmpty();
        plan.Layout.ShouldBe(LoadLayout.Blocks);
        plan.Unit.ShouldBe(new FoundUnit(AmountUnit.Percent, UnitReason.Magnitude));
        plan.Weeks.Select(week => week.ToString()).ShouldBe(Weeks);
        plan.People.Select(p => $"{p.Name}: {p.Role}, {p.WeeklyHours?.Value / 60}")
            .ShouldBe([
                "Анна Соколова: аккаунт, 40",
                "Дмитрий Ким: копирайтер, 40",
                "Мария Петрова: дизайнер, 32",
                "Иван Орлов: таргетолог, 40",
            ]);
        plan.Cells.Where(c => c.Meaning == FillMeaning.Internal)
            .ShouldAllBe(c => c.Project == "Внутренние задачи");
        plan.Cells.Where(c => c.Project == "Отпуск")
            .ShouldAllBe(c => c.Meaning == FillMeaning.Away && c.Away == AwayKind.Vacation);
        plan.Cells.Count(c => c.Meaning == FillMeaning.Internal).ShouldBe(40);
        plan.Cells.Count(c => c.Meaning == FillMeaning.Away).ShouldBe(12);
        var blue = plan.Cells.Where(c =>
            c.Person == "Анна Соколова" && c.Meaning == FillMeaning.Tentative
        );
        blue.Select(c => $"{c.Address} {c.Week} {c.Amount.Percent}")
            .ShouldBe(["E3 2026-W50 15", "C4 2026-W48 10", "K5 2027-W03 10"]);
    }

    [Fact]
    public void The_flat_list_imports_as_a_person_expects()
    {
        var plan = Read("flat-hours-en.csv");

        plan.Problems.ShouldBeEmpty();
        plan.Layout.ShouldBe(LoadLayout.List);
        plan.Unit.ShouldBe(new FoundUnit(AmountUnit.Hours, UnitReason.Heading));
        plan.Weeks.Select(week => week.ToString()).ShouldBe(Weeks);
        plan.Cells.Count.ShouldBe(129);
        plan.People.Select(p => p.Name).ShouldContain("Tomás Neves");
        plan.Cells[0]
            .ShouldSatisfyAllConditions(
                c => c.Person.ShouldBe("Anna Sokolova"),
                c => c.Role.ShouldBe("Account manager"),
                c => c.Project.ShouldBe("Nordwind retainer"),
                c => c.Amount.Minutes.ShouldBe(Minutes.Hours(8)),
                c => c.Meaning.ShouldBe(FillMeaning.Confirmed),
                c => c.Address.ToString().ShouldBe("E2")
            );
        plan.Cells[1].Meaning.ShouldBe(FillMeaning.Tentative);
        plan.Fills.ShouldBeEmpty();
    }

    [Fact]
    public void A_sheet_of_five_thousand_rows_and_half_a_year_is_read_whole()
    {
        var cells = new List<SheetCell>
        {
            SheetCell.OfText(1, 1, "Person"),
            SheetCell.OfText(1, 2, "Project"),
        };
        for (var week = 0; week < 26; week++)
            cells.Add(
                SheetCell.OfText(1, 3 + week, Week.Numbered(2026, 48)!.Value.Plus(week).ToString())
            );
        for (var row = 2; row <= 5_001; row++)
        {
            cells.Add(SheetCell.OfText(row, 1, $"Person {row / 25}"));
            cells.Add(SheetCell.OfText(row, 2, $"Project {row % 25}"));
            for (var week = 0; week < 26; week++)
                cells.Add(
                    SheetCell.OfShare(row, 3 + week, 0.05m) with
                    {
                        Fill = week % 3 == 0 ? "9FC5E8" : null,
                    }
                );
        }
        using var file = new MemoryStream();
        SheetWriter.WriteXlsx(file, [new SheetPage(new SheetGrid("Load", cells))]);

        var plan = LoadSheet.Read(
            SheetFile.Read(file.ToArray(), "load.xlsx", new SheetLimits()).Value,
            new LoadSheetHints(SheetText.Today)
        );

        plan.Problems.ShouldBeEmpty();
        plan.Cells.Count.ShouldBe(130_000);
        plan.Cells.Count(c => c.Meaning == FillMeaning.Tentative).ShouldBe(45_000);
    }
}

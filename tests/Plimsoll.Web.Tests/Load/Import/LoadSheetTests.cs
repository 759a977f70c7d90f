using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Import;
using Plimsoll.Web.Load.Import;
using Plimsoll.Web.Platform.Sheets;
using Plimsoll.Web.Platform.Text;
using static Plimsoll.Web.Tests.Load.Import.SheetText;

namespace Plimsoll.Web.Tests.Load.Import;

public class LoadSheetTests
{
    [Fact]
    public void A_block_per_person_is_read_without_its_totals()
    {
        var plan = Plan(
            """
            | Person        | Project                | W48 23.11    | W49 30.11    |
            | Anna Sokolova | Account manager, 40 h  | =SUM(C3:C4)  | =SUM(D3:D4)  |
            |               | Orbita rebrand         | 0.4!b        | 0.25         |
            |               | Vacation               |              | 0.2!s        |
            | Dmitri Kim    | Copywriter (32 hours)  | =SUM(C6:C6)  |              |
            |               | Agency meetings        | 0.1!g        |              |
            | Total         |                        | =SUM(C2:C6)  | =SUM(D2:D6)  |
            """
        );
        plan.Problems.ShouldBeEmpty();
        plan.Layout.ShouldBe(LoadLayout.Blocks);
        plan.Unit.ShouldBe(new FoundUnit(AmountUnit.Share, UnitReason.Magnitude));
        Lines(plan)
            .ShouldBe([
                "Anna Sokolova, Orbita rebrand, 2026-W48: 40% Tentative",
                "Anna Sokolova, Orbita rebrand, 2026-W49: 25%",
                "Anna Sokolova, Vacation, 2026-W49: 20% Away",
                "Dmitri Kim, Agency meetings, 2026-W48: 10% Internal",
            ]);
        plan.People.Select(p => (p.Name, p.Role, p.WeeklyHours, p.Address.ToString()))
            .ShouldBe([
                ("Anna Sokolova", "Account manager", Minutes.Hours(40), "A2"),
                ("Dmitri Kim", "Copywriter", Minutes.Hours(32), "A5"),
            ]);
        plan.Cells[2].Away.ShouldBe(AwayKind.Vacation);
        plan.Cells[0].Address.ToString().ShouldBe("C3");
    }

    [Fact]
    public void Totals_that_are_only_figures_are_known_by_adding_up()
    {
        var plan = Plan(
            """
            | Сотрудник | Проект   | 23–29 ноя | 30 ноя – 6 дек |
            | Анна      | дизайнер | 60        | 25             |
            |           | Халва    | 40        | 25             |
            |           | Купол    | 20        |                |
            | Иван      | таргет   | 100       | 30             |
            |           | Халва    | 50        | 10             |
            |           | Купол    | 50        | 20             |
            """
        );
        plan.Layout.ShouldBe(LoadLayout.Blocks);
        plan.People.Select(p => p.Role).ShouldBe(["дизайнер", "таргет"]);
        plan.Cells.Sum(c => c.Amount.Percent).ShouldBe(215);
        plan.Cells.ShouldAllBe(c => c.Project == "Халва" || c.Project == "Купол");
    }

    [Fact]
    public void A_row_per_person_and_project_may_repeat_merge_or_leave_out_the_name()
    {
        var plan = Plan(
            """
            | Name | Project | 2026-W48 | 2026-W49 |
            | Anna | Lumen   | 40 %     | 80%      |
            | ^    | Halva   | 20 %     |          |
            | Li   | Lumen   | 50 %     |          |
            |      | Halva   |          | 30 %!b   |
            | Mia  | Lumen   | 10 %     |          |
            | Mia  | Halva   | 15 %     |          |
            """
        );
        plan.Problems.ShouldBeEmpty();
        plan.Layout.ShouldBe(LoadLayout.Rows);
        plan.Unit.ShouldBe(new FoundUnit(AmountUnit.Percent, UnitReason.Cells));
        Lines(plan)
            .ShouldBe([
                "Anna, Lumen, 2026-W48: 40%",
                "Anna, Lumen, 2026-W49: 80%",
                "Anna, Halva, 2026-W48: 20%",
                "Li, Lumen, 2026-W48: 50%",
                "Li, Halva, 2026-W49: 30% Tentative",
                "Mia, Lumen, 2026-W48: 10%",
                "Mia, Halva, 2026-W48: 15%",
            ]);
    }

    [Fact]
    public void Columns_may_stand_in_any_order_and_language()
    {
        var plan = Plan(
            """
            | 角色   | 项目     | 姓名 | 客户 | 每周工时 | 第48周 | 第49周 | 合计 |
            | 设计师 | 年度服务 | 李伟 | 北风 | 32       | 8      | 4      | 12   |
            | 文案   | 休假     | 王芳 |      | 40       |        | 40!s   | 40   |
            """
        );
        plan.Problems.ShouldBeEmpty();
        plan.Unit.Unit.ShouldBe(AmountUnit.Hours);
        Lines(plan)
            .ShouldBe([
                "李伟, 年度服务, 2026-W48: 480min",
                "李伟, 年度服务, 2026-W49: 240min",
                "王芳, 休假, 2026-W49: 2400min Away",
            ]);
        plan.Cells[0].Client.ShouldBe("北风");
        plan.Cells[0].Role.ShouldBe("设计师");
        plan.Cells[0].WeeklyHours.ShouldBe(Minutes.Hours(32));
    }

    [Fact]
    public void One_column_of_labels_is_told_apart_by_weight()
    {
        const string Drawing = """
            | Team load | W48 | W49 |
            | *Anna*    | 60  | 40  |
            | Lumen     | 40  | 40  |
            | Halva     | 20  |     |
            | *Li*      | 100 |     |
            | Lumen     | 100 |     |
            """;
        Lines(Plan(Drawing))
            .ShouldBe([
                "Anna, Lumen, 2026-W48: 40%",
                "Anna, Lumen, 2026-W49: 40%",
                "Anna, Halva, 2026-W48: 20%",
                "Li, Lumen, 2026-W48: 100%",
            ]);
        Lines(
                Plan(
                    Drawing
                        .Replace("*", "", StringComparison.Ordinal)
                        .Replace("| Lumen", "|   Lumen", StringComparison.Ordinal)
                        .Replace("| Halva", "|   Halva", StringComparison.Ordinal)
                )
            )
            .Count()
            .ShouldBe(4);
    }

    [Fact]
    public void A_sheet_of_people_alone_asks_for_projects()
    {
        var plan = Plan(
            """
            | Person | W48 | W49 |
            | Anna   | 60  | 40  |
            | Li     | 100 | 80  |
            """
        );
        plan.Cells.ShouldBeEmpty();
        plan.Problems.Select(p => $"{p.At} {p.Code}").ShouldBe(["A1 projects-not-found"]);
    }

    [Fact]
    public void Projects_outside_and_people_inside_are_turned_round()
    {
        var plan = Plan(
            """
            | Project | Person | W48          | W49 |
            | Lumen   |        | =SUM(C3:C4)  |     |
            |         | Anna   | 40           | 20  |
            |         | Li     | 70           |     |
            | Отпуск  |        | =SUM(C6:C6)  |     |
            |         | Anna   | 20!s         |     |
            """
        );
        plan.Problems.ShouldBeEmpty();
        Lines(plan)
            .ShouldBe([
                "Anna, Lumen, 2026-W48: 40%",
                "Anna, Lumen, 2026-W49: 20%",
                "Li, Lumen, 2026-W48: 70%",
                "Anna, Отпуск, 2026-W48: 20% Away",
            ]);
    }

    [Fact]
    public void A_long_list_is_read_by_its_headings()
    {
        var plan = Plan(
            """
            | Неделя | Проект | Сотрудник | Часы | Статус            | Держать до | Комментарий |
            | W53    | Халва  | Анна      | 7,5  | предварительно    | 15.12.2026 | если выиграем |
            | W1     | Халва  | Анна      | 8:30 | подтверждено      |            |             |
            | 11.01  |        | Анна      | 40   | отпуск            |            |             |
            | W2     | Купол  | Иван      | 4 ч  | в работе          |            |             |
            """
        );
        Lines(plan)
            .ShouldBe([
                "Анна, Халва, 2026-W53: 450min Tentative",
                "Анна, Халва, 2027-W01: 510min",
                "Анна, отпуск, 2027-W02: 2400min Away",
                "Иван, Купол, 2027-W02: 240min",
            ]);
        plan.Cells[0].HoldUntil.ShouldBe(new DateOnly(2026, 12, 15));
        plan.Cells[0].Comment.ShouldBe("если выиграем");
        plan.Problems.Single().Code.ShouldBe(LoadProblem.StatusNotUnderstood);
        plan.HasErrors.ShouldBeFalse();
    }

    [Theory]
    [InlineData("0.4", "1", AmountUnit.Share, UnitReason.Magnitude, "Load")]
    [InlineData("40", "100", AmountUnit.Percent, UnitReason.Magnitude, "Load")]
    [InlineData("8", "40", AmountUnit.Hours, UnitReason.Magnitude, "Load")]
    [InlineData("8", "20", AmountUnit.Percent, UnitReason.Heading, "Load, %")]
    [InlineData("40", "100", AmountUnit.Hours, UnitReason.Heading, "Загрузка в часах")]
    [InlineData("0.4", "0.2", AmountUnit.Share, UnitReason.Heading, "负荷 %")]
    [InlineData("8 h", "4h", AmountUnit.Hours, UnitReason.Cells, "Load")]
    [InlineData("480 min", "30 мин", AmountUnit.Minutes, UnitReason.Cells, "Load")]
    public void The_unit_is_found(
        string one,
        string other,
        AmountUnit unit,
        UnitReason reason,
        string title
    ) =>
        Plan(
            $"""
            | {title} |        |       |
            | Person  | Project| W48   | W49     |
            | Anna    | Lumen  | {one} | {other} |
            """
        )
            .Unit.ShouldBe(new FoundUnit(unit, reason));

    [Fact]
    public void A_person_may_overrule_the_unit_but_not_what_a_cell_says_itself()
    {
        var plan = Plan(
            """
            | Person | Project | W48 | W49  | W50 |
            | Anna   | Lumen   | 8   | 20 % | 2 h |
            """,
            new LoadSheetHints(Today) { Unit = AmountUnit.Percent }
        );
        plan.Unit.ShouldBe(new FoundUnit(AmountUnit.Percent, UnitReason.Told));
        Lines(plan).Select(line => line[^5..]).ShouldBe([": 8%".PadLeft(5, '8'), ": 20%", "20min"]);
    }

    [Fact]
    public void Colours_are_asked_about_once_and_the_answer_counts()
    {
        const string Drawing = """
            | not yet confirmed!r |   |       |       |       |
            | Person | Project        | W48   | W49   | W50   |
            | Anna   | Lumen          | 40!b  | 50!b  | 10!r  |
            | Anna   | Halva          | 40!g  | 30!w  | 20!s  |
            """;
        var plan = Plan(Drawing);
        plan.Fills.Select(f => (f.Fill, f.Count, f.Example.ToString(), f.Proposed, f.Legend))
            .ShouldBe([
                ("9FC5E8", 2, "C3", FillMeaning.Tentative, null),
                ("D9D9D9", 1, "C4", FillMeaning.Internal, null),
                ("EA9999", 1, "E3", FillMeaning.Tentative, "not yet confirmed"),
                ("FCE5CD", 1, "E4", FillMeaning.Away, null),
            ]);

        var answered = Plan(
            Drawing,
            new LoadSheetHints(Today)
            {
                Fills = new Dictionary<string, FillMeaning>
                {
                    ["9FC5E8"] = FillMeaning.Confirmed,
                    ["D9D9D9"] = FillMeaning.Ignore,
                },
            }
        );
        answered.Fills[0].Meaning.ShouldBe(FillMeaning.Confirmed);
        answered.Fills[0].Proposed.ShouldBe(FillMeaning.Tentative);
        answered
            .Cells.Select(c => c.Meaning)
            .ShouldBe([
                FillMeaning.Confirmed,
                FillMeaning.Confirmed,
                FillMeaning.Tentative,
                FillMeaning.Confirmed,
                FillMeaning.Away,
            ]);
    }

    [Theory]
    [InlineData("9FC5E8", FillMeaning.Tentative)]
    [InlineData("DFEAFB", FillMeaning.Tentative)]
    [InlineData("0000FF", FillMeaning.Tentative)]
    [InlineData("00B0F0", FillMeaning.Tentative)]
    [InlineData("BDD7EE", FillMeaning.Tentative)]
    [InlineData("D9D9D9", FillMeaning.Internal)]
    [InlineData("808080", FillMeaning.Internal)]
    [InlineData("FCE5CD", FillMeaning.Away)]
    [InlineData("F8CBAD", FillMeaning.Away)]
    [InlineData("FFF2CC", FillMeaning.Away)]
    [InlineData("FFC000", FillMeaning.Away)]
    [InlineData("FF0000", FillMeaning.Confirmed)]
    [InlineData("F4CCCC", FillMeaning.Confirmed)]
    [InlineData("C6EFCE", FillMeaning.Confirmed)]
    [InlineData("B6D7A8", FillMeaning.Confirmed)]
    [InlineData("B4A7D6", FillMeaning.Confirmed)]
    public void A_colour_alone_suggests_a_meaning(string fill, FillMeaning meaning) =>
        LoadColours.Propose(fill).ShouldBe(meaning);

    [Theory]
    [InlineData("Vacation", AwayKind.Vacation)]
    [InlineData("Отпуск", AwayKind.Vacation)]
    [InlineData("отпуск / больничный", AwayKind.Vacation)]
    [InlineData("休假", AwayKind.Vacation)]
    [InlineData("Sick leave", AwayKind.Sick)]
    [InlineData("Больничный", AwayKind.Sick)]
    [InlineData("病假", AwayKind.Sick)]
    [InlineData("Public holidays", AwayKind.PublicHoliday)]
    [InlineData("Праздники", AwayKind.PublicHoliday)]
    [InlineData("Away", AwayKind.Other)]
    [InlineData("Vacation campaign", null)]
    [InlineData("Halva Christmas launch", null)]
    [InlineData("Holiday Inn / SMM", null)]
    [InlineData("Отпускные цены, акция", null)]
    public void Time_away_is_known_by_its_whole_name(string label, AwayKind? kind) =>
        SheetWords.Away(label).ShouldBe(kind);

    [Fact]
    public void A_word_over_a_week_is_the_whole_week_away()
    {
        var plan = Plan(
            """
            | Person | Project        | W48         | W49      |
            | Anna   | Designer, 40 h | =SUM(C3:C3) | Vacation |
            |        | Lumen          | 40 %        | OOO      |
            """
        );
        plan.Problems.ShouldBeEmpty();
        Lines(plan)
            .ShouldBe([
                "Anna, Vacation, 2026-W49: 100% Away",
                "Anna, Lumen, 2026-W48: 40%",
                "Anna, Lumen, 2026-W49: 100% Away",
            ]);
    }

    [Theory]
    [InlineData("abc", LoadProblem.AmountNotUnderstood)]
    [InlineData("-10", LoadProblem.AmountIsNegative)]
    [InlineData("100000", LoadProblem.AmountIsTooLarge)]
    [InlineData("#REF!", LoadProblem.CellIsAnError)]
    [InlineData("=8/40", LoadProblem.FormulaWithoutValue)]
    public void What_cannot_be_taken_over_is_named_with_its_address(string cell, string code)
    {
        var plan = Plan(
            $"""
            | Person | Project | W48 | W49    |
            | Anna   | Lumen   | 100 | 50     |
            | Anna   | Halva   | 20  | {cell} |
            """
        );
        var problem = plan.Problems.Single();
        problem.Code.ShouldBe(code);
        problem.At.ToString().ShouldBe("D3");
        problem.Weight.ShouldBe(ProblemWeight.Error);
        plan.HasErrors.ShouldBeTrue();
        plan.Cells.Count.ShouldBe(3);
    }

    [Fact]
    public void Blanks_dashes_and_zeros_are_nothing() =>
        Plan(
            """
            | Person | Project | W48 | W49 | W50 | W51 |
            | Anna   | Lumen   | -   | —   | 0   | 40  |
            """
        )
            .Cells.Count.ShouldBe(1);

    [Fact]
    public void Rows_and_weeks_that_miss_something_are_named()
    {
        var plan = Plan(
            """
            | Person | Project | W48 | W49 | someday | W49 | W51 30.11 |
            |        | Lumen   | 40  |     | 1       |     |           |
            | Anna   |         | 40  | 50  |         |     |           |
            | Anna   | Lumen   | 40  |     |         |     |           |
            | anna   | lumen   | 10  |     |         |     |           |
            """
        );
        plan.Problems.Select(p => $"{p.At} {p.Code} {p.Weight}")
            .ShouldBe([
                "E1 week-not-understood Error",
                "F1 week-twice Error",
                "G1 week-twice Error",
                "B2 row-without-person Error",
                "C3 row-without-project Error",
                "C5 same-twice Note",
            ]);
        plan.Problems[^1].Words["text"].ShouldBe("C4");
    }

    [Fact]
    public void Teams_between_people_repeated_headings_and_sums_are_passed_over()
    {
        var plan = Plan(
            """
            | Design team  |          |             |      |
            | Person       | Project  | W48         | W49  |
            | Design       |          |             |      |
            | Anna         | Lumen    | 40          | 20   |
            | Li           | Lumen    | 50          |      |
            | Total design |          | =SUM(C4:C5) |      |
            | Person       | Project  | W48         | W49  |
            | Media        |          |             |      |
            | Ivan         | Halva    | 100         | 10   |
            | Free         |          | 10          | 20   |
            | Итого:       |          | 190         | 30   |
            """
        );
        Lines(plan).Count().ShouldBe(5);
        plan.People.Select(p => p.Name).ShouldBe(["Anna", "Li", "Ivan"]);
        plan.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void A_list_without_projects_names_the_headings_that_lack_it()
    {
        var plan = Plan("| Note | Person | Week | Percent |\n|  | Anna | 2026-W48 | 40 |");
        plan.Problems.Select(p => $"{p.At} {p.Code}").ShouldBe(["A1:D1 projects-not-found"]);
    }

    [Fact]
    public void A_project_is_found_where_its_name_stands()
    {
        var blocks = Plan(
            """
            | Person | Project | W48        | W49 |
            | Anna   |         | =SUM(C3:C3) |     |
            |        | Halva   |            | 50  |
            """
        );
        PlanWork.In(blocks).Select(w => $"{w.Address} {w.Name}").ShouldBe(["B3 Halva"]);
        var turned = Plan(
            """
            | Project | Person | W48 |
            | Halva   | Anna   | 50  |
            |         | Li     | 20  |
            """
        );
        PlanWork.In(turned).Select(w => $"{w.Address} {w.Name}").ShouldBe(["A2 Halva"]);
    }

    [Fact]
    public void A_sheet_without_weeks_says_so()
    {
        var plan = Plan("| a | b |\n| 1 | 2 |");
        plan.Problems.Select(p => $"{p.At} {p.Code}").ShouldBe(["A1:B2 weeks-not-found"]);
        plan.Layout.ShouldBe(LoadLayout.NotFound);
    }

    [Fact]
    public void The_year_may_stand_in_a_line_of_its_own()
    {
        var plan = Plan(
            """
            |        |         | 2025 | 2026 |
            | Person | Project | W52  | W1   |
            | Anna   | Lumen   | 40   | 30   |
            """
        );
        plan.Weeks.Select(week => week.ToString()).ShouldBe(["2025-W52", "2026-W01"]);
    }

    [Theory]
    [InlineData("November", "December")]
    [InlineData("Ноябрь 2026", "Декабрь 2026")]
    [InlineData("11月", "12月")]
    public void Days_may_stand_under_their_months(string one, string other) =>
        Plan(
            $"""
            |        |         | {one} |    | {other} |    |
            | Person | Project | 23    | 30 | 7       | 14 |
            | Anna   | Lumen   | 40    | 30 | 20      | 70 |
            """
        )
            .Weeks.Select(week => week.ToString())
            .ShouldBe(["2026-W48", "2026-W49", "2026-W50", "2026-W51"]);

    [Fact]
    public void Of_several_sheets_the_plan_is_taken()
    {
        var plan = LoadSheet.Read(
            new SheetBook([
                Grid("| hello | world |", "About"),
                Grid("| Person | Project | W48 |\n| Anna | Lumen | 40 |", "Load"),
            ]),
            new LoadSheetHints(Today)
        );
        plan.Sheet.ShouldBe("Load");
    }

    [Fact]
    public void Every_problem_meaning_unit_and_layout_has_its_words()
    {
        var english = new Phrasebook().In(Language.English);
        string[] keys =
        [
            .. typeof(LoadProblem)
                .GetFields()
                .Where(field => field.IsLiteral)
                .Select(field => "import.problem." + field.GetRawConstantValue()),
            .. Enum.GetNames<FillMeaning>().Select(name => "load.import.meaning." + Kebab.Of(name)),
            .. Enum.GetNames<AmountUnit>().Select(name => "load.import.unit." + Kebab.Of(name)),
            .. Enum.GetNames<UnitReason>().Select(name => "load.import.unit-by." + Kebab.Of(name)),
            .. Enum.GetNames<LoadLayout>().Select(name => "load.import.layout." + Kebab.Of(name)),
        ];
        keys.Length.ShouldBe(33);
        keys.Where(key => !english.Has(key)).ShouldBeEmpty();
    }

    [Fact]
    public void Minutes_written_as_a_share_come_back_to_the_minute()
    {
        for (var minutes = 1; minutes <= 2_400; minutes += 7)
            new FoundAmount(Math.Round(minutes / 1_920m, 10) * 100, null)
                .In(new Minutes(1_920))
                .ShouldBe(new Minutes(minutes));
    }
}

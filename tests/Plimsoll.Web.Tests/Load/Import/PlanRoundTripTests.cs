using CsCheck;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Load.Import;
using Plimsoll.Web.Platform.Sheets;

namespace Plimsoll.Web.Tests.Load.Import;

/// <summary>A plan written down as people keep it, and read again, is the same plan to the minute.</summary>
public class PlanRoundTripTests
{
    private sealed record Entry(
        string Person,
        string Project,
        Week Week,
        int Minutes,
        FillMeaning Meaning,
        string? Comment
    );

    private static readonly Week First = Week.Numbered(2026, 48)!.Value;
    private static readonly LoadSheetHints Hints = new(new DateOnly(2026, 11, 20));
    private static readonly Minutes Nominal = Minutes.Hours(32);

    private static readonly string[] People = ["Anna Sokolova", "李伟", "Дмитрий Ким", "Zoë"];
    private static readonly string[] Projects = ["Lumen site", "Халва, запуск", "北风 年度服务"];

    private static readonly Gen<List<Entry>> Plan = Gen.Select(
            Gen.OneOf(People),
            Gen.Select(
                Gen.OneOf(Projects),
                Gen.OneOf(FillMeaning.Confirmed, FillMeaning.Tentative, FillMeaning.Internal)
            ),
            Gen.Int[0, 9],
            Gen.Int[1, 3_000],
            Gen.Bool,
            Gen.OneOf<string?>(null, "if the pitch is won", "по просьбе клиента")
        )
        .Select(
            (person, work, week, minutes, away, comment) =>
                away
                    ? new Entry(
                        person,
                        "Vacation",
                        First.Plus(week),
                        minutes,
                        FillMeaning.Away,
                        comment
                    )
                    : new Entry(person, work.Item1, First.Plus(week), minutes, work.Item2, comment)
        )
        .List[1, 60]
        .Select(all =>
            all.DistinctBy(e => (e.Person, e.Project, e.Week, e.Meaning))
                .OrderBy(e => Array.IndexOf(People, e.Person))
                .ThenBy(e => e.Project, StringComparer.Ordinal)
                .ThenBy(e => e.Meaning)
                .ThenBy(e => e.Week)
                .ToList()
        );

    [Fact]
    public void As_blocks_of_shares_with_colours_and_comments() =>
        Plan.Sample(
            entries =>
            {
                using var file = new MemoryStream();
                SheetWriter.WriteXlsx(file, [new SheetPage(Blocks(entries))]);
                Check(entries, file.ToArray(), "load.xlsx");
            },
            iter: 100
        );

    [Fact]
    public void As_a_list_of_minutes_with_states() =>
        Plan.Sample(
            entries =>
            {
                using var file = new MemoryStream();
                SheetWriter.WriteCsv(file, List(entries), new CsvForm(';', DecimalComma: true));
                Check(entries, file.ToArray(), "load.csv");
            },
            iter: 100
        );

    private static void Check(List<Entry> entries, byte[] file, string name)
    {
        var plan = LoadSheet.Read(SheetFile.Read(file, name, new SheetLimits()).Value, Hints);
        plan.Problems.ShouldBeEmpty();
        plan.Cells.Select(c => new Entry(
                c.Person,
                c.Project,
                c.Week,
                c.Amount.In(Nominal).Value,
                c.Meaning,
                c.Comment
            ))
            .ShouldBe(entries, ignoreOrder: true);
    }

    private static SheetGrid Blocks(List<Entry> entries)
    {
        var cells = new List<SheetCell>
        {
            SheetCell.OfText(1, 1, "Person"),
            SheetCell.OfText(1, 2, "Project"),
        };
        for (var i = 0; i < 10; i++)
            cells.Add(
                SheetCell.OfText(1, 3 + i, $"W{First.Plus(i).Number} {First.Plus(i).Monday:dd.MM}")
            );
        var row = 2;
        foreach (var person in entries.GroupBy(e => e.Person))
        {
            var head = row++;
            var lines = person.GroupBy(e => (e.Project, e.Meaning)).ToList();
            cells.Add(SheetCell.OfText(head, 1, person.Key) with { Bold = true });
            cells.Add(SheetCell.OfText(head, 2, "Designer, 32 h"));
            for (var i = 0; i < 10; i++)
            {
                var column = CellAddress.ColumnName(3 + i);
                cells.Add(
                    SheetCell.OfFormula(
                        head,
                        3 + i,
                        $"SUM({column}{head + 1}:{column}{head + lines.Count})",
                        person.Where(e => e.Week == First.Plus(i)).Sum(e => Share(e.Minutes)),
                        NumberShape.Percent
                    )
                );
            }
            foreach (var line in lines)
            {
                cells.Add(SheetCell.OfText(row, 2, line.Key.Project));
                foreach (var entry in line)
                    cells.Add(
                        SheetCell.OfShare(
                            row,
                            3 + First.WeeksUntil(entry.Week),
                            Share(entry.Minutes)
                        ) with
                        {
                            Comment = entry.Comment,
                            Fill = entry.Meaning switch
                            {
                                FillMeaning.Tentative => LoadColours.Tentative,
                                FillMeaning.Internal => LoadColours.Internal,
                                FillMeaning.Away => LoadColours.Away,
                                _ => null,
                            },
                        }
                    );
                row++;
            }
        }
        return new SheetGrid("Load", cells);
    }

    private static SheetGrid List(List<Entry> entries)
    {
        string[] heads = ["Person", "Project", "Week", "Minutes", "Status", "Comment"];
        var cells = heads.Select((head, i) => SheetCell.OfText(1, i + 1, head)).ToList();
        for (var i = 0; i < entries.Count; i++)
        {
            var (row, entry) = (i + 2, entries[i]);
            cells.Add(SheetCell.OfText(row, 1, entry.Person));
            cells.Add(SheetCell.OfText(row, 2, entry.Project));
            cells.Add(SheetCell.OfText(row, 3, entry.Week.ToString()));
            cells.Add(SheetCell.OfNumber(row, 4, entry.Minutes));
            cells.Add(SheetCell.OfText(row, 5, entry.Meaning.ToString()));
            if (entry.Comment is { } comment)
                cells.Add(SheetCell.OfText(row, 6, comment));
        }
        return new SheetGrid("Load", cells);
    }

    private static decimal Share(int minutes) => Math.Round((decimal)minutes / Nominal.Value, 12);
}

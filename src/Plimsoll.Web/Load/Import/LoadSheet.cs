using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Sheets;

namespace Plimsoll.Web.Load.Import;

/// <summary>
/// Reads a load table as agencies keep it, and says what it found and where it stumbled. Knows nothing of the
/// workspace: names are still words, and nothing is changed by reading.
/// </summary>
public static class LoadSheet
{
    /// <summary>The sheet of a file that holds most of a plan; hidden sheets are lists and leftovers.</summary>
    public static FoundPlan Read(SheetBook book, LoadSheetHints hints)
    {
        FoundPlan? best = null;
        foreach (var sheet in book.Sheets.Where(sheet => !sheet.IsHidden))
        {
            var plan = Read(sheet, hints);
            if (best is null || plan.Cells.Count > best.Cells.Count)
                best = plan;
        }
        return best ?? Read(book.Sheets[0], hints);
    }

    public static FoundPlan Read(SheetGrid grid, LoadSheetHints hints)
    {
        var found = new Gathered();
        if (
            !ListLayout.Read(grid, hints.Today, found)
            && !AcrossLayout.Read(grid, hints.Today, found)
        )
            found.Problems.Add(SheetProblem.Error(null, SheetProblem.WeeksNotFound));

        var unit = UnitFinder.Find(
            [
                .. found
                    .Cells.Where(c => c.Amount.Amount is not null)
                    .Select(c => (c.Row.Person, c.Week, c.Amount.Amount!.Value)),
            ],
            hints.Unit,
            found.HeadingUnit
        );
        var fills = LoadFills.Find(grid, found.Cells, hints.Fills);
        var meanings = fills.ToDictionary(fill => fill.Fill, fill => fill.Meaning);
        var cells = Understand(found, unit, meanings);
        NoteTwice(cells, found.Problems);
        return new FoundPlan
        {
            Sheet = grid.Name,
            Layout = found.Layout,
            Unit = unit,
            Weeks = [.. cells.Select(cell => cell.Week).Distinct().Order()],
            People = found.People,
            Cells = cells,
            Fills = fills,
            Problems = [.. found.Problems.OrderBy(problem => problem.Address ?? default)],
        };
    }

    private static List<FoundCell> Understand(
        Gathered found,
        FoundUnit unit,
        Dictionary<string, FillMeaning> fills
    )
    {
        var cells = new List<FoundCell>(found.Cells.Count);
        foreach (var (row, week, cell, amount) in found.Cells)
        {
            if (amount.Amount is { } typed && typed.IsTooLarge(unit.Unit))
            {
                found.Problems.Add(
                    SheetProblem.Error(cell.Address, SheetProblem.AmountIsTooLarge, cell.Text)
                );
                continue;
            }
            var away = amount.Away ?? SheetWords.Away(row.Project);
            var meaning = Meaning(row, away, cell.Fill, fills);
            if (meaning == FillMeaning.Ignore)
                continue;
            var person = found.Of(row.Person);
            cells.Add(
                new FoundCell
                {
                    Person = person.Name,
                    Role = row.Role ?? person.Role,
                    WeeklyHours = row.WeeklyHours ?? person.WeeklyHours,
                    Client = row.Client,
                    Project = row.Project,
                    Week = week,
                    // A word over a week means all of it.
                    Amount = amount.Amount?.In(unit.Unit) ?? new FoundAmount(100, null),
                    Meaning = meaning,
                    Away = meaning == FillMeaning.Away ? away ?? AwayKind.Other : null,
                    HoldUntil = meaning == FillMeaning.Tentative ? row.HoldUntil : null,
                    Fill = cell.Fill,
                    Address = cell.Address,
                    Comment = cell.Comment ?? row.Comment,
                }
            );
        }
        return cells;
    }

    /// <summary>Words say it more surely than colours: a vacation stays one in whatever colour, and a column of states was filled in on purpose.</summary>
    private static FillMeaning Meaning(
        RowLabels row,
        AwayKind? away,
        string? fill,
        Dictionary<string, FillMeaning> fills
    )
    {
        var colour =
            fill is not null && fills.TryGetValue(fill, out var known) ? known : (FillMeaning?)null;
        if (colour == FillMeaning.Ignore)
            return FillMeaning.Ignore;
        if (away is not null)
            return FillMeaning.Away;
        return row.Status
            ?? colour
            ?? (SheetWords.IsInternal(row.Project) ? FillMeaning.Internal : FillMeaning.Confirmed);
    }

    private static void NoteTwice(List<FoundCell> cells, List<SheetProblem> problems)
    {
        var first = new Dictionary<(string, string, Week, FillMeaning), CellAddress>();
        foreach (var cell in cells)
        {
            var key = (
                cell.Person.ToUpperInvariant(),
                cell.Project.ToUpperInvariant(),
                cell.Week,
                cell.Meaning
            );
            if (!first.TryAdd(key, cell.Address))
                problems.Add(
                    SheetProblem.Note(cell.Address, SheetProblem.SameTwice, first[key].ToString())
                );
        }
    }
}

/// <summary>The colours of a sheet, with what they seem to mean and what the sheet itself says about them.</summary>
internal static class LoadFills
{
    public static IReadOnlyList<FoundFill> Find(
        SheetGrid grid,
        IReadOnlyList<RawCell> cells,
        IReadOnlyDictionary<string, FillMeaning> told
    )
    {
        var used = cells
            .Where(cell => !LoadColours.IsNone(cell.Cell.Fill))
            .GroupBy(cell => cell.Cell.Fill!)
            .ToDictionary(group => group.Key, group => group.ToList());
        var legends = Legends(grid, cells, [.. used.Keys]);
        return
        [
            .. used.Select(fill =>
                {
                    var legend = legends.GetValueOrDefault(fill.Key);
                    var proposed =
                        (legend is null ? null : SheetWords.Meaning(legend))
                        ?? LoadColours.Propose(fill.Key);
                    return new FoundFill(fill.Key, fill.Value.Count, fill.Value[0].Cell.Address)
                    {
                        Proposed = proposed,
                        Meaning = told.TryGetValue(fill.Key, out var answer) ? answer : proposed,
                        Legend = legend,
                    };
                })
                .OrderByDescending(fill => fill.Count)
                .ThenBy(fill => fill.Fill, StringComparer.Ordinal),
        ];
    }

    /// <summary>A cell of the same colour with words in it, outside the plan, such as "not confirmed yet".</summary>
    private static Dictionary<string, string> Legends(
        SheetGrid grid,
        IReadOnlyList<RawCell> cells,
        HashSet<string> fills
    )
    {
        var amounts = cells.Select(cell => cell.Cell.Address).ToHashSet();
        var projects = cells
            .Select(cell => cell.Row.Project)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var legends = new Dictionary<string, string>();
        if (fills.Count == 0)
            return legends;
        foreach (var cell in grid.Cells)
            if (
                cell is { Fill: { } fill, Words: { Length: < 120 } words, MergedInto: null }
                && fills.Contains(fill)
                && !amounts.Contains(cell.Address)
                && !projects.Contains(AcrossLayout.Clean(words))
                && SheetWords.Meaning(words) is not null
            )
                _ = legends.TryAdd(fill, words);
        return legends;
    }
}

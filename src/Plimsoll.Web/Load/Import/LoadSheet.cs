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
            found.Problems.Add(SheetProblem.Error(Whole(grid), LoadProblem.WeeksNotFound));

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
            Problems = [.. found.Problems.OrderBy(problem => problem.At.First)],
        };
    }

    private static CellRange Whole(SheetGrid grid) =>
        new(
            new CellAddress(1, 1),
            new CellAddress(Math.Max(1, grid.LastRow), Math.Max(1, grid.LastColumn))
        );

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
                    SheetProblem.Error(cell.Address, LoadProblem.AmountIsTooLarge, cell.Text)
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
                    ProjectAt = row.ProjectAt,
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
                    SheetProblem.Note(cell.Address, LoadProblem.SameTwice, first[key].ToString())
                );
        }
    }
}

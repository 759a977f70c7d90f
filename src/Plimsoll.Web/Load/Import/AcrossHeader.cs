using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Sheets;

namespace Plimsoll.Web.Load.Import;

/// <summary>The heading row of a sheet with weeks across: which column is which week, and what the columns before them hold.</summary>
internal sealed class AcrossHeader
{
    private const int RowsLookedAt = 60;
    private const int FewestBare = 3;

    public required int Row { get; init; }

    public required IReadOnlyList<(int Column, Week Week)> Weeks { get; init; }

    public required IReadOnlyDictionary<int, ColumnKind> Labels { get; init; }

    public AmountUnit? Unit { get; private init; }

    public static AcrossHeader? Find(SheetGrid grid, DateOnly today, Gathered found)
    {
        var best = (Row: 0, Score: 0, Headings: new List<(int Column, WeekHeading Heading)>());
        foreach (var row in grid.Rows.TakeWhile(row => row <= RowsLookedAt))
        {
            var headings = Headings(grid, row);
            var score = Score(grid.Row(row), headings);
            if (score > best.Score)
                best = (row, score, headings);
        }
        if (best.Score == 0)
            return null;
        return new AcrossHeader
        {
            Row = best.Row,
            Weeks = ReadWeeks(grid, best.Row, best.Headings, today, found),
            Labels = LabelKinds(grid, best.Row, best.Headings[0].Column),
            Unit = TitleUnit(grid, best.Row, best.Headings[0].Column),
        };
    }

    private static List<(int, WeekHeading)> Headings(SheetGrid grid, int row)
    {
        var headings = new List<(int, WeekHeading)>();
        foreach (var cell in grid.Row(row))
            if (cell.MergedInto is null && WeekHeading.Read(cell) is { } heading)
                headings.Add((cell.Address.Column, WithMonthAbove(grid, cell, heading)));
        return headings;
    }

    /// <summary>Days under a band of months: "23" and "30" under "November".</summary>
    private static WeekHeading WithMonthAbove(SheetGrid grid, SheetCell cell, WeekHeading heading)
    {
        if (!heading.IsBare)
            return heading;
        var band = grid.Row(cell.Address.Row - 1)
            .LastOrDefault(above =>
                above.Text.Length > 0 && above.Address.Column <= cell.Address.Column
            );
        return band is null ? heading
            : WeekHeading.Read($"{cell.Text} {band.Text}") is { IsBare: false } day ? day
            : band.Text.TrimEnd().EndsWith('月')
                ? WeekHeading.Read($"{band.Text.Trim()}{cell.Text}日") ?? heading
            : heading;
    }

    /// <summary>Numbers alone could be amounts: they count only in sequence, as weeks do and amounts don't.</summary>
    private static int Score(
        IReadOnlyList<SheetCell> row,
        List<(int, WeekHeading Heading)> headings
    )
    {
        if (headings.Count == 0)
            return 0;
        var certain = headings.Count(h => !h.Heading.IsBare);
        var named = row.Any(cell =>
            ColumnWords.Kind(cell.Text) is ColumnKind.Person or ColumnKind.Project
        );
        if (certain * 2 >= headings.Count)
            return certain >= 2 || named ? headings.Count * 2 : 0;
        for (var i = 1; i < headings.Count; i++)
        {
            var (before, after) = (headings[i - 1].Heading.Number, headings[i].Heading.Number);
            if (after != before + 1 && !(before >= 52 && after == 1))
                return 0;
        }
        return headings.Count >= FewestBare || named ? headings.Count : 0;
    }

    private static List<(int, Week)> ReadWeeks(
        SheetGrid grid,
        int row,
        List<(int Column, WeekHeading Heading)> headings,
        DateOnly today,
        Gathered found
    )
    {
        var read = WeekSequence.Across(
            [.. headings.Select(h => WithYearAbove(grid, row, h))],
            today
        );
        var weeks = new List<(int, Week)>();
        var seen = new HashSet<Week>();
        for (var i = 0; i < headings.Count; i++)
        {
            var at = new CellAddress(row, headings[i].Column);
            var text = grid.At(at)!.Text;
            if (read[i].Week is not { } week)
                found.Problems.Add(SheetProblem.Error(at, LoadProblem.WeekNotUnderstood, text));
            else if (!seen.Add(week))
                found.Problems.Add(SheetProblem.Error(at, LoadProblem.WeekTwice, text));
            else
            {
                weeks.Add((at.Column, week));
                if (read[i].IsDoubtful)
                    found.Problems.Add(SheetProblem.Error(at, LoadProblem.WeekIsDoubtful, text));
            }
        }
        NoteUnread(grid, row, headings, found);
        return weeks;
    }

    /// <summary>A year in a line of its own over the weeks: "2026" above "W48".</summary>
    private static WeekHeading WithYearAbove(
        SheetGrid grid,
        int row,
        (int Column, WeekHeading Heading) heading
    )
    {
        for (var above = row - 1; above >= Math.Max(1, row - 2); above--)
            if (
                grid.At(above, heading.Column) is { Text.Length: 4 } cell
                && int.TryParse(cell.Text, out var year)
                && year is >= 2000 and < 2100
            )
                return heading.Heading.InYear(year);
        return heading.Heading;
    }

    /// <summary>A column among the weeks whose heading says nothing would lose its amounts in silence.</summary>
    private static void NoteUnread(
        SheetGrid grid,
        int row,
        List<(int Column, WeekHeading)> headings,
        Gathered found
    )
    {
        var read = headings.Select(h => h.Column).ToHashSet();
        for (var column = headings[0].Column + 1; column < headings[^1].Column; column++)
        {
            var text = grid.At(row, column)?.Text ?? "";
            if (read.Contains(column) || ColumnWords.Kind(text) == ColumnKind.Total)
                continue;
            if (grid.Rows.Any(r => r > row && grid.At(r, column)?.Number is not null))
                found.Problems.Add(
                    SheetProblem.Error(
                        new CellAddress(row, column),
                        LoadProblem.WeekNotUnderstood,
                        text
                    )
                );
        }
    }

    private static Dictionary<int, ColumnKind> LabelKinds(SheetGrid grid, int row, int firstWeek)
    {
        var kinds = new Dictionary<int, ColumnKind>();
        for (var column = 1; column < firstWeek; column++)
        {
            var heading = grid.At(row, column)?.Text ?? "";
            // Headings of two lines keep the names of columns in either.
            if (heading.Length == 0 && row > 1)
                heading = grid.At(row - 1, column)?.Text ?? "";
            var kind = ColumnWords.Kind(heading);
            var used = grid.Rows.Any(r => r > row && grid.At(r, column) is { Text.Length: > 0 });
            if (used && !kinds.ContainsValue(kind) || used && kind == ColumnKind.Unknown)
                kinds.Add(column, kind);
        }
        return GivePlaces(kinds);
    }

    /// <summary>Columns without a known name get what is missing: the person first, the project last.</summary>
    private static Dictionary<int, ColumnKind> GivePlaces(Dictionary<int, ColumnKind> kinds)
    {
        var free = kinds
            .Where(k => k.Value is ColumnKind.Unknown)
            .Select(k => k.Key)
            .Order()
            .ToList();
        if (!kinds.ContainsValue(ColumnKind.Project))
        {
            if (kinds.FirstOrDefault(k => k.Value == ColumnKind.Client) is { Key: > 0 } client)
                kinds[client.Key] = ColumnKind.Project;
            else if (free.Count > 0 && (free.Count > 1 || kinds.ContainsValue(ColumnKind.Person)))
            {
                kinds[free[^1]] = ColumnKind.Project;
                free.RemoveAt(free.Count - 1);
            }
        }
        if (!kinds.ContainsValue(ColumnKind.Person) && free.Count > 0)
            kinds[free[0]] = ColumnKind.Person;
        return kinds;
    }

    private static AmountUnit? TitleUnit(SheetGrid grid, int row, int firstWeek)
    {
        foreach (var cell in grid.Rows.TakeWhile(r => r <= row).SelectMany(r => grid.Row(r)))
            if (
                (cell.Address.Row < row || cell.Address.Column < firstWeek)
                && cell.Words is { Length: < 80 } words
                && ColumnWords.Kind(words) != ColumnKind.WeeklyHours
                && !RoleAndHours.NamesHours(words)
                && ColumnWords.Unit(words) is { } unit
            )
                return unit;
        return ColumnWords.Unit(grid.Name);
    }
}

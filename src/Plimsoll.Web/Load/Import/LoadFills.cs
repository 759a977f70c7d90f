using Plimsoll.Web.Platform.Sheets;

namespace Plimsoll.Web.Load.Import;

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

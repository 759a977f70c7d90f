using System.Text.RegularExpressions;
using Plimsoll.Web.Platform.Sheets;

namespace Plimsoll.Web.Load.Import;

/// <summary>
/// Tells the rows that begin a block from the rows of a plan. A head sums up the rows under it: by a formula, by
/// figures that are their sums, by naming role and hours where a project would stand, or by holding nothing.
/// </summary>
internal sealed partial class BlockHeads
{
    private readonly SheetGrid _grid;
    private readonly AcrossHeader _header;
    private readonly int _outer;
    private readonly int _inner;
    private readonly HashSet<int> _heads = [];

    public BlockHeads(SheetGrid grid, AcrossHeader header, int outer, int inner)
    {
        (_grid, _header, _outer, _inner) = (grid, header, outer, inner);
        var rows = grid.Rows.Where(row => row > header.Row).ToList();
        if (outer == inner)
            FindByWeight(rows);
        else
            FindByPlace(rows);
    }

    public bool Contains(int row) => _heads.Contains(row);

    /// <summary>Whether the row's figures are all sums of others.</summary>
    public bool IsSummed(int row)
    {
        var (sums, others) = (0, 0);
        foreach (var (column, _) in _header.Weeks)
            if (_grid.At(row, column) is { IsEmpty: false } cell)
                if (cell.Formula is { } formula && SumOfRange().IsMatch(formula))
                    sums++;
                else if (cell.Number is not null)
                    others++;
        return sums > 0 && others == 0;
    }

    /// <summary>Two columns of labels: a head has the outer one, and the rows under it have not.</summary>
    private void FindByPlace(List<int> rows)
    {
        var bySum = new List<int>();
        var (larger, summed) = (0, 0);
        var planned = rows.Where(row => !IsEmpty(row) && !IsSummed(row)).Select(Inner).ToHashSet();
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (!Has(row, _outer))
                continue;
            var under = rows.Skip(i + 1)
                .TakeWhile(r => !Has(r, _outer) && Inner(r).Length > 0)
                .ToList();
            var inner = Inner(row);
            if (
                (IsSummed(row) && (inner.Length > 0 || under.Count > 0))
                || RoleAndHours.NamesHours(inner)
                || (inner.Length == 0 && under.Count > 0)
                // Nothing planned, and words that are nobody's project: a role.
                || (IsEmpty(row) && under.Count > 0 && !planned.Contains(inner))
            )
            {
                _ = _heads.Add(row);
                continue;
            }
            larger += under.Count > 1 ? 1 : 0;
            if (under.Count == 0 || !IsSumOf(row, under))
                continue;
            bySum.Add(row);
            summed += under.Count > 1 ? 1 : 0;
        }
        // One block whose figures happen to add up proves little; most of them doing so is a habit.
        if (summed > 0 && summed * 10 >= larger * 8)
            _heads.UnionWith(bySum);
    }

    /// <summary>One column of labels: heads are sums, or stand out in bold or by not being indented.</summary>
    private void FindByWeight(List<int> rows)
    {
        var labelled = rows.Where(row =>
                Has(row, _outer) && !SheetWords.IsTotal(_grid.At(row, _outer)!.Text)
            )
            .ToList();
        Func<int, bool>[] tells =
        [
            IsSummed,
            row => _grid.At(row, _outer)!.Bold,
            row => !char.IsWhiteSpace(_grid.At(row, _outer)!.Text[0]),
            IsEmpty,
        ];
        foreach (var tell in tells)
        {
            var heads = labelled.Where(tell).ToList();
            if (heads.Count == 0 || heads.Count == labelled.Count || heads[0] != labelled[0])
                continue;
            _heads.UnionWith(heads);
            return;
        }
    }

    private bool IsEmpty(int row) =>
        !_header.Weeks.Any(w => _grid.At(row, w.Column) is { IsEmpty: false });

    private string Inner(int row) => AcrossLayout.Inner(_grid, row, _outer, _inner);

    private bool IsSumOf(int row, List<int> under)
    {
        var any = false;
        foreach (var (column, _) in _header.Weeks)
        {
            var own = Value(row, column);
            var sum = under.Sum(r => Value(r, column));
            if (Math.Abs(own - sum) > 0.011m)
                return false;
            any |= own > 0;
        }
        return any;
    }

    private decimal Value(int row, int column) =>
        _grid.At(row, column) is { } cell ? AmountCell.Read(cell).Amount?.Value ?? 0 : 0;

    private bool Has(int row, int column) =>
        _grid.At(row, column) is { Text.Length: > 0 } cell && !(cell.MergedInto?.Row < row);

    [GeneratedRegex(
        @"(?:SUM|SUBTOTAL|AGGREGATE|SUMIFS?|SUMPRODUCT)\s*\(|^\s*\$?[A-Z]{1,3}\$?\d+(?:\s*\+\s*\$?[A-Z]{1,3}\$?\d+)+\s*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex SumOfRange();
}

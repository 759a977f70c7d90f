namespace Plimsoll.Web.Platform.Sheets;

/// <summary>The cells of one sheet, row by row; knows nothing of files and nothing of what the cells mean.</summary>
public sealed class SheetGrid
{
    private static readonly SheetCell[] NoCells = [];
    private readonly Dictionary<int, SheetCell[]> _rows = [];

    public SheetGrid(
        string name,
        IEnumerable<SheetCell> cells,
        IEnumerable<CellRange>? merged = null,
        bool isHidden = false
    )
    {
        Name = name;
        IsHidden = isHidden;
        Merged = merged?.ToArray() ?? [];
        foreach (var row in cells.GroupBy(cell => cell.Address.Row))
        {
            var sorted = row.OrderBy(cell => cell.Address.Column).ToArray();
            _rows.Add(row.Key, sorted);
            Count += sorted.Length;
            LastRow = Math.Max(LastRow, row.Key);
            LastColumn = Math.Max(LastColumn, sorted[^1].Address.Column);
        }
        Rows = [.. _rows.Keys.Order()];
    }

    public string Name { get; }

    public bool IsHidden { get; }

    public IReadOnlyList<CellRange> Merged { get; }

    public int Count { get; }

    public int LastRow { get; }

    public int LastColumn { get; }

    /// <summary>The rows that hold anything, in order.</summary>
    public IReadOnlyList<int> Rows { get; }

    public IEnumerable<SheetCell> Cells => Rows.SelectMany(row => _rows[row]);

    public IReadOnlyList<SheetCell> Row(int row) => _rows.GetValueOrDefault(row, NoCells);

    public SheetCell? At(int row, int column)
    {
        if (!_rows.TryGetValue(row, out var cells))
            return null;
        var (low, high) = (0, cells.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var found = cells[middle].Address.Column;
            if (found == column)
                return cells[middle];
            if (found < column)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return null;
    }

    public SheetCell? At(CellAddress address) => At(address.Row, address.Column);
}

/// <summary>A spreadsheet file as read: its sheets in their order.</summary>
public sealed record SheetBook(IReadOnlyList<SheetGrid> Sheets);

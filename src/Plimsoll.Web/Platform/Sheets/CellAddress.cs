using System.Globalization;

namespace Plimsoll.Web.Platform.Sheets;

/// <summary>Where a cell stands; both counted from 1 and written as a spreadsheet writes it, <c>C6</c>.</summary>
public readonly record struct CellAddress(int Row, int Column) : IComparable<CellAddress>
{
    public static bool TryParse(ReadOnlySpan<char> text, out CellAddress address)
    {
        address = default;
        var (column, at) = (0, 0);
        for (; at < text.Length && char.IsAsciiLetter(text[at]); at++)
        {
            column = column * 26 + (char.ToUpperInvariant(text[at]) - 'A' + 1);
            if (column > 16_384)
                return false;
        }
        if (
            column == 0
            || !int.TryParse(
                text[at..],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var row
            )
            || row is < 1 or > 1_048_576
        )
            return false;
        address = new CellAddress(row, column);
        return true;
    }

    public static string ColumnName(int column)
    {
        Span<char> letters = stackalloc char[4];
        var at = letters.Length;
        for (; column > 0; column = (column - 1) / 26)
            letters[--at] = (char)('A' + (column - 1) % 26);
        return new string(letters[at..]);
    }

    public int CompareTo(CellAddress other) =>
        Row != other.Row ? Row.CompareTo(other.Row) : Column.CompareTo(other.Column);

    public static bool operator <(CellAddress a, CellAddress b) => a.CompareTo(b) < 0;

    public static bool operator >(CellAddress a, CellAddress b) => a.CompareTo(b) > 0;

    public static bool operator <=(CellAddress a, CellAddress b) => a.CompareTo(b) <= 0;

    public static bool operator >=(CellAddress a, CellAddress b) => a.CompareTo(b) >= 0;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{ColumnName(Column)}{Row}");
}

/// <summary>A rectangle of cells, corners included; of one cell it is written as that cell, <c>C6</c>, else <c>C6:F9</c>.</summary>
public readonly record struct CellRange(CellAddress First, CellAddress Last)
{
    public static CellRange Of(CellAddress cell) => new(cell, cell);

    /// <summary>The smallest rectangle that all of them lie in.</summary>
    public static CellRange Around(IEnumerable<CellAddress> cells) =>
        cells.Select(Of).Aggregate((all, one) => all.With(one));

    public CellRange With(CellRange other) =>
        new(
            new CellAddress(
                Math.Min(First.Row, other.First.Row),
                Math.Min(First.Column, other.First.Column)
            ),
            new CellAddress(
                Math.Max(Last.Row, other.Last.Row),
                Math.Max(Last.Column, other.Last.Column)
            )
        );

    public static bool TryParse(ReadOnlySpan<char> text, out CellRange range)
    {
        range = default;
        var colon = text.IndexOf(':');
        if (
            colon < 0
            || !CellAddress.TryParse(text[..colon], out var a)
            || !CellAddress.TryParse(text[(colon + 1)..], out var b)
        )
            return false;
        range = new CellRange(
            new CellAddress(Math.Min(a.Row, b.Row), Math.Min(a.Column, b.Column)),
            new CellAddress(Math.Max(a.Row, b.Row), Math.Max(a.Column, b.Column))
        );
        return true;
    }

    public override string ToString() => First == Last ? First.ToString() : $"{First}:{Last}";
}

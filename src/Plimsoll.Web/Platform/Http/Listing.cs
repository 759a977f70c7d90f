using System.Globalization;

namespace Plimsoll.Web.Platform.Http;

/// <summary>
/// Cuts one page out of a list that is sorted in the reader's language. Databases sort Russian and Chinese by their
/// own lights, so lists of a few thousand named things are sorted here; longer ones page in their query.
/// </summary>
public static class Listing
{
    /// <summary>The most rows that are read to be sorted; beyond it a person searches.</summary>
    public const int Most = 5000;

    /// <summary>Sorted by <paramref name="key"/>, then by <paramref name="name"/>; empty keys come last either way.</summary>
    public static List<T> Sorted<T>(
        this IEnumerable<T> rows,
        CultureInfo culture,
        bool descending,
        Func<T, string?> key,
        Func<T, string> name
    )
    {
        var order = Order(culture);
        var empty = rows.OrderBy(r => string.IsNullOrEmpty(key(r)));
        var sorted = descending
            ? empty.ThenByDescending(r => key(r) ?? "", order)
            : empty.ThenBy(r => key(r) ?? "", order);
        return [.. sorted.ThenBy(name, order)];
    }

    public static StringComparer Order(CultureInfo culture) =>
        StringComparer.Create(culture, CompareOptions.IgnoreCase | CompareOptions.NumericOrdering);

    /// <summary>The page after the row named by the cursor; a row that is gone is stood in for by its place.</summary>
    public static PageOf<T> Page<T>(this List<T> rows, string? cursor, int? limit, Func<T, Guid> id)
    {
        var most = Cursor.Limit(limit);
        var (from, lost) = (0, false);
        if (
            Cursor.Read(cursor, 2) is [var last, var place]
            && Guid.TryParse(last, out var seen)
            && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var after)
        )
            from = rows.FindIndex(r => id(r) == seen) is >= 0 and var at ? at + 1 : after;
        else
            lost = !string.IsNullOrEmpty(cursor);
        var items = rows.Skip(from).Take(most).ToList();
        var reached = from + items.Count;
        var next =
            reached < rows.Count && items.Count > 0
                ? Cursor.Write(
                    id(items[^1]).ToString(),
                    reached.ToString(CultureInfo.InvariantCulture)
                )
                : null;
        return new PageOf<T>(items, next) { IsLost = lost };
    }
}

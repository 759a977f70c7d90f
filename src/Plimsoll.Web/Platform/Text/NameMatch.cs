using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Text;

/// <summary>How surely a name is one that is known.</summary>
public enum MatchStrength
{
    None,

    /// <summary>A few letters apart, other order, or shortened: somebody has to look.</summary>
    Similar,

    /// <summary>The same but for case and accents.</summary>
    Plain,
    Exact,
}

public readonly record struct Matched(Guid Id, MatchStrength Strength);

/// <summary>Finds the known name that a written name means; of two that fit alike it takes none.</summary>
/// <param name="byFirstName">Whether one word of a name may stand for all of it, as it does for people.</param>
public sealed class NameMatch(bool byFirstName = false)
{
    private const int ShortestSimilar = 4;
    private readonly List<(Guid Id, string Name, string Plain, string Sorted)> _known = [];

    public void Add(Guid id, string name)
    {
        var plain = SearchKeys.Plain(PlainForm.Of(name));
        _known.Add((id, name, plain, Sorted(plain)));
    }

    public Matched Find(string name)
    {
        var plain = SearchKeys.Plain(PlainForm.Of(name));
        if (Only(k => string.Equals(k.Name, name, StringComparison.Ordinal)) is { } exact)
            return new Matched(exact, MatchStrength.Exact);
        if (Only(k => k.Plain == plain) is { } same)
            return new Matched(same, MatchStrength.Plain);
        var sorted = Sorted(plain);
        if (Only(k => k.Sorted == sorted) is { } turned)
            return new Matched(turned, MatchStrength.Similar);
        // "dmitri" is Dmitri Kim, as long as there is no other.
        if (
            byFirstName
            && !plain.Contains(' ', StringComparison.Ordinal)
            && Only(k => HasWord(k.Plain, plain)) is { } first
        )
            return new Matched(first, MatchStrength.Similar);
        if (plain.Length >= ShortestSimilar && Only(k => IsNear(k.Plain, plain)) is { } near)
            return new Matched(near, MatchStrength.Similar);
        return default;
    }

    private Guid? Only(Func<(Guid Id, string Name, string Plain, string Sorted), bool> which)
    {
        Guid? found = null;
        foreach (var one in _known)
            if (which(one))
            {
                if (found is not null && found != one.Id)
                    return null;
                found = one.Id;
            }
        return found;
    }

    private static bool HasWord(string name, string word) =>
        word.Length >= ShortestSimilar && name.Split(' ').Contains(word, StringComparer.Ordinal);

    private static string Sorted(string plain) =>
        string.Join(
            ' ',
            plain
                .Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
                .Order(StringComparer.Ordinal)
        );

    /// <summary>One slip of the finger in seven letters, or the same words with the last one cut short ("Anna S.").</summary>
    private static bool IsNear(string a, string b)
    {
        if (Math.Min(a.Length, b.Length) < ShortestSimilar)
            return false;
        if (IsCut(a, b) || IsCut(b, a))
            return true;
        var most = Math.Max(1, Math.Min(a.Length, b.Length) / 7);
        return Math.Abs(a.Length - b.Length) <= most && Distance(a, b) <= most;
    }

    private static bool IsCut(string whole, string cut) =>
        cut.TrimEnd('.') is { } bare
        && bare.Contains(' ', StringComparison.Ordinal)
        && whole.StartsWith(bare, StringComparison.Ordinal);

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(
                    Math.Min(row[j], row[j - 1]) + 1,
                    diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)
                );
                diagonal = above;
            }
        }
        return row[^1];
    }
}

namespace Plimsoll.Domain.Tasks.Quick;

/// <summary>
/// Whose name stands at a place of a line. The whole name goes before a word of it, a word before its beginning; a
/// Russian name may be inflected, spaces may be left out.
/// </summary>
internal static class QuickNames
{
    internal readonly record struct Found(int Length, IReadOnlyList<QuickName> Names);

    private enum How
    {
        Not,
        Beginning,
        Inflected,
        Word,
        Whole,
    }

    /// <summary>Those whose name begins at this place, the best of them.</summary>
    /// <param name="loosely">Whether the beginning of a name is enough: after a sign it is.</param>
    public static Found? At(string plain, int at, IEnumerable<QuickName> names, bool loosely)
    {
        var (best, length) = (How.Not, 0);
        var found = new List<QuickName>();
        foreach (var name in names)
        {
            var (how, taken) = Match(plain, at, name, loosely);
            if (how is How.Not || (how, taken).CompareTo((best, length)) < 0)
                continue;
            if ((how, taken) != (best, length))
                found.Clear();
            (best, length) = (how, taken);
            found.Add(name);
        }
        return best is How.Not ? null : new Found(length, found);
    }

    /// <summary>How far what was typed after a sign goes: to the next space or sign.</summary>
    public static int Token(string plain, int at)
    {
        var end = at;
        while (
            end < plain.Length
            && (char.IsLetterOrDigit(plain[end]) || plain[end] is '-' or '_' or '.' or '\'')
        )
            end++;
        while (end > at && plain[end - 1] is '.' or '-')
            end--;
        return end - at;
    }

    private static (How How, int Length) Match(string plain, int at, QuickName name, bool loosely)
    {
        var whole = TypedLine.Folded(name.Name.Trim());
        if (Whole(plain, at, whole) is > 0 and var all)
            return (How.Whole, all);
        if (name.Code is { } code && Whole(plain, at, TypedLine.Folded(code)) is > 0 and var short_)
            return (How.Whole, short_);
        var words = whole.Split(
            [' ', '-', ',', ':', '(', ')', '/'],
            StringSplitOptions.RemoveEmptyEntries
        );
        var token = Token(plain, at);
        if (token < 2)
            return default;
        var typed = plain.AsSpan(at, token);
        if (words.Length == 1 && Inflects(typed, words[0]))
            return (How.Inflected, token);
        if (!loosely && name.Kind is QuickKind.Stream)
            return default;
        foreach (var word in words)
            if (
                word.Length >= (loosely ? 2 : 4)
                && (typed.SequenceEqual(word) || Inflects(typed, word))
            )
                return (How.Word, token);
        if (!loosely)
            return default;
        return
            whole.AsSpan().StartsWith(typed)
            || words.Any(w => w.StartsWith(plain.Substring(at, token), StringComparison.Ordinal))
            ? (How.Beginning, token)
            : default;
    }

    /// <summary>The length of a whole name at this place, written with its spaces, without them, or with <c>_</c> or <c>-</c>.</summary>
    private static int Whole(string plain, int at, string name)
    {
        var (i, n) = (at, 0);
        while (n < name.Length)
        {
            if (name[n] == ' ')
            {
                n++;
                if (i < plain.Length && plain[i] is ' ' or '_' or '-')
                    i++;
                continue;
            }
            if (i >= plain.Length || plain[i] != name[n])
                return 0;
            (i, n) = (i + 1, n + 1);
        }
        return i > at && Ends(plain, i) ? i - at : 0;
    }

    /// <summary>Whether a word ends here; Chinese words stand side by side.</summary>
    private static bool Ends(string plain, int at) =>
        at >= plain.Length
        || IsHan(plain[at - 1])
        || IsHan(plain[at])
        || !char.IsLetterOrDigit(plain[at]);

    internal static bool IsHan(char c) => c is >= '\u3400' and <= '\u9fff';

    /// <summary>Whether both are forms of one Russian word: the same but for the ending.</summary>
    private static bool Inflects(ReadOnlySpan<char> typed, string word)
    {
        if (word.Length < 4 || typed.Length < 3 || !IsCyrillic(word[0]))
            return false;
        var stem = word.AsSpan().TrimEnd("аеиоуыэюяйьъ");
        if (
            stem.Length < 3
            || typed.Length < stem.Length
            || typed.Length > stem.Length + 3
            || !typed.StartsWith(stem)
        )
            return false;
        foreach (var rune in typed[stem.Length..])
            if (!"аеиоуыэюяйьмвхг".Contains(rune, StringComparison.Ordinal))
                return false;
        return true;
    }

    private static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u04ff';
}

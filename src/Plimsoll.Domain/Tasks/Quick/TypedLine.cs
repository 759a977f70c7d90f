using System.Globalization;
using System.Text;

namespace Plimsoll.Domain.Tasks.Quick;

/// <summary>
/// A line as it was typed, and a plain form of the same length to compare by: lower case, without accents, wide signs as
/// narrow ones. What was understood is taken out, so that nothing is understood twice.
/// </summary>
internal sealed class TypedLine
{
    public const int Limit = 500;

    /// <summary>Stands where something was taken: part of no word and no space.</summary>
    private const char Hole = '\u0001';

    private readonly string _typed;
    private readonly char[] _plain;
    private readonly bool[] _left;

    public TypedLine(string? line)
    {
        var text = (line ?? "").Length > Limit ? line![..Limit] : line ?? "";
        _typed = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        _plain = Folded(_typed).ToCharArray();
        _left = new bool[_typed.Length];
        Array.Fill(_left, true);
    }

    /// <summary>What has not been taken yet, in its plain form.</summary>
    public string Plain => new(_plain);

    public string Typed(int start, int length) => _typed.Substring(start, length);

    public void Take(int start, int length)
    {
        Hold(start, length);
        Array.Fill(_left, false, start, length);
    }

    /// <summary>It is understood, and a word of the title all the same.</summary>
    public void Hold(int start, int length) => Array.Fill(_plain, Hole, start, length);

    /// <summary>What is left, as a sentence of its own.</summary>
    public string Title()
    {
        var title = new StringBuilder();
        for (var i = 0; i < _typed.Length; i++)
            if (_left[i])
                _ = title.Append(_typed[i]);
            else if (i > 0 && _left[i - 1])
                _ = title.Append(' ');
        return string.Join(
                ' ',
                title.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            )
            .Replace(" ,", ",", StringComparison.Ordinal)
            .Replace(" .", ".", StringComparison.Ordinal)
            .Trim(' ', ',', ';', '，', '、', '；', '-', '–', '—', ':', '：');
    }

    /// <summary>Character by character, so that places stay.</summary>
    public static string Folded(string text) => string.Create(text.Length, text, Fold);

    private static void Fold(Span<char> plain, string text)
    {
        for (var i = 0; i < text.Length; i++)
            plain[i] = Fold(text[i]);
    }

    private static char Fold(char c)
    {
        if (c is >= '！' and <= '～')
            c = (char)(c - '！' + '!');
        if (c == '\u3000' || char.IsWhiteSpace(c))
            return ' ';
        if (c < 128)
            return char.ToLowerInvariant(c);
        if (char.IsSurrogate(c))
            return c;
        var lower = char.ToLowerInvariant(c);
        if (lower is 'й')
            return lower;
        var first = lower.ToString().Normalize(NormalizationForm.FormD)[0];
        return CharUnicodeInfo.GetUnicodeCategory(first) is UnicodeCategory.NonSpacingMark
            ? lower
            : first;
    }
}

using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Plimsoll.Domain.Kernel;

/// <summary>
/// Text that a person typed, made fit to be kept: trimmed, within its limit, and free of what a database
/// or a page cannot hold (control characters, halves of a surrogate pair) and of what turns the words around it
/// the other way (a name with such a sign in it would rearrange the line it stands in).
/// </summary>
public static class Line
{
    // Embeddings, overrides and isolates of the bidirectional algorithm; whole Arabic and Hebrew names need none.
    private static readonly SearchValues<char> Turners = SearchValues.Create(
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    );

    /// <summary>One line that must be there; runs of white space become one space.</summary>
    public static Outcome<string> Required(string? text, string field, int limit)
    {
        var line = Optional(text, field, limit);
        if (line.Refusal is { } no)
            return no;
        return line.Value is { } there ? there : new IsMissing(field);
    }

    /// <summary>One line that may be missing; nothing but white space is <c>null</c>.</summary>
    public static Outcome<string?> Optional(string? text, string field, int limit)
    {
        text = Straight(text);
        if (!IsThere(text))
            return (string?)null;
        var line = string.Join(
            ' ',
            text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        return Fit(line, field, limit);
    }

    /// <summary>Text of several lines that may be missing; its line breaks stay.</summary>
    public static Outcome<string?> Prose(string? text, string field, int limit)
    {
        text = Straight(text);
        return IsThere(text)
            ? Fit(text.Trim().ReplaceLineEndings("\n"), field, limit)
            : (string?)null;
    }

    private static string? Straight(string? text) =>
        text.AsSpan().ContainsAny(Turners)
            ? string.Concat(text!.Where(c => !Turners.Contains(c)))
            : text;

    /// <summary>Whether anything is to be seen of it: neither white space nor signs without width.</summary>
    private static bool IsThere([NotNullWhen(true)] string? text) =>
        text is not null
        && text.Any(c =>
            !char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) is not UnicodeCategory.Format
        );

    private static Outcome<string?> Fit(string text, string field, int limit)
    {
        if (text.Length > limit)
            return new IsTooLong(field, limit);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsControl(c) && c is not ('\n' or '\t'))
                return new IsNotUnderstood(field);
            if (!char.IsSurrogate(c))
                continue;
            if (!char.IsSurrogatePair(text, i))
                return new IsNotUnderstood(field);
            i++;
        }
        return text;
    }
}

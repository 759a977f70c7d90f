namespace Plimsoll.Domain.Kernel;

/// <summary>
/// Text that a person typed, made fit to be kept: trimmed, within its limit, and free of what a database
/// or a page cannot hold (control characters, halves of a surrogate pair).
/// </summary>
public static class Line
{
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
        if (string.IsNullOrWhiteSpace(text))
            return (string?)null;
        var line = string.Join(
            ' ',
            text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        return Fit(line, field, limit);
    }

    /// <summary>Text of several lines that may be missing; its line breaks stay.</summary>
    public static Outcome<string?> Prose(string? text, string field, int limit) =>
        string.IsNullOrWhiteSpace(text)
            ? (string?)null
            : Fit(text.Trim().ReplaceLineEndings("\n"), field, limit);

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

using System.Globalization;

namespace Plimsoll.Web.People.Holidays;

/// <summary>A property of an event: its name in capitals and its value; holidays need no parameters.</summary>
internal sealed record IcsProperty(string Name, string Value)
{
    /// <summary>The property on an unfolded line; the colon that ends its parameters is the first outside quotes.</summary>
    public static IcsProperty? Of(string line)
    {
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"')
                quoted = !quoted;
            else if (line[i] == ':' && !quoted)
                return new IcsProperty(NameOf(line[..i]), line[(i + 1)..].Trim());
        }

        return null;
    }

    /// <summary>The date of a date or of a moment; what hour it is plays no part.</summary>
    public static DateOnly? DateOf(string? value) =>
        value is { Length: >= 8 }
        && (value.Length == 8 || value[8] is 'T' or 't')
        && DateOnly.TryParseExact(
            value[..8],
            "yyyyMMdd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        )
            ? date
            : null;

    /// <summary>Whether a date, or midnight written out.</summary>
    public static bool IsWholeDay(string value) =>
        value.Length == 8 || value[9..].TrimEnd('Z', 'z') == "000000";

    private static string NameOf(string head) => head.Split(';', 2)[0].Trim().ToUpperInvariant();
}

namespace Plimsoll.Web.People.Holidays;

/// <summary>One VEVENT of a file as written: its properties, without those of the alarms inside it.</summary>
internal sealed record IcsEvent(int Line, bool IsWhole, IReadOnlyList<IcsProperty> Properties)
{
    public string Uid => this["UID"] ?? $"line-{Line}";

    public string? Summary => this["SUMMARY"];

    public DateOnly? FirstDay => IcsProperty.DateOf(this["DTSTART"]);

    public bool IsCancelled =>
        string.Equals(this["STATUS"], "CANCELLED", StringComparison.OrdinalIgnoreCase);

    /// <summary>The first day of the one time of a series that this event stands for.</summary>
    public DateOnly? Replaces => IcsProperty.DateOf(this["RECURRENCE-ID"]);

    public string? this[string name] =>
        Properties.FirstOrDefault(property => property.Name == name)?.Value;

    public static bool IsCalendar(string text) =>
        Unfold(text).FirstOrDefault(line => line.Text.Length > 0).Text is { } first
        && Is(first, "BEGIN:VCALENDAR");

    public static IEnumerable<IcsEvent> Split(string text)
    {
        var properties = new List<IcsProperty>();
        var begin = 0;
        var depth = 0;
        foreach (var (number, line) in Unfold(text))
        {
            var starts = Is(line, "BEGIN:VEVENT");
            if (begin > 0 && (starts || Is(line, "END:VCALENDAR")))
            {
                yield return new IcsEvent(begin, IsWhole: false, [.. properties]);
                begin = 0;
            }

            if (starts)
            {
                (begin, depth) = (number, 0);
                properties.Clear();
            }
            else if (begin > 0 && Is(line, "END:VEVENT"))
            {
                yield return new IcsEvent(begin, IsWhole: true, [.. properties]);
                begin = 0;
            }
            else if (begin > 0)
            {
                depth +=
                    Starts(line, "BEGIN:") ? 1
                    : Starts(line, "END:") ? -1
                    : 0;
                if (depth == 0 && IcsProperty.Of(line) is { } property)
                    properties.Add(property);
            }
        }

        if (begin > 0)
            yield return new IcsEvent(begin, IsWhole: false, [.. properties]);
    }

    /// <summary>The lines with their continuations joined (RFC 5545, 3.1), each with the number of its first.</summary>
    private static IEnumerable<(int Number, string Text)> Unfold(string text)
    {
        using var reader = new StringReader(text);
        var (number, first) = (0, 0);
        var whole = new System.Text.StringBuilder();
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.StartsWith(' ') || line.StartsWith('\t'))
            {
                _ = whole.Append(line, 1, line.Length - 1);
                continue;
            }

            if (first > 0)
                yield return (first, whole.ToString());
            first = number;
            _ = whole.Clear().Append(line);
        }

        if (first > 0)
            yield return (first, whole.ToString());
    }

    private static bool Is(string line, string words) =>
        line.AsSpan().Trim().Equals(words, StringComparison.OrdinalIgnoreCase);

    private static bool Starts(string line, string words) =>
        line.StartsWith(words, StringComparison.OrdinalIgnoreCase);
}

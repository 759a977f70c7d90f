using System.Globalization;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Platform.Activity;

/// <summary>
/// The words of a recorded value. A room says them once, for its forms and for the record of changes: the property
/// <c>stage</c> of a fact of Clients is the text <c>clients.stage</c>, its value <c>Won</c> is <c>clients.stage.won</c>.
/// What a room has no word for stands under <c>change.</c>, or as it was recorded.
/// </summary>
public static class FactWords
{
    private static readonly HashSet<string> InMinutes =
    [
        "planned",
        "confirmed",
        "tentative",
        "minutes",
        "estimate",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];

    public static string Property(this Phrases phrases, string room, string property)
    {
        var word = Kebab.Of(property);
        foreach (var key in (ReadOnlySpan<string>)[$"{room}.{word}", $"change.{word}"])
            if (phrases.Has(key))
                return phrases[key];
        return property;
    }

    public static string Value(
        this Phrases phrases,
        string room,
        string property,
        FactValue value,
        TimeZoneInfo zone
    )
    {
        if (value.Thing is { } thing)
            return thing.Name;
        var word = Kebab.Of(property);
        if (value.IsNumber)
            return InMinutes.Contains(property)
                ? phrases.Say("change.hours", ("hours", Hours(phrases, value.Text)))
                : value.Text;
        var known = Kebab.Of(value.Text);
        if (known.Length is > 0 and < 40 && !known.Contains(' ', StringComparison.Ordinal))
            foreach (
                var key in (ReadOnlySpan<string>)
                    [$"{room}.{word}.{known}", $"change.{word}.{known}", $"change.{known}"]
            )
                if (phrases.Has(key))
                    return phrases[key];
        return Time(phrases, value.Text, zone) ?? value.Text;
    }

    private static string Hours(Phrases phrases, string minutes) =>
        int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var read)
            ? phrases.Hours(read)
            : minutes;

    private static string? Time(Phrases phrases, string text, TimeZoneInfo zone)
    {
        if (
            DateOnly.TryParseExact(
                text,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
        )
            return phrases.Date(day);
        if (text.Length == 8 && text[5] == 'W' && Week.TryParse(text, out var week))
            return phrases.Say("change.week.named", ("number", week.Number), ("day", week.Monday));
        return
            text.Length > 18
            && text[^1] == 'Z'
            && DateTime.TryParseExact(
                text,
                "O",
                CultureInfo.InvariantCulture,
                DateTimeStyles.RoundtripKind,
                out var moment
            )
            ? phrases.Moment(moment, zone)
            : null;
    }
}

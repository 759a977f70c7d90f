using System.Globalization;
using System.Text.Json;
using Plimsoll.Web.Desk.Queries;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Desk.Pages;

/// <summary>The sentence of a notice in the reader's language: days as days, minutes as hours.</summary>
internal static class NoticeText
{
    public static string Sentence(this MyNotices.Row notice, Phrases phrases) =>
        phrases.Say($"notice.{notice.Kind}", Words(notice.Words, phrases));

    /// <summary>A line without anybody in it is the name of a project alone.</summary>
    public static string Line(string kind, JsonElement line, Phrases phrases) =>
        Text(line, "who") is null
            ? Text(line, "project") ?? ""
            : phrases.Say($"notice.{kind}.use", Words(line, phrases));

    /// <summary>The last day until which a lapsed hold can stand again, while its week is not over.</summary>
    public static DateOnly? MayHoldAgain(MyNotices.Row notice, DateOnly today) =>
        notice.Kind == "load.hold-lapsed"
        && Day(Text(notice.Words, "monday")) is { } monday
        && monday.AddDays(6) >= today
        && Text(notice.Words, "person") is not null
        && Text(notice.Words, "project") is not null
            ? monday.AddDays(6)
            : null;

    private static (string, object?)[] Words(JsonElement words, Phrases phrases) =>
        [
            .. words
                .EnumerateObject()
                .Select(w =>
                    w.Name == "minutes" && w.Value.TryGetInt32(out var minutes)
                        ? ("hours", (object?)phrases.Hours(minutes))
                        : (w.Name, Value(w.Value) ?? Unnamed(w.Name, phrases))
                ),
        ];

    /// <summary>What the reader may not see any more.</summary>
    private static string? Unnamed(string name, Phrases phrases) =>
        name switch
        {
            "person" or "who" => phrases["notice.somebody"],
            "task" => phrases["notice.other-task"],
            "project" => phrases["notice.other-work"],
            _ => null,
        };

    private static object? Value(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => Day(value.GetString()) is { } day ? day : value.GetString(),
            JsonValueKind.Number => value.GetInt64(),
            _ => null,
        };

    private static string? Text(JsonElement words, string name) =>
        words.TryGetProperty(name, out var word) && word.ValueKind == JsonValueKind.String
            ? word.GetString()
            : null;

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(
            text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;
}

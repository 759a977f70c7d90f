using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.WebUtilities;

namespace Plimsoll.Web.Platform.Http;

/// <summary>One page of a longer list, and the cursor that asks for the next.</summary>
public sealed record PageOf<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>The cursor that asked for it was not understood: this is the first page, for want of another.</summary>
    [JsonIgnore]
    public bool IsLost { get; init; }
}

/// <summary>An opaque place in a sorted list. It survives rows being added or removed before it.</summary>
public static class Cursor
{
    public const int Most = 200;

    public static string Write(params string[] place) =>
        WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(place));

    /// <summary>The parts of the place, or <c>null</c> when the text is not one of ours.</summary>
    public static string[]? Read(string? cursor, int parts)
    {
        if (string.IsNullOrEmpty(cursor))
            return null;
        try
        {
            var place = JsonSerializer.Deserialize<string[]>(
                Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(cursor))
            );
            return place?.Length == parts ? place : null;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    public static int Limit(int? wanted) => Math.Clamp(wanted ?? 50, 1, Most);
}

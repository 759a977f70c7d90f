using System.Text;
using System.Text.Json;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Activity;

/// <summary>
/// What a fact is found by: the texts that it tells of, in the plain form in which both databases find the same
/// (<see cref="SearchKeys"/>). Neither the names of properties, nor numbers, nor ids: those are no words of anybody's.
/// </summary>
internal static class FactKey
{
    public const int Limit = 2000;

    public static string? Of(params ReadOnlySpan<string?> facts)
    {
        StringBuilder? words = null;
        foreach (var json in facts)
        {
            if (json is null)
                continue;
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
            while (reader.Read())
                if (reader.TokenType is JsonTokenType.String && !reader.TryGetGuid(out _))
                    words = (words ?? new()).Append(reader.GetString()).Append(' ');
        }
        return words is null ? null : SearchKeys.Plain(words.ToString(), Limit);
    }
}

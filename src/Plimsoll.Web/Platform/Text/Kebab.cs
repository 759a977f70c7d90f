using System.Text.Json;

namespace Plimsoll.Web.Platform.Text;

/// <summary>The word of an enum value in addresses, text keys and on the wire: <c>FixedPrice</c> is <c>fixed-price</c>.</summary>
public static class Kebab
{
    public static string Of(Enum value) => Of(value.ToString());

    public static string Of(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);

    /// <summary>The value of that word; <c>null</c> when there is none.</summary>
    public static TEnum? Read<TEnum>(string? word)
        where TEnum : struct, Enum
    {
        foreach (var value in Enum.GetValues<TEnum>())
            if (Of(value).Equals(word, StringComparison.OrdinalIgnoreCase))
                return value;
        return null;
    }
}

using System.Globalization;

namespace Plimsoll.Web.Platform.Text;

/// <summary>The languages Plimsoll speaks (PRODUCT 9.7).</summary>
public sealed record Language
{
    public static readonly Language English = new("en", "English", "en-GB");
    public static readonly Language Russian = new("ru", "Русский", "ru-RU");
    public static readonly Language Chinese = new("zh-Hans", "简体中文", "zh-Hans-CN");

    public static IReadOnlyList<Language> All { get; } = [English, Russian, Chinese];

    private Language(string code, string name, string culture)
    {
        Code = code;
        Name = name;
        Culture = CultureInfo.GetCultureInfo(culture);
    }

    /// <summary>The BCP 47 code, as kept with the person and written into the page.</summary>
    public string Code { get; }

    /// <summary>The language's own name.</summary>
    public string Name { get; }

    public CultureInfo Culture { get; }

    public static Language? Find(string? code) =>
        All.FirstOrDefault(l => l.Code.Equals(code, StringComparison.OrdinalIgnoreCase));

    /// <summary>The first language of an Accept-Language header that Plimsoll speaks; English when there is none.</summary>
    public static Language Preferred(IEnumerable<string> wanted)
    {
        foreach (var tag in wanted)
        {
            if (tag.StartsWith("ru", StringComparison.OrdinalIgnoreCase))
                return Russian;
            if (tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase))
                return Chinese;
            if (tag.StartsWith("en", StringComparison.OrdinalIgnoreCase))
                return English;
        }
        return English;
    }
}

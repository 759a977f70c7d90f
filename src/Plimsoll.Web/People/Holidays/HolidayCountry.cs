namespace Plimsoll.Web.People.Holidays;

/// <summary>A country whose holidays are built in.</summary>
/// <param name="Code">Its two letters (ISO 3166-1).</param>
/// <param name="Names">Its name by language: en, ru, zh-Hans.</param>
/// <param name="Source">The laws and yearly notices the days are taken from.</param>
/// <param name="Note">What is certain, and what is not yet announced or depends on the moon.</param>
/// <param name="Regions">The regions with holidays of their own: name by code.</param>
/// <param name="FirstYear">The first year there are days for.</param>
/// <param name="LastYear">The last year there are days for.</param>
public sealed record HolidayCountry(
    string Code,
    IReadOnlyDictionary<string, string> Names,
    string Source,
    string Note,
    IReadOnlyDictionary<string, string> Regions,
    int FirstYear,
    int LastYear
)
{
    /// <summary>The name in a language, or the English one.</summary>
    public string NameIn(string language) => Names.GetValueOrDefault(language) ?? Names["en"];
}

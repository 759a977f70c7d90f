using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Plimsoll.Web.People.Holidays;

/// <summary>
/// The public holidays that come with Plimsoll: one data file a country, each naming its source and what is uncertain.
/// They are the beginning of a calendar, which people then edit.
/// </summary>
public static class BuiltInHolidays
{
    private const string Folder = "holidays/";

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter<DayOfWeek>(allowIntegerValues: false) },
    };

    private static readonly Lazy<FrozenDictionary<string, HolidayFile>> Files = new(ReadAll);

    /// <summary>The countries there are calendars for, by their code.</summary>
    public static IReadOnlyList<HolidayCountry> Countries =>
        [.. Files.Value.Values.Select(file => file.Describe()).OrderBy(country => country.Code)];

    public static HolidayCountry? Country(string code) =>
        Files.Value.GetValueOrDefault(code)?.Describe();

    /// <summary>
    /// The days of a country, with those of one of its regions if it is named, in order and never two on one date.
    /// Empty when there is no such country; an unknown region has the days that hold in the whole country. The names
    /// are those used in the country unless English ones are asked for.
    /// </summary>
    public static IReadOnlyList<Holiday> Days(
        string country,
        string? region,
        int firstYear,
        int lastYear,
        bool inEnglish = false
    ) =>
        Files.Value.TryGetValue(country, out var file)
            ?
            [
                .. file
                    .Days.Where(day => day.HoldsIn(region))
                    .Where(day => day.Date.Year >= firstYear && day.Date.Year <= lastYear)
                    .Select(day => day.ToHoliday(inEnglish))
                    .OrderBy(day => day.Date),
            ]
            : [];

    private static FrozenDictionary<string, HolidayFile> ReadAll()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => Read(assembly, name))
            .ToFrozenDictionary(file => file.Country, StringComparer.OrdinalIgnoreCase);
    }

    private static HolidayFile Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<HolidayFile>(stream, Form)
            ?? throw new InvalidOperationException($"{name} is empty.");
    }
}

namespace Plimsoll.Web.People.Holidays;

/// <summary>One data file as it is written.</summary>
internal sealed record HolidayFile(
    string Country,
    IReadOnlyDictionary<string, string> Name,
    string Source,
    string Note,
    IReadOnlyDictionary<string, string> Regions,
    IReadOnlyList<HolidayLine> Days
)
{
    public HolidayCountry Describe() =>
        new(
            Country,
            Name,
            Source,
            Note,
            Regions,
            Days.Min(day => day.Date.Year),
            Days.Max(day => day.Date.Year)
        );
}

/// <summary>One day of a data file; without <paramref name="Regions"/> it holds in the whole country.</summary>
internal sealed record HolidayLine(
    DateOnly Date,
    string Name,
    string? En = null,
    IReadOnlyList<string>? Regions = null,
    int? PercentOff = null,
    DayOfWeek? WorksAs = null
)
{
    public bool HoldsIn(string? region) =>
        Regions is null
        || region is not null && Regions.Contains(region, StringComparer.OrdinalIgnoreCase);

    public Holiday ToHoliday(bool inEnglish) =>
        new(
            Date,
            inEnglish ? En ?? Name : Name,
            PercentOff ?? (WorksAs is null ? 100 : 0),
            WorksAs
        );
}

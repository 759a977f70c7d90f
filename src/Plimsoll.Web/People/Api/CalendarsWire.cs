using Plimsoll.Web.People.Holidays;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.People.Api;

/// <summary>A holiday calendar in a list.</summary>
public sealed record CalendarRowWire(
    Guid Id,
    string Name,
    string Country,
    string? Region,
    int People,
    int? FirstYear,
    int? LastYear,
    bool Usual
)
{
    internal static CalendarRowWire Of(CalendarList.Row row) =>
        new(
            row.Id.Value,
            row.Name,
            row.Country,
            row.Region,
            row.People,
            row.FirstYear,
            row.LastYear,
            row.IsUsual
        );
}

/// <summary>A holiday calendar with its days.</summary>
public sealed record CalendarWire(
    Guid Id,
    string Name,
    string Country,
    string? Region,
    string? Source,
    int People,
    bool Usual,
    IReadOnlyList<CalendarDayWire> Days
)
{
    internal static CalendarWire Of(CalendarYear.View view) =>
        new(
            view.Id.Value,
            view.Name,
            view.Country,
            view.Region,
            view.Source,
            view.People,
            view.IsUsual,
            [
                .. view.Days.Select(d => new CalendarDayWire(
                    d.Date,
                    d.Name,
                    d.PercentOff,
                    d.WorksAs is { } weekday ? Kebab.Of(weekday) : null
                )),
            ]
        );
}

/// <param name="PercentOff">How much of the day is free, 0 to 100.</param>
/// <param name="WorksAs">The weekday whose pattern a moved working day follows: <c>monday</c> ...</param>
public sealed record CalendarDayWire(DateOnly Date, string Name, int PercentOff, string? WorksAs);

public sealed record CalendarDayWords(string? Name, int PercentOff = 100, string? WorksAs = null);

/// <param name="BuiltIn">Begins with the days that come with Plimsoll for the country and region.</param>
/// <param name="InEnglish">Names built-in days in English.</param>
public sealed record CalendarWords(
    string? Name,
    string? Country,
    string? Region = null,
    string? Source = null,
    bool BuiltIn = false,
    bool InEnglish = false
);

/// <summary>A country whose holidays are built in.</summary>
public sealed record HolidayCountryWire(
    string Code,
    string Name,
    IReadOnlyDictionary<string, string> Regions,
    int FirstYear,
    int LastYear,
    string Source,
    string Note
)
{
    internal static HolidayCountryWire Of(HolidayCountry country, Phrases phrases) =>
        new(
            country.Code,
            country.NameIn(phrases.Language.Code),
            country.Regions,
            country.FirstYear,
            country.LastYear,
            country.Source,
            country.Note
        );
}

/// <summary>What a calendar file did.</summary>
public sealed record CalendarImportWire(int Days);

/// <summary>How the agency is set up.</summary>
public sealed record WorkspaceWire(string Name, string TimeZone, Guid? Calendar)
{
    internal static WorkspaceWire Of(WorkspaceSettings.View view) =>
        new(view.Name, view.TimeZone, view.Calendar?.Value);
}

public sealed record WorkspaceWords(string? Name, string? TimeZone, Guid? Calendar);

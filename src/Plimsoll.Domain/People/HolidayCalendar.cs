using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.People;

/// <summary>The public holidays of a country or region with the agency's own days and moved working days (PRODUCT 2).</summary>
public sealed class HolidayCalendar
{
    public const int NameLimit = 120;
    public const int RegionLimit = 40;
    public const int SourceLimit = 500;

    private readonly List<CalendarDay> _days = [];

    public HolidayCalendarId Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>ISO 3166 alpha-2, upper case.</summary>
    public string Country { get; private set; } = "";

    public string? Region { get; private set; }

    /// <summary>Where the days were taken from.</summary>
    public string? Source { get; private set; }

    public int Version { get; private set; }

    /// <summary>At most one for each date.</summary>
    public IReadOnlyList<CalendarDay> Days => _days;

    private HolidayCalendar() { }

    public static Outcome<HolidayCalendar> New(
        string? name,
        string? country,
        string? region = null,
        string? source = null
    )
    {
        var calendar = new HolidayCalendar { Id = HolidayCalendarId.New() };
        return calendar.Describe(name, country, region, source) is { } no ? no : calendar;
    }

    /// <summary>What the calendar is called, whose days it has and where they come from.</summary>
    public Refusal? Describe(string? name, string? country, string? region, string? source)
    {
        if (Line.Required(name, "name", NameLimit).Refused(out var nameless, out var title))
            return nameless;
        var code = country?.Trim().ToUpperInvariant();
        if (string.IsNullOrEmpty(code))
            return new IsMissing("country");
        if (code.Length != 2 || code.AsSpan().ContainsAnyExceptInRange('A', 'Z'))
            return new IsNotUnderstood("country");
        var part = Line.Optional(region, "region", RegionLimit);
        if (part.Refusal is { } noRegion)
            return noRegion;
        var origin = Line.Optional(source, "source", SourceLimit);
        if (origin.Refusal is { } noSource)
            return noSource;
        (Name, Country, Region, Source) = (title, code, part.Value, origin.Value);
        return null;
    }

    /// <summary>Sets a day; what stood on the same date gives way to it.</summary>
    public void SetDay(CalendarDay day)
    {
        if (_days.Find(d => d.Date == day.Date) is { } same)
            same.Become(day);
        else
            _days.Add(day);
    }

    public Refusal? RemoveDay(DateOnly date) =>
        _days.RemoveAll(d => d.Date == date) == 0 ? new NotThere() : null;

    /// <summary>Makes a year consist of these days and no others; days of other years are refused.</summary>
    public Refusal? ReplaceYear(int year, IReadOnlyCollection<CalendarDay> days)
    {
        var dates = new HashSet<DateOnly>();
        foreach (var day in days)
        {
            if (day.Date.Year != year)
                return new DayIsOfAnotherYear(day.Date, year);
            if (!dates.Add(day.Date))
                return new DayIsThereTwice(day.Date);
        }
        _ = _days.RemoveAll(d => d.Date.Year == year && !dates.Contains(d.Date));
        foreach (var day in days)
            SetDay(day);
        return null;
    }
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Holidays;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.UseCases;

/// <summary>A holiday calendar: the built-in days of a country or region, or an empty one to fill (PRODUCT 2).</summary>
public sealed class AddCalendar(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    /// <param name="BuiltIn">Begins with the days that come with Plimsoll.</param>
    /// <param name="InEnglish">Names the days in English rather than as the country does.</param>
    public sealed record Command(
        string? Name,
        string? Country,
        string? Region = null,
        bool BuiltIn = false,
        bool InEnglish = false
    );

    public async Task<Outcome<HolidayCalendarId>> Run(
        Command command,
        Actor actor,
        CancellationToken ct
    )
    {
        if (!actor.May(Right.ManagePeople))
            return new NotAllowed();
        if (Make(command).Refused(out var no, out var calendar))
            return no;
        await using var db = await store.CreateDbContextAsync(ct);
        if (await db.HolidayCalendars().AnyAsync(c => c.Name == calendar.Name, ct))
            return new NameIsTaken(calendar.Name);
        _ = db.Add(calendar);
        db.Record(
            "people.calendar-added",
            calendar.Id.Value,
            actor,
            clock.GetUtcNow().UtcDateTime,
            calendar,
            about: new { calendar = calendar.Id.Value, days = calendar.Days.Count }
        );
        return await db.Save(ct) is { } collision ? collision : calendar.Id;
    }

    private static Outcome<HolidayCalendar> Make(Command command) =>
        command.BuiltIn
            ? BuiltIn(command)
            : HolidayCalendar.New(command.Name, command.Country, command.Region);

    private static Outcome<HolidayCalendar> BuiltIn(Command command)
    {
        if (BuiltInHolidays.Country(command.Country ?? "") is not { } country)
            return new NoCalendarIsBuiltIn();
        var region = string.IsNullOrWhiteSpace(command.Region) ? null : command.Region.Trim();
        if (region is not null && !country.Regions.ContainsKey(region))
            return new IsNotUnderstood("region");
        var place = country.NameIn("en") + (region is null ? "" : ", " + country.Regions[region]);
        var name = string.IsNullOrWhiteSpace(command.Name) ? place : command.Name;
        var made = HolidayCalendar.New(name, country.Code, region, country.Source);
        if (made.Refused(out var no, out var calendar))
            return no;
        foreach (
            var day in DaysOf(calendar, country.FirstYear, country.LastYear, command.InEnglish)
        )
            calendar.SetDay(day);
        return calendar;
    }

    internal static IEnumerable<CalendarDay> DaysOf(
        HolidayCalendar calendar,
        int firstYear,
        int lastYear,
        bool inEnglish
    ) =>
        BuiltInHolidays
            .Days(calendar.Country, calendar.Region, firstYear, lastYear, inEnglish)
            .Select(d => CalendarDay.Of(d.Date, d.Name, d.PercentOff, d.WorksAs).Value);
}

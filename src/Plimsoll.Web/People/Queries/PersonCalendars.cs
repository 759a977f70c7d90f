using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;
using DaysOff = Plimsoll.Domain.People.Holidays;

namespace Plimsoll.Web.People.Queries;

/// <summary>
/// The calendars of people, ready to be asked for any day of a range: nominal time, holidays, approved absences
/// (PRODUCT 2). Four statements, however many people; used inside other queries on their open store.
/// </summary>
public static class PersonCalendars
{
    public static async Task<IReadOnlyDictionary<PersonId, PersonCalendar>> Of(
        PlimsollDb db,
        IQueryable<Person> people,
        DateOnly first,
        DateOnly last,
        CancellationToken ct
    )
    {
        var persons = await people
            .AsNoTracking()
            .Select(p => new
            {
                p.Id,
                p.Joined,
                p.LastDay,
                p.Calendar,
            })
            .ToListAsync(ct);
        var patterns = (
            await people
                .AsNoTracking()
                .SelectMany(p => p.Patterns, (p, w) => new { p.Id, Pattern = w })
                .ToListAsync(ct)
        ).ToLookup(w => w.Id, w => w.Pattern);
        var away = (
            await people
                .Join(Approved(db, first, last), p => p.Id, a => a.Person, (p, a) => a)
                .Select(a => new
                {
                    a.Person,
                    a.From,
                    a.To,
                    a.HalfDay,
                })
                .ToListAsync(ct)
        ).ToLookup(a => a.Person, a => new AwayDays(a.From, a.To, a.HalfDay));
        var holidays = await HolidaysOf(
            db,
            [.. persons.Select(p => p.Calendar).OfType<HolidayCalendarId>().Distinct()],
            first,
            last,
            ct
        );
        return persons.ToDictionary(
            p => p.Id,
            p => new PersonCalendar(
                patterns[p.Id],
                p.Joined,
                p.LastDay,
                p.Calendar is { } calendar
                    ? holidays.GetValueOrDefault(calendar, DaysOff.None)
                    : DaysOff.None,
                away[p.Id]
            )
        );
    }

    /// <summary>One person's calendar, as for the working day on which a hold ends; <c>null</c> when there is no such person.</summary>
    public static async Task<PersonCalendar?> Of(
        PlimsollDb db,
        PersonId person,
        DateOnly first,
        DateOnly last,
        CancellationToken ct
    ) =>
        (await Of(db, db.People().Where(p => p.Id == person), first, last, ct)).GetValueOrDefault(
            person
        );

    private static IQueryable<Absence> Approved(PlimsollDb db, DateOnly first, DateOnly last) =>
        db.Absences()
            .Where(a => a.State == AbsenceState.Approved && a.To >= first && a.From <= last);

    private static async Task<Dictionary<HolidayCalendarId, DaysOff>> HolidaysOf(
        PlimsollDb db,
        HolidayCalendarId[] calendars,
        DateOnly first,
        DateOnly last,
        CancellationToken ct
    )
    {
        if (calendars.Length == 0)
            return [];
        var days = await db.HolidayCalendars()
            .AsNoTracking()
            .Where(c => calendars.Contains(c.Id))
            .SelectMany(c => c.Days, (c, d) => new { c.Id, Day = d })
            .Where(d => d.Day.Date >= first && d.Day.Date <= last)
            .ToListAsync(ct);
        return days.GroupBy(d => d.Id, d => d.Day).ToDictionary(g => g.Key, g => new DaysOff(g));
    }
}

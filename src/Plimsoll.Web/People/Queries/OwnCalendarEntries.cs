using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Feeds;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.People.Queries;

/// <summary>A person's own approved absences and the public holidays of her calendar, for her feed. Her notes stay here.</summary>
public sealed class OwnCalendarEntries : ICalendarEntries
{
    public async Task<IReadOnlyList<CalendarEntry>> Of(
        PlimsollDb db,
        Actor actor,
        DaySpan days,
        Phrases phrases,
        CancellationToken ct
    ) =>
        [
            .. await Absences(db, actor.Person, days, phrases, ct),
            .. await Holidays(db, actor.Person, days, phrases, ct),
        ];

    private static async Task<IEnumerable<CalendarEntry>> Absences(
        PlimsollDb db,
        PersonId me,
        DaySpan days,
        Phrases phrases,
        CancellationToken ct
    )
    {
        var absences = await db.Absences()
            .AsNoTracking()
            .Where(a => a.Person == me && a.State == AbsenceState.Approved)
            .Where(a => a.From <= days.Last && a.To >= days.First)
            .ToListAsync(ct);
        return absences.Select(a => new CalendarEntry(
            $"absence-{a.Id}@plimsoll",
            phrases[$"people.kind.{Kebab.Of(a.Kind)}"]
                + (a.HalfDay ? $" ({phrases["absences.half"]})" : ""),
            a.From,
            a.To,
            a.Version,
            a.DecidedAt ?? a.AskedAt,
            IsBusy: true
        ));
    }

    private static async Task<IEnumerable<CalendarEntry>> Holidays(
        PlimsollDb db,
        PersonId me,
        DaySpan days,
        Phrases phrases,
        CancellationToken ct
    )
    {
        var person = await db.People()
            .Where(p => p.Id == me)
            .Select(p => new
            {
                p.Calendar,
                p.Joined,
                p.LastDay,
            })
            .SingleAsync(ct);
        if (person.Calendar is not { } calendar)
            return [];
        var first = person.Joined > days.First ? person.Joined.Value : days.First;
        var last = person.LastDay < days.Last ? person.LastDay.Value : days.Last;
        var holidays = await db.HolidayCalendars()
            .AsNoTracking()
            .Where(c => c.Id == calendar)
            .SelectMany(c => c.Days, (c, d) => new { c.Version, Day = d })
            .Where(d => d.Day.Date >= first && d.Day.Date <= last && d.Day.PercentOff > 0)
            .ToListAsync(ct);
        return holidays.Select(h => new CalendarEntry(
            string.Create(
                CultureInfo.InvariantCulture,
                $"holiday-{calendar}-{h.Day.Date:yyyyMMdd}@plimsoll"
            ),
            h.Day.PercentOff == 100
                ? h.Day.Name
                : $"{h.Day.Name} ({phrases.Say("calendars.part-off", ("percent", h.Day.PercentOff))})",
            h.Day.Date,
            h.Day.Date,
            h.Version
        ));
    }
}

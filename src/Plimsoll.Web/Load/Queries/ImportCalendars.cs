using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.Queries;

/// <summary>The weeks of those whom an import speaks of.</summary>
internal static class ImportCalendars
{
    /// <summary>The weeks of everyone, of those to be made too.</summary>
    public static async Task<IReadOnlyDictionary<PersonId, PersonCalendar>> Calendars(
        this ImportCast cast,
        PlimsollDb db,
        Week first,
        Week last,
        CancellationToken ct
    )
    {
        var existing = cast.Existing;
        var people = db.People().Where(p => existing.Contains(p.Id));
        var all = new Dictionary<PersonId, PersonCalendar>(
            await PersonCalendars.Of(db, people, first.Monday, last.Sunday, ct)
        );
        if (cast.NewPeople.Count == 0)
            return all;
        var usual = cast.NewPeople[0].Calendar;
        var days = await db.HolidayCalendars()
            .AsNoTracking()
            .Where(c => c.Id == usual)
            .SelectMany(c => c.Days)
            .ToListAsync(ct);
        var holidays = new Holidays(days);
        foreach (var person in cast.NewPeople)
            all[person.Id] = PersonCalendar.Of(
                person,
                person.IsPlaceholder ? Holidays.None : holidays,
                []
            );
        return all;
    }
}

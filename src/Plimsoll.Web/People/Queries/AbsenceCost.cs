using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.Queries;

/// <summary>How many working hours days away take, before they are asked for and after (PRODUCT 2).</summary>
public sealed class AbsenceCost(IDbContextFactory<PlimsollDb> store)
{
    public async Task<Outcome<Minutes>> Ask(
        PersonId person,
        AwayDays away,
        Actor actor,
        CancellationToken ct
    )
    {
        if (away.To < away.From)
            return new EndsBeforeItBegins("to");
        if (away.To.DayNumber - away.From.DayNumber >= Absence.DaysAtMost)
            return new AbsenceIsTooLong();
        if (!Era.Holds(away.From) || !Era.Holds(away.To))
            return new IsNotUnderstood("from");
        await using var db = await store.CreateDbContextAsync(ct);
        var people = db.PeopleVisibleTo(actor).Where(p => p.Id == person);
        var calendars = await PersonCalendars.Of(db, people, away.From, away.To, ct);
        return calendars.TryGetValue(person, out var calendar)
            ? calendar.Takes(away)
            : new NotThere();
    }

    internal static async Task<IReadOnlyDictionary<AbsenceId, Minutes>> Of(
        PlimsollDb db,
        IReadOnlyList<Absence> absences,
        CancellationToken ct
    )
    {
        if (absences.Count == 0)
            return new Dictionary<AbsenceId, Minutes>();
        var ids = absences.Select(a => a.Person).Distinct().ToList();
        var calendars = await PersonCalendars.Of(
            db,
            db.People().Where(p => ids.Contains(p.Id)),
            absences.Min(a => a.From),
            absences.Max(a => a.To),
            ct
        );
        return absences.ToDictionary(
            a => a.Id,
            a => calendars[a.Person].Takes(new AwayDays(a.From, a.To, a.HalfDay))
        );
    }
}

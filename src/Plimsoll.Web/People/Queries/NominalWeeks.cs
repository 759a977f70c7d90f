using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.Queries;

/// <summary>
/// What each week of each person holds, and what holidays and approved absences take of it (PRODUCT 2). Used inside
/// other queries on their open store; whom the actor may see is the caller's filter (<see cref="PeopleVisible"/>).
/// </summary>
public static class NominalWeeks
{
    /// <summary>For everyone of the query, <paramref name="weeks"/> weeks one after the other.</summary>
    public static async Task<IReadOnlyDictionary<PersonId, WeekTime[]>> Of(
        PlimsollDb db,
        IQueryable<Person> people,
        Week from,
        int weeks,
        CancellationToken ct
    )
    {
        var last = from.Plus(weeks).Monday.AddDays(-1);
        var calendars = await PersonCalendars.Of(db, people, from.Monday, last, ct);
        var times = new Dictionary<PersonId, WeekTime[]>(calendars.Count);
        foreach (var (person, calendar) in calendars)
        {
            var filled = new WeekTime[weeks];
            calendar.Fill(from, filled);
            times.Add(person, filled);
        }
        return times;
    }

    /// <summary>The same for people whose ids are known.</summary>
    public static Task<IReadOnlyDictionary<PersonId, WeekTime[]>> Of(
        PlimsollDb db,
        IReadOnlyCollection<PersonId> people,
        Week from,
        int weeks,
        CancellationToken ct
    ) => Of(db, db.People().Where(p => people.Contains(p.Id)), from, weeks, ct);
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.Queries;

/// <summary>Who is away in the weeks to come: people down, days across.</summary>
public sealed class WhoIsAway(IDbContextFactory<PlimsollDb> store)
{
    public const int Weeks = 12;

    /// <param name="Others">How many people, of those asked for, are there all the time.</param>
    public sealed record View(Week From, int Weeks, IReadOnlyList<Row> People, int Others)
    {
        public DateOnly First => From.Monday;
        public DateOnly Last => First.AddDays(7 * Weeks - 1);
    }

    /// <param name="Holidays">Days off of her calendar on which her pattern would have her work.</param>
    public sealed record Row(
        PersonId Id,
        string Name,
        int Colour,
        string? Role,
        IReadOnlyList<Bar> Bars,
        IReadOnlyList<DateOnly> Holidays
    );

    /// <param name="Kind">Told to her and to those who decide.</param>
    public sealed record Bar(
        DateOnly From,
        DateOnly To,
        bool HalfDay,
        bool IsAsked,
        AbsenceKind? Kind
    );

    /// <param name="everyone">Shows those too who are there all the time.</param>
    public async Task<View> Ask(
        Week from,
        TeamId? team,
        bool everyone,
        Actor actor,
        CancellationToken ct
    )
    {
        var (first, last) = (from.Monday, from.Plus(Weeks).Monday.AddDays(-1));
        await using var db = await store.CreateDbContextAsync(ct);
        var people = db.PeopleVisibleTo(actor)
            .Where(p => p.Archived == null && p.Kind != PersonKind.Placeholder)
            .Where(p => p.Joined == null || p.Joined <= last)
            .Where(p => p.LastDay == null || p.LastDay >= first);
        if (team is { } id)
            people = people.Where(p =>
                db.Teams().Any(t => t.Id == id && t.Members.Any(m => m.PersonId == p.Id))
            );
        var bars = await Bars(db, people, first, last, actor, ct);
        var calendars = await PersonCalendars.Of(db, people, first, last, ct);
        var shown = await people
            .OrderBy(p => EF.Property<string>(p, SearchKeys.Column))
            .Select(p => new
            {
                p.Id,
                p.Name,
                p.Colour,
                Role = db.Roles().Where(r => r.Id == p.Role).Select(r => r.Name).FirstOrDefault(),
            })
            .Take(Listing.Most)
            .ToListAsync(ct);
        var rows = shown
            .Where(p => everyone || bars.Contains(p.Id))
            .Select(p => new Row(
                p.Id,
                p.Name,
                p.Colour,
                p.Role,
                [.. bars[p.Id]],
                [.. DaysOff(calendars[p.Id], first, last)]
            ))
            .ToList();
        return new View(from, Weeks, rows, shown.Count - rows.Count);
    }

    private static async Task<ILookup<PersonId, Bar>> Bars(
        PlimsollDb db,
        IQueryable<Person> people,
        DateOnly first,
        DateOnly last,
        Actor actor,
        CancellationToken ct
    )
    {
        var me = actor.Person;
        var decided = db.PeopleDecidedBy(actor);
        var found = await db.Absences()
            .Where(a => a.From <= last && a.To >= first && people.Any(p => p.Id == a.Person))
            .Select(a => new
            {
                a.Person,
                a.From,
                a.To,
                a.HalfDay,
                a.State,
                a.Kind,
                Told = a.Person == me || decided.Any(p => p.Id == a.Person),
            })
            .Where(a =>
                a.State == AbsenceState.Approved || a.State == AbsenceState.Requested && a.Told
            )
            .OrderBy(a => a.From)
            .ToListAsync(ct);
        return found.ToLookup(
            a => a.Person,
            a => new Bar(
                a.From,
                a.To,
                a.HalfDay,
                a.State is AbsenceState.Requested,
                a.Told ? a.Kind : null
            )
        );
    }

    private static IEnumerable<DateOnly> DaysOff(
        PersonCalendar calendar,
        DateOnly first,
        DateOnly last
    )
    {
        for (var day = first; day <= last; day = day.AddDays(1))
            if (calendar.On(day) is { Nominal: > 0, IsWorking: false })
                yield return day;
    }
}

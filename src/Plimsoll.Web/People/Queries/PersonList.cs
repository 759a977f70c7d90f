using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.Queries;

/// <summary>Who is there, for the one who asks.</summary>
public sealed class PersonList(IDbContextFactory<PlimsollDb> store, AgencyDay day)
{
    /// <param name="Kind">A kind; those who do not manage people can ask for placeholders only.</param>
    /// <param name="Archived">The archived ones instead of the others.</param>
    /// <param name="Sort"><c>name</c>, <c>role</c>, <c>team</c> or <c>hours</c>; with <c>-</c> before it from the end.</param>
    public sealed record Filter(
        string? Search = null,
        TeamId? Team = null,
        RoleId? Role = null,
        PersonKind? Kind = null,
        bool Archived = false,
        string? Sort = null,
        string? Cursor = null,
        int? Limit = null
    );

    /// <param name="Week">What her pattern of today gives for a week.</param>
    /// <param name="AwayUntil">The last day of the absence she is on today.</param>
    /// <param name="Private">What only she and those who manage people see.</param>
    public sealed record Row(
        PersonId Id,
        string Name,
        int Colour,
        bool IsPlaceholder,
        string? Role,
        IReadOnlyList<string> Teams,
        Minutes Week,
        DateOnly? AwayUntil,
        bool IsArchived,
        PrivateRow? Private
    );

    public sealed record PrivateRow(
        string? Email,
        PersonKind Kind,
        Position Position,
        DateOnly? Joined,
        DateOnly? LastDay
    );

    public async Task<PageOf<Row>> Ask(
        Filter filter,
        Actor actor,
        CultureInfo culture,
        CancellationToken ct
    )
    {
        var today = await day.Today(ct);
        await using var db = await store.CreateDbContextAsync(ct);
        var people = Filtered(db, filter, actor);
        var teams = (
            await db.Teams()
                .AsNoTracking()
                .Where(t => t.Archived == null)
                .SelectMany(t => t.Members, (t, m) => new { t.Name, m.PersonId })
                .Where(t => people.Any(p => p.Id == t.PersonId))
                .ToListAsync(ct)
        ).ToLookup(t => t.PersonId, t => t.Name);
        var all = actor.May(Right.ManagePeople);
        var found = await people
            .AsNoTracking()
            .OrderBy(p => EF.Property<string>(p, SearchKeys.Column))
            .Select(p => new
            {
                p.Id,
                p.Name,
                p.Colour,
                p.Kind,
                p.Position,
                p.Email,
                p.Joined,
                p.LastDay,
                Role = db.Roles().Where(r => r.Id == p.Role).Select(r => r.Name).FirstOrDefault(),
                Pattern = p
                    .Patterns.Where(w => w.ValidFrom <= today)
                    .OrderByDescending(w => w.ValidFrom)
                    .Select(w =>
                        (int?)(
                            w.Monday
                            + w.Tuesday
                            + w.Wednesday
                            + w.Thursday
                            + w.Friday
                            + w.Saturday
                            + w.Sunday
                        )
                    )
                    .FirstOrDefault(),
                AwayUntil = db.Absences()
                    .Where(a =>
                        a.Person == p.Id
                        && a.State == AbsenceState.Approved
                        && a.From <= today
                        && a.To >= today
                    )
                    .Max(a => (DateOnly?)a.To),
                IsArchived = p.Archived != null,
            })
            .Take(Listing.Most)
            .ToListAsync(ct);
        var rows = found.Select(p => new Row(
            p.Id,
            p.Name,
            p.Colour,
            p.Kind is PersonKind.Placeholder,
            p.Role,
            [.. teams[p.Id].Order(Listing.Order(culture))],
            new Minutes(p.Pattern ?? 0),
            p.AwayUntil,
            p.IsArchived,
            all || p.Id == actor.Person
                ? new PrivateRow(p.Email, p.Kind, p.Position, p.Joined, p.LastDay)
                : null
        ));
        return Sorted(rows, filter.Sort, culture)
            .Page(filter.Cursor, filter.Limit, r => r.Id.Value);
    }

    private static IQueryable<Person> Filtered(PlimsollDb db, Filter filter, Actor actor)
    {
        var people = db.PeopleVisibleTo(actor)
            .Where(p => filter.Archived ? p.Archived != null : p.Archived == null);
        if (filter.Team is { } team)
            people = people.Where(p =>
                db.Teams()
                    .Any(t =>
                        t.Id == team && t.Archived == null && t.Members.Any(m => m.PersonId == p.Id)
                    )
            );
        if (filter.Role is { } role)
            people = people.Where(p => p.Role == role);
        // To ask who is a freelancer is to be told who is one.
        if (filter.Kind is PersonKind.Placeholder || actor.May(Right.ManagePeople))
            people = people.Where(p => filter.Kind == null || p.Kind == filter.Kind);
        if (SearchKeys.Plain(filter.Search) is { Length: > 0 } text)
        {
            var pattern = SearchKeys.Anywhere(text);
            people = people.FoundBy(pattern);
        }
        return people;
    }

    private static List<Row> Sorted(IEnumerable<Row> rows, string? sort, CultureInfo culture)
    {
        var descending = sort?.StartsWith('-') == true;
        return sort?.TrimStart('-') switch
        {
            "role" => rows.Sorted(culture, descending, r => r.Role, r => r.Name),
            "team" => rows.Sorted(
                culture,
                descending,
                r => r.Teams is [var team, ..] ? team : null,
                r => r.Name
            ),
            "hours" => rows.Sorted(
                culture,
                descending,
                r => r.Week.Value.ToString(CultureInfo.InvariantCulture),
                r => r.Name
            ),
            _ => rows.Sorted(culture, descending, r => r.Name, r => r.Name),
        };
    }
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.Queries;

/// <summary>One person, as far as the one who asks may see her (PRODUCT 8).</summary>
public sealed class PersonCard(IDbContextFactory<PlimsollDb> store, AgencyDay day)
{
    /// <param name="Private">What only she and those who manage people see.</param>
    /// <param name="Away">From today on.</param>
    public sealed record View(
        PersonId Id,
        string Name,
        int Colour,
        bool IsPlaceholder,
        Named<RoleId>? Role,
        IReadOnlyList<Named<TeamId>> Teams,
        IReadOnlyList<PatternView> Patterns,
        DateOnly PatternToday,
        IReadOnlyList<AwayView> Away,
        bool IsArchived,
        int Version,
        PrivateView? Private
    );

    public sealed record PrivateView(
        string? Email,
        PersonKind Kind,
        Position Position,
        Named<HolidayCalendarId>? Calendar,
        DateOnly? Joined,
        DateOnly? LastDay,
        DateTime? ArchivedAt
    );

    /// <summary>A pattern; its <see cref="From"/> is missing when it has been in force all along.</summary>
    public sealed record PatternView(DateOnly ValidFrom, IReadOnlyList<int> Days)
    {
        public DateOnly? From => ValidFrom == Era.First ? null : ValidFrom;
        public Minutes Week => new(Days.Sum());
    }

    /// <summary>Days away; what for is told only to her and those who decide.</summary>
    public sealed record AwayView(DateOnly From, DateOnly To, bool HalfDay, AbsenceKind? Kind);

    public async Task<Outcome<View>> Ask(PersonId id, Actor actor, CancellationToken ct)
    {
        var today = await day.Today(ct);
        await using var db = await store.CreateDbContextAsync(ct);
        var person = await db.PeopleVisibleTo(actor)
            .AsNoTracking()
            .FirstOrDefaultAsync(p => p.Id == id, ct);
        if (person is null)
            return new NotThere();
        var role = await db.Roles()
            .Where(r => r.Id == person.Role)
            .Select(r => new Named<RoleId>(r.Id, r.Name))
            .FirstOrDefaultAsync(ct);
        var teams = await db.Teams()
            .Where(t => t.Archived == null && t.Members.Any(m => m.PersonId == id))
            .OrderBy(t => EF.Property<string>(t, SearchKeys.Column))
            .Select(t => new Named<TeamId>(t.Id, t.Name))
            .ToListAsync(ct);
        var isOwn = id == actor.Person;
        var decides = await db.PeopleDecidedBy(actor).AnyAsync(p => p.Id == id, ct);
        var away = await db.Absences()
            .Where(a => a.Person == id && a.State == AbsenceState.Approved && a.To >= today)
            .OrderBy(a => a.From)
            .Select(a => new AwayView(a.From, a.To, a.HalfDay, isOwn || decides ? a.Kind : null))
            .Take(100)
            .ToListAsync(ct);
        return new View(
            id,
            person.Name,
            person.Colour,
            person.IsPlaceholder,
            role,
            teams,
            [
                .. person
                    .Patterns.OrderBy(w => w.ValidFrom)
                    .Select(w => new PatternView(w.ValidFrom, w.Days())),
            ],
            person.Patterns.Where(w => w.ValidFrom <= today).Max(w => (DateOnly?)w.ValidFrom)
                ?? Era.First,
            away,
            person.Archived is not null,
            person.Version,
            isOwn || actor.May(Right.ManagePeople) ? await Private(db, person, ct) : null
        );
    }

    private static async Task<PrivateView> Private(
        PlimsollDb db,
        Person person,
        CancellationToken ct
    ) =>
        new(
            person.Email,
            person.Kind,
            person.Position,
            await db.HolidayCalendars()
                .Where(c => c.Id == person.Calendar)
                .Select(c => new Named<HolidayCalendarId>(c.Id, c.Name))
                .FirstOrDefaultAsync(ct),
            person.Joined,
            person.LastDay,
            person.Archived?.At
        );
}

/// <summary>A thing by its name.</summary>
public sealed record Named<TId>(TId Id, string Name)
    where TId : struct;

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.Queries;

/// <summary>What the drop-downs of this room offer, of what the actor may see; archived things are not offered anew.</summary>
public sealed class PeopleChoices(IDbContextFactory<PlimsollDb> store)
{
    public sealed record View(
        IReadOnlyList<Named<RoleId>> Roles,
        IReadOnlyList<Named<TeamId>> Teams,
        IReadOnlyList<Named<HolidayCalendarId>> Calendars,
        HolidayCalendarId? UsualCalendar,
        int NextColour
    );

    /// <param name="role">Stays on offer although it was archived.</param>
    public async Task<View> Ask(
        Actor actor,
        CultureInfo culture,
        RoleId? role,
        CancellationToken ct
    )
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var visible = db.PeopleVisibleTo(actor);
        var manages = actor.May(Right.ManagePeople);
        var roles = await db.Roles()
            .Where(r => r.Archived == null || r.Id == role)
            .Where(r => manages || visible.Any(p => p.Role == r.Id))
            .OrderBy(r => r.Id)
            .Select(r => new Named<RoleId>(r.Id, r.Name))
            .Take(Listing.Most)
            .ToListAsync(ct);
        var teams = await db.TeamsVisibleTo(actor)
            .Where(t => t.Archived == null)
            .OrderBy(t => t.Id)
            .Select(t => new Named<TeamId>(t.Id, t.Name))
            .Take(Listing.Most)
            .ToListAsync(ct);
        var calendars = await db.HolidayCalendars()
            .Where(c => manages)
            .OrderBy(c => c.Id)
            .Select(c => new Named<HolidayCalendarId>(c.Id, c.Name))
            .Take(Listing.Most)
            .ToListAsync(ct);
        return new View(
            roles.Sorted(culture, false, r => r.Name, r => r.Name),
            teams.Sorted(culture, false, t => t.Name, t => t.Name),
            calendars.Sorted(culture, false, c => c.Name, c => c.Name),
            await db.Workspaces().Select(w => w.Calendar).SingleOrDefaultAsync(ct),
            await db.People().CountAsync(ct) % Palette.Size
        );
    }

    /// <summary>People who can be put into a team, or recorded as away.</summary>
    public async Task<IReadOnlyList<Named<PersonId>>> People(
        Actor actor,
        CultureInfo culture,
        bool toDecide,
        CancellationToken ct
    )
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var people = await (toDecide ? db.PeopleDecidedBy(actor) : db.PeopleVisibleTo(actor))
            .Where(p => p.Archived == null && (!toDecide || p.Kind != PersonKind.Placeholder))
            .OrderBy(p => p.Id)
            .Select(p => new Named<PersonId>(p.Id, p.Name))
            .Take(Listing.Most)
            .ToListAsync(ct);
        return people.Sorted(culture, false, p => p.Name, p => p.Name);
    }
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.Queries;

/// <summary>What the things of this room are called and where their page is, for the record of all changes.</summary>
public sealed class PeopleNames : INameThings
{
    public async Task<IReadOnlyList<NamedThing>> Name(
        PlimsollDb db,
        IReadOnlyCollection<Guid> ids,
        CancellationToken ct
    )
    {
        var personIds = ids.Select(PersonId.From).ToList();
        var people = await db.People()
            .Where(p => personIds.Contains(p.Id))
            .Select(p => new { p.Id, p.Name })
            .ToListAsync(ct);
        var roleIds = ids.Select(RoleId.From).ToList();
        var roles = await db.Roles()
            .Where(r => roleIds.Contains(r.Id))
            .Select(r => new { r.Id, r.Name })
            .ToListAsync(ct);
        var teamIds = ids.Select(TeamId.From).ToList();
        var teams = await db.Teams()
            .Where(t => teamIds.Contains(t.Id))
            .Select(t => new { t.Id, t.Name })
            .ToListAsync(ct);
        var calendarIds = ids.Select(HolidayCalendarId.From).ToList();
        var calendars = await db.HolidayCalendars()
            .Where(c => calendarIds.Contains(c.Id))
            .Select(c => new { c.Id, c.Name })
            .ToListAsync(ct);
        return
        [
            .. people.Select(p => new NamedThing(p.Id.Value, p.Name, $"/people/{p.Id}")),
            .. roles.Select(r => new NamedThing(r.Id.Value, r.Name)),
            .. teams.Select(t => new NamedThing(t.Id.Value, t.Name)),
            .. calendars.Select(c => new NamedThing(c.Id.Value, c.Name)),
        ];
    }

    public async Task<IReadOnlyList<Guid>> Find(
        PlimsollDb db,
        string pattern,
        int most,
        CancellationToken ct
    ) =>
        [
            .. (
                await db.People()
                    .FoundBy(pattern)
                    .Select(p => p.Id)
                    .Order()
                    .Take(most)
                    .ToListAsync(ct)
            ).Select(p => p.Value),
        ];
}

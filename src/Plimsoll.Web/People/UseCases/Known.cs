using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.UseCases;

/// <summary>Whether what a command names is there; what is not was never offered, so it is not understood.</summary>
internal static class Known
{
    public static async Task<Refusal?> Role(PlimsollDb db, RoleId? role, CancellationToken ct) =>
        role is { } id && !await db.Roles().AnyAsync(r => r.Id == id, ct)
            ? new IsNotUnderstood("role")
            : null;

    public static async Task<Refusal?> Calendar(
        PlimsollDb db,
        HolidayCalendarId? calendar,
        CancellationToken ct
    ) =>
        calendar is { } id && !await db.HolidayCalendars().AnyAsync(c => c.Id == id, ct)
            ? new IsNotUnderstood("calendar")
            : null;

    public static async Task<Refusal?> People(
        PlimsollDb db,
        IReadOnlyCollection<PersonId> people,
        string field,
        CancellationToken ct
    )
    {
        var wanted = people.Distinct().ToList();
        return await db.People().CountAsync(p => wanted.Contains(p.Id), ct) == wanted.Count
            ? null
            : new IsNotUnderstood(field);
    }

    /// <summary>An address is one person's; who was archived gives it free.</summary>
    public static async Task<Refusal?> AddressIsFree(
        PlimsollDb db,
        Person person,
        CancellationToken ct
    )
    {
        if (person.Email is not { } email)
            return null;
        // Compared here, not there: the databases differ in what they take for the same letter.
        var others = await db.People()
            .Where(p => p.Id != person.Id && p.Archived == null && p.Email != null)
            .Select(p => new { p.Name, p.Email })
            .ToListAsync(ct);
        var other = others
            .Find(p => string.Equals(p.Email, email, StringComparison.OrdinalIgnoreCase))
            ?.Name;
        return other is null ? null : new AddressIsOfAnother(other);
    }
}

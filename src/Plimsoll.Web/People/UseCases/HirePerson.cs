using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.UseCases;

/// <summary>Someone new: an employee, a freelancer, or a placeholder for a person still to be found (PRODUCT 1).</summary>
public sealed class HirePerson(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    /// <param name="Days">Minutes from Monday to Sunday; 40 hours when not said.</param>
    /// <param name="Colour">Of the palette; the next in turn when not said.</param>
    /// <param name="UsualCalendar">Gives her the calendar of the workspace instead of <paramref name="Calendar"/>.</param>
    public sealed record Command(
        string? Name,
        PersonKind Kind = PersonKind.Employee,
        string? Email = null,
        Position Position = Position.TeamMember,
        RoleId? Role = null,
        HolidayCalendarId? Calendar = null,
        bool UsualCalendar = false,
        int? Colour = null,
        DateOnly? Joined = null,
        DateOnly? LastDay = null,
        IReadOnlyList<int>? Days = null,
        IReadOnlyList<TeamId>? Teams = null
    );

    public async Task<Outcome<PersonId>> Run(Command command, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.ManagePeople))
            return new NotAllowed();
        if (Owners.MayTouch(actor, command.Position) is { } notHers)
            return notHers;
        if (Make(command).Refused(out var no, out var person))
            return no;
        await using var db = await store.CreateDbContextAsync(ct);
        if (await Place(db, person, command, ct) is { } misplaced)
            return misplaced;
        _ = db.Add(person);
        if (await Membership.Set(db, person.Id, command.Teams ?? [], ct) is { } noTeam)
            return noTeam;
        var now = clock.GetUtcNow().UtcDateTime;
        db.Record(
            "people.person-hired",
            person.Id.Value,
            actor,
            now,
            person,
            about: new
            {
                person = person.Id.Value,
                teams = command.Teams?.Select(t => t.Value),
                days = WeekWords.Of(command.Days),
            }
        );
        return await db.Save(ct) is { } collision ? collision : person.Id;
    }

    private static Outcome<Person> Make(Command command)
    {
        // The first pattern has been in force all along: a day of joining that moves never leaves her without one.
        var pattern = command.Days is { } days
            ? WorkPattern.Of(Era.First, [.. days])
            : WorkPattern.FullTime(Era.First);
        if (pattern.Refused(out var no, out var first))
            return no;
        if (command.Kind is not PersonKind.Placeholder)
            return Person.Hire(
                command.Name,
                command.Email,
                command.Kind,
                command.Position,
                first,
                command.Joined,
                command.LastDay
            );
        if (!string.IsNullOrWhiteSpace(command.Email))
            return new PlaceholderNeverSignsIn();
        return Person.NewPlaceholder(command.Name, command.Role, first);
    }

    private static async Task<Refusal?> Place(
        PlimsollDb db,
        Person person,
        Command command,
        CancellationToken ct
    )
    {
        if (await Known.Role(db, command.Role, ct) is { } noRole)
            return noRole;
        if (await Known.Calendar(db, command.Calendar, ct) is { } noCalendar)
            return noCalendar;
        if (await Known.AddressIsFree(db, person, ct) is { } taken)
            return taken;
        person.ChangeRole(command.Role);
        person.ChangeCalendar(
            command.UsualCalendar
                ? await db.Workspaces().Select(w => w.Calendar).SingleOrDefaultAsync(ct)
                : command.Calendar
        );
        if (
            person.IsPlaceholder
            && person.ChangeEmployment(command.Joined, command.LastDay) is { } no
        )
            return no;
        return person.ChangeColour(
            command.Colour ?? await db.People().CountAsync(ct) % Palette.Size
        );
    }
}

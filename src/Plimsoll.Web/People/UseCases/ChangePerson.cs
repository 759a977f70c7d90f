using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.UseCases;

/// <summary>What is known of a person, all of it at once: name, position, role, teams, calendar, first and last day.</summary>
public sealed class ChangePerson(
    IDbContextFactory<PlimsollDb> store,
    IEnumerable<IFollowAddress> followers,
    TimeProvider clock
)
{
    /// <param name="Seen">The version that the change was made from.</param>
    /// <param name="Teams">They stay as they are when not said; so do kind, position and colour.</param>
    public sealed record Command(
        PersonId Person,
        SeenVersion Seen,
        string? Name,
        PersonKind? Kind,
        string? Email,
        Position? Position,
        RoleId? Role,
        HolidayCalendarId? Calendar,
        int? Colour,
        DateOnly? Joined,
        DateOnly? LastDay,
        IReadOnlyList<TeamId>? Teams
    );

    public async Task<Outcome<Done>> Run(Command command, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.ManagePeople))
            return new NotAllowed();
        await using var db = await store.CreateDbContextAsync(ct);
        if (
            await db.People().FirstOrDefaultAsync(p => p.Id == command.Person, ct) is not { } person
        )
            return new NotThere();
        if (command.Seen.IsNot(person.Version))
            return new ChangedMeanwhile();
        if (
            Owners.MayTouch(actor, person.Position, command.Position ?? person.Position) is
            { } notHers
        )
            return notHers;
        var address = person.Email;
        if (await Apply(db, person, command, ct) is { } no)
            return no;
        if (person.Email != address)
            foreach (var follower in followers)
                if (await follower.Run(db, person, address, actor, ct) is { } fixedAddress)
                    return fixedAddress;
        if (
            command.Teams is { } teams
            && await Membership.Set(db, person.Id, teams, ct) is { } noTeam
        )
            return noTeam;
        db.Record(
            "people.person-changed",
            person.Id.Value,
            actor,
            clock.GetUtcNow().UtcDateTime,
            person,
            about: new { person = person.Id.Value, teams = command.Teams?.Select(t => t.Value) }
        );
        return await db.Save(ct) is { } collision ? collision : Done.It;
    }

    private static async Task<Refusal?> Apply(
        PlimsollDb db,
        Person person,
        Command command,
        CancellationToken ct
    )
    {
        var stepsDown =
            person is { Position: Position.Owner, Archived: null }
            && command.Position is not (null or Position.Owner);
        if (person.Rename(command.Name) is { } nameless)
            return nameless;
        if (person.ChangeKind(command.Kind ?? person.Kind) is { } kind)
            return kind;
        if (person.ChangeEmail(command.Email) is { } email)
            return email;
        if (person.ChangePosition(command.Position ?? person.Position) is { } position)
            return position;
        if (person.ChangeEmployment(command.Joined, command.LastDay) is { } employment)
            return employment;
        if (person.ChangeColour(command.Colour ?? person.Colour) is { } colour)
            return colour;
        if (await Known.Role(db, command.Role, ct) is { } noRole)
            return noRole;
        if (await Known.Calendar(db, command.Calendar, ct) is { } noCalendar)
            return noCalendar;
        if (await Known.AddressIsFree(db, person, ct) is { } taken)
            return taken;
        person.ChangeRole(command.Role);
        person.ChangeCalendar(command.Calendar);
        return stepsDown ? await Owners.OneStays(db, person.Id, ct) : null;
    }
}

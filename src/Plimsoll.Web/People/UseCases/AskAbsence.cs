using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.UseCases;

/// <summary>
/// Asks for time away, for oneself; somebody who decides absences records them for others, as when they call in
/// sick, and then they stand at once (PRODUCT 2).
/// </summary>
public sealed class AskAbsence(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    /// <param name="Person">Oneself when not said.</param>
    public sealed record Command(
        PersonId? Person,
        AbsenceKind Kind,
        DateOnly From,
        DateOnly To,
        bool HalfDay = false,
        string? Note = null
    );

    public async Task<Outcome<AbsenceId>> Run(Command command, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.SeeOwnTeam))
            return new NotAllowed();
        var person = command.Person ?? actor.Person;
        return await store.Write<AbsenceId>(
            async db =>
            {
                // Two who ask for the same days at once: the second sees the first.
                await db.TakeTurns([person.Value], ct);
                return await Ask(db, command, person, actor, ct);
            },
            ct
        );
    }

    private async Task<Outcome<AbsenceId>> Ask(
        PlimsollDb db,
        Command command,
        PersonId person,
        Actor actor,
        CancellationToken ct
    )
    {
        var forHerself = person == actor.Person;
        if (!await MayBeAway(db, person, forHerself, actor, ct))
            return new NotThere();
        var now = clock.GetUtcNow().UtcDateTime;
        var (kind, from, to) = (command.Kind, command.From, command.To);
        var asked = Absence.Ask(
            person,
            kind,
            from,
            to,
            command.HalfDay,
            command.Note,
            actor.Person,
            now
        );
        if (asked.Refused(out var no, out var absence))
            return no;
        var calendar = await PersonCalendars.Of(db, person, absence.From, absence.To, ct);
        if (calendar!.TakesNothing(new(from, to, command.HalfDay)) is { } nothing)
            return nothing;
        if (await Clash(db, absence, ct) is { } clash)
            return new IsAwayAlready(clash.From, clash.To);
        _ = db.Add(absence);
        var about = AbsenceWords.Of(absence);
        if (forHerself)
            db.Record("people.absence-asked", absence.Id.Value, actor, now, absence, about);
        else if (absence.Approve(actor.Person, now) is { } undecided)
            return undecided;
        else
            db.Record("people.absence-recorded", absence.Id.Value, actor, now, absence, about);
        return absence.Id;
    }

    private static Task<bool> MayBeAway(
        PlimsollDb db,
        PersonId person,
        bool forHerself,
        Actor actor,
        CancellationToken ct
    ) =>
        (forHerself ? db.People() : db.PeopleDecidedBy(actor)).AnyAsync(
            p => p.Id == person && p.Archived == null && p.Kind != PersonKind.Placeholder,
            ct
        );

    private static async Task<Absence?> Clash(PlimsollDb db, Absence absence, CancellationToken ct)
    {
        var near = await db.Absences()
            .AsNoTracking()
            .Where(a =>
                a.Person == absence.Person
                && (a.State == AbsenceState.Requested || a.State == AbsenceState.Approved)
                && a.From <= absence.To
                && a.To >= absence.From
            )
            .ToListAsync(ct);
        return near.Find(absence.Clashes);
    }
}

/// <summary>What the facts say of an absence to those who react to it: whose week changed, and which.</summary>
internal sealed record AbsenceWords(Guid Person, DateOnly From, DateOnly To)
{
    public static AbsenceWords Of(Absence absence) =>
        new(absence.Person.Value, absence.From, absence.To);
}

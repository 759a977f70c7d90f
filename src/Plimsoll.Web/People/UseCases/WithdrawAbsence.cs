using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.UseCases;

/// <summary>Takes an absence back, asked for or approved: by her whose it is, or who decides on it.</summary>
public sealed class WithdrawAbsence(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    public async Task<Outcome<Done>> Run(
        AbsenceId id,
        SeenVersion seen,
        Actor actor,
        CancellationToken ct
    )
    {
        if (!actor.May(Right.SeeOwnTeam))
            return new NotAllowed();
        await using var db = await store.CreateDbContextAsync(ct);
        var absence = await db.Absences()
            .Where(a => a.Id == id)
            .Where(a =>
                a.Person == actor.Person || db.PeopleDecidedBy(actor).Any(p => p.Id == a.Person)
            )
            .FirstOrDefaultAsync(ct);
        if (absence is null)
            return new NotThere();
        if (seen.IsNot(absence.Version))
            return new ChangedMeanwhile();
        var now = clock.GetUtcNow().UtcDateTime;
        if (absence.Withdraw(actor.Person, now) is { } no)
            return no;
        db.Record(
            "people.absence-withdrawn",
            id.Value,
            actor,
            now,
            absence,
            AbsenceWords.Of(absence)
        );
        return await db.Save(ct) is { } collision ? collision : Done.It;
    }
}

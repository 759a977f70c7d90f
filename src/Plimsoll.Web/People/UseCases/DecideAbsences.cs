using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.UseCases;

/// <summary>Approves or declines absences that others asked for, one or many, all or none (PRODUCT 8).</summary>
public sealed class DecideAbsences(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    /// <param name="Seen">The version decided on; for one absence.</param>
    /// <param name="Reason">Why not, when declining.</param>
    public sealed record Command(
        IReadOnlyCollection<AbsenceId> Absences,
        bool Approve,
        string? Reason = null,
        SeenVersion Seen = default
    );

    public async Task<Outcome<int>> Run(Command command, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.DecideAbsences))
            return new NotAllowed();
        var ids = command.Absences.Distinct().ToList();
        await using var db = await store.CreateDbContextAsync(ct);
        var absences = await db.Absences()
            .Where(a => ids.Contains(a.Id))
            .Where(a => db.PeopleDecidedBy(actor).Any(p => p.Id == a.Person))
            .ToListAsync(ct);
        if (absences.Count != ids.Count)
            return new NotThere();
        var now = clock.GetUtcNow().UtcDateTime;
        Guid? batch = absences.Count > 1 ? Guid.CreateVersion7() : null;
        foreach (var absence in absences)
        {
            if (command.Seen.IsNot(absence.Version))
                return new ChangedMeanwhile();
            if (Decide(absence, command, actor, now) is { } no)
                return no;
            var (id, about) = (absence.Id.Value, AbsenceWords.Of(absence));
            if (command.Approve)
                db.Record("people.absence-approved", id, actor, now, absence, about, batch);
            else
                db.Record("people.absence-declined", id, actor, now, absence, about, batch);
        }
        return await db.Save(ct) is { } collision ? collision : absences.Count;
    }

    private static Refusal? Decide(Absence absence, Command command, Actor actor, DateTime now) =>
        command.Approve
            ? absence.Approve(actor.Person, now)
            : absence.Decline(actor.Person, now, command.Reason);
}

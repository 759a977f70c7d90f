using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Domain.People;
using Plimsoll.Web.Clients.UseCases;
using Plimsoll.Web.Load.Import;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Imports;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.UseCases;

/// <summary>Takes back what an import wrote, within the transaction of the one who undoes it.</summary>
internal sealed class ImportUndoing(
    PlimsollDb db,
    Actor actor,
    DateOnly today,
    DateTime now,
    ImportTrail trail,
    IProgress<ImportProgress>? progress,
    CancellationToken ct
)
{
    private readonly Guid _batch = Guid.CreateVersion7();

    private readonly ILookup<CellKey, ReplacedBooking> _before = trail.Replaced.ToLookup(
        r => new CellKey(new(r.Person), new(r.Project), Week.Of(r.Week))
    );

    public async Task<Refusal?> PutBack(List<ImportedCell> cells, string reason)
    {
        // Days away come back first: the weeks are asked without them.
        await RemoveAway();
        var done = 0;
        foreach (var portion in PlanPortions.Of(cells, c => c.Key.Person))
        {
            var changes = portion.ConvertAll(Reverse);
            var plan = await OpenPlan.Of(db, actor, changes.ConvertAll(c => c.Key), today, ct);
            if (plan.Apply(new ChangePlan.Command(changes), reason) is { } no)
                return no;
            Restore(changes);
            _ = await plan.Keep(null, now, ct, _batch);
            db.ChangeTracker.Clear();
            done += portion.Count;
            progress?.Report(new ImportProgress(done, cells.Count));
        }
        return null;
    }

    /// <summary>A hold whose day has passed meanwhile would be gone by now, import or not.</summary>
    private ChangePlan.Change Reverse(ImportedCell cell)
    {
        var held = _before[cell.Key].FirstOrDefault(r => r.HoldUntil is not null)?.HoldUntil;
        var was = held < today ? cell.Was with { Tentative = Minutes.Zero } : cell.Was;
        return new ChangePlan.Change(
            cell.Key,
            null,
            was,
            null,
            was.Tentative > Minutes.Zero ? held : null
        );
    }

    /// <summary>Whose promise it was, and why the week was over the line.</summary>
    private void Restore(List<ChangePlan.Change> changes)
    {
        var keys = changes.Select(c => c.Key).ToHashSet();
        foreach (var booking in db.ChangeTracker.Entries<Booking>().Select(e => e.Entity).ToList())
        {
            var key = new CellKey(booking.Person, booking.Project, booking.Week);
            if (
                !keys.Contains(key)
                || _before[key].FirstOrDefault(r => r.HoldUntil is null != booking.IsTentative)
                    is not { } before
            )
                continue;
            booking.GiveTo(new PersonId(before.Owner));
            _ = booking.Explain(before.Reason);
        }
    }

    private async Task RemoveAway()
    {
        var ids = trail.Absences.Select(AbsenceId.From).ToArray();
        foreach (
            var absence in await db.Absences()
                .Where(a => ids.Contains(a.Id) && a.State == AbsenceState.Approved)
                .ToListAsync(ct)
        )
        {
            _ = absence.Withdraw(actor.Person, now);
            db.Record(
                "people.absence-withdrawn",
                absence.Id.Value,
                actor,
                now,
                absence,
                about: new
                {
                    person = absence.Person.Value,
                    from = absence.From,
                    to = absence.To,
                },
                batch: _batch
            );
            // Made by mistake, it would only stand in the way of the person's being removed again.
            _ = db.Remove(absence);
        }
        _ = await db.SaveChangesAsync(ct);
        _ = await db.CellComments()
            .Where(c => trail.Comments.Contains(c.Id))
            .ExecuteDeleteAsync(ct);
    }

    /// <summary>Removes what the import made; answers the names of what has to stay.</summary>
    public Task<IReadOnlyList<string>> Remove() =>
        new ImportedNames(db, actor, now, _batch, ct).Remove(
            trail.Made,
            person => db.CellComments().AnyAsync(c => c.Person == person, ct)
        );
}

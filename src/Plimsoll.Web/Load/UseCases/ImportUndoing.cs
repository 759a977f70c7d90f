using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Domain.People;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.Load.Import;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
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
    public async Task<IReadOnlyList<string>> Remove()
    {
        var kept = new List<string>();
        foreach (var id in trail.Projects.Select(ProjectId.From))
            if (await db.Projects().FirstOrDefaultAsync(p => p.Id == id, ct) is { } project)
                await Remove(project, id.Value, project.Name, "clients.project-deleted", kept);
        foreach (var id in trail.People.Select(PersonId.From))
            if (await db.People().FirstOrDefaultAsync(p => p.Id == id, ct) is { } person)
                if (await IsUsed(id))
                    kept.Add(person.Name);
                else
                    await Remove(person, id.Value, person.Name, "people.person-deleted", kept);
        foreach (var id in trail.Clients.Select(ClientId.From))
            if (await db.Clients().FirstOrDefaultAsync(c => c.Id == id, ct) is { } client)
                await Remove(client, id.Value, client.Name, "clients.client-deleted", kept);
        foreach (var id in trail.Roles.Select(RoleId.From))
            if (
                await db.Roles().FirstOrDefaultAsync(r => r.Id == id, ct) is { } role
                && !await db.People().AnyAsync(p => p.Role == id, ct)
            )
                await Remove(role, id.Value, role.Name, "people.role-deleted", kept);
        return kept;
    }

    /// <summary>Somebody has taken care of her since: an address to sign in with, a team, an absence, something she did.</summary>
    private async Task<bool> IsUsed(PersonId id) =>
        await db.Facts().AnyAsync(f => f.By == id, ct)
        || await db.Absences().AnyAsync(a => a.Person == id, ct)
        || await db.People().AnyAsync(p => p.Id == id && p.Email != null, ct)
        || await db.CellComments().AnyAsync(c => c.Person == id, ct)
        || await db.Teams().AnyAsync(t => t.Members.Any(m => m.PersonId == id), ct);

    private async Task Remove(object thing, Guid id, string name, string fact, List<string> kept)
    {
        _ = db.Remove(thing);
        db.Record(fact, id, actor, now, thing, about: new { name }, batch: _batch);
        // What points to it says no, and only this one stays: a save inside a transaction is undone by itself.
        if (await db.Save(ct) is not null)
            kept.Add(name);
        db.ChangeTracker.Clear();
    }
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Domain.People;
using Plimsoll.Web.Clients.Import;
using Plimsoll.Web.Clients.UseCases;
using Plimsoll.Web.Load.Import;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Imports;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.UseCases;

/// <summary>Writes what an import would do, within the transaction of the one who applies it.</summary>
internal sealed class ImportWriting(
    PlimsollDb db,
    Actor actor,
    DateOnly today,
    DateTime now,
    ImportWork work,
    IProgress<ImportProgress>? progress,
    CancellationToken ct
)
{
    private readonly Guid _batch = Guid.CreateVersion7();
    private readonly List<Absence> _absences = [];
    private readonly List<CellComment> _comments = [];
    private readonly List<ReplacedBooking> _replaced = [];
    private MadeNames _made = null!;

    public async Task<Outcome<ImportResult>> Write(FileImport import, string reason)
    {
        _made = await new ImportedNames(db, actor, now, _batch, ct).Make(work.Cast);
        if (await TakeAway() is { } away)
            return away;
        Comment();
        _ = await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        if (await ChangeCells(reason) is { } no)
            return no;
        var result = Result();
        _ = db.Attach(import);
        db.Record(
            "load.plan-imported",
            import.Id,
            actor,
            now,
            about: new
            {
                file = import.FileName,
                cells = result.Cells,
                absences = result.Absences,
            },
            batch: _batch
        );
        import.Applied(_batch, ImportJson.Write(result), ImportJson.Write(Trail()));
        return result;
    }

    private async Task<Refusal?> TakeAway()
    {
        foreach (var away in work.Away)
        {
            var (from, to, half) = away.Days;
            if (
                Absence
                    .Ask(away.Person, away.Kind, from, to, half, null, actor.Person, now)
                    .Refused(out var no, out var absence)
            )
                return no;
            if (absence.Approve(actor.Person, now) is { } undecided)
                return undecided;
            _ = db.Add(absence);
            db.Record(
                "people.absence-recorded",
                absence.Id.Value,
                actor,
                now,
                absence,
                about: new
                {
                    person = away.Person.Value,
                    from,
                    to,
                },
                batch: _batch
            );
            _absences.Add(absence);
        }
        // The weeks are asked with these days away.
        _ = await db.SaveChangesAsync(ct);
        return null;
    }

    private void Comment()
    {
        foreach (var (key, text) in work.Comments)
        {
            var comment = new CellComment
            {
                Person = key.Person,
                Project = key.Project,
                Week = key.Week,
                Text = text,
                By = actor.Person,
                At = now,
            };
            _ = db.Add(comment);
            _comments.Add(comment);
        }
    }

    /// <summary>In portions of whole people, so that each week is judged with all of its cells.</summary>
    private async Task<Refusal?> ChangeCells(string reason)
    {
        var done = 0;
        foreach (var portion in PlanPortions.Of(work.Changes, c => c.Key.Person))
        {
            var changes = portion.ConvertAll(c => new ChangePlan.Change(
                c.Key,
                null,
                c.Set,
                c.Was,
                c.HoldUntil
            ));
            await NoteReplaced(portion);
            var plan = await OpenPlan.Of(db, actor, changes.ConvertAll(c => c.Key), today, ct);
            if (plan.Apply(new ChangePlan.Command(changes), reason) is { } no)
                return no;
            _ = await plan.Keep(null, now, ct, _batch);
            db.ChangeTracker.Clear();
            done += portion.Count;
            progress?.Report(new ImportProgress(done, work.Changes.Count));
        }
        return null;
    }

    private async Task NoteReplaced(List<ImportWork.PlannedChange> portion)
    {
        var keys = portion.Where(c => !c.Was.IsEmpty).Select(c => c.Key).ToHashSet();
        if (keys.Count == 0)
            return;
        var people = keys.Select(k => k.Person).Distinct().ToArray();
        var weeks = keys.Select(k => k.Week).Distinct().ToArray();
        var bookings = await db.Bookings()
            .AsNoTracking()
            .Where(b => people.Contains(b.Person) && weeks.Contains(b.Week))
            .ToListAsync(ct);
        _replaced.AddRange(
            bookings
                .Where(b => keys.Contains(new CellKey(b.Person, b.Project, b.Week)))
                .Select(b => new ReplacedBooking(
                    b.Person.Value,
                    b.Project.Value,
                    b.Week.Monday,
                    b.HoldUntil,
                    b.Owner.Value,
                    b.OverReason
                ))
        );
    }

    private ImportResult Result() =>
        new(
            work.Changes.Count,
            _absences.Count,
            _comments.Count,
            [.. work.Cast.NewPeople.Where(p => !p.IsPlaceholder).Select(p => p.Name)],
            [.. work.Cast.NewPeople.Where(p => p.IsPlaceholder).Select(p => p.Name)],
            [.. work.Cast.NewProjects.Select(p => p.Name)],
            [.. work.Cast.NewClients.Select(c => c.Name)]
        );

    private ImportTrail Trail() =>
        new(
            _made,
            [.. _absences.Select(a => a.Id.Value)],
            [.. _comments.Select(c => c.Id)],
            _replaced
        );
}

/// <summary>Cuts a large change of the plan into portions that each hold all cells of their people.</summary>
internal static class PlanPortions
{
    private const int Enough = 4_000;

    public static IEnumerable<List<T>> Of<T>(IEnumerable<T> changes, Func<T, PersonId> person)
    {
        var portion = new List<T>();
        foreach (var one in changes.GroupBy(person))
        {
            portion.AddRange(one);
            if (portion.Count < Enough)
                continue;
            yield return portion;
            portion = [];
        }
        if (portion.Count > 0)
            yield return portion;
    }
}

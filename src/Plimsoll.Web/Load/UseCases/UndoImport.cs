using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Domain.People;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.Load.Import;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Imports;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.UseCases;

/// <summary>
/// Takes an import back as a whole: every cell as it was, and what it made goes again unless something else depends on it
/// by now. When somebody has changed a cell of it since, nothing is undone, and the cells are named.
/// </summary>
public sealed class UndoImport(
    IDbContextFactory<PlimsollDb> store,
    AgencyDay day,
    TimeProvider clock
)
{
    private const int CellsNamed = 20;

    /// <param name="Reason">Why settled weeks are over the line again, where none was kept.</param>
    public sealed record Command(Guid Import, string Runner, string Reason);

    public async Task<Outcome<Done>> Run(
        Command command,
        Actor actor,
        IProgress<ImportProgress>? progress,
        CancellationToken ct
    )
    {
        var today = await day.Today(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var importing = actor with { Door = Door.Import };
        return await store.Write<Done>(
            async db =>
            {
                var import = await db.ImportsVisibleTo(PlanImports.Subject, actor)
                    .FirstOrDefaultAsync(i => i.Id == command.Import, ct);
                if (import is null)
                    return new NotThere();
                if (import.State is not ImportState.Undoing || import.Runner != command.Runner)
                    return new ImportIsNotApplied();
                var trail = ImportJson.Read<ImportTrail>(import.Trail!);
                var cells = await Cells(db, import.Batch!.Value, ct);
                await db.TakeTurns(cells.Select(c => c.Key.Person.Value).Distinct(), ct);
                if (await ChangedSince(db, cells, ct) is { } changed)
                    return changed;
                var undoing = new ImportUndoing(db, importing, today, now, trail, progress, ct);
                if (
                    await undoing.PutBack(
                        cells,
                        command.Reason.Replace("{file}", import.FileName, StringComparison.Ordinal)
                    ) is
                    { } no
                )
                    return no;
                var kept = await undoing.Remove();
                db.ChangeTracker.Clear();
                _ = db.Attach(import);
                db.Record(
                    "load.import-undone",
                    import.Id,
                    importing,
                    now,
                    about: new { file = import.FileName, cells = cells.Count }
                );
                import.Undone(
                    ImportJson.Write(
                        ImportJson.Read<ImportResult>(import.Result!) with
                        {
                            Kept = kept,
                        }
                    )
                );
                return Done.It;
            },
            ct
        );
    }

    /// <summary>What the import did to each cell, as its facts tell.</summary>
    private static async Task<List<ImportedCell>> Cells(
        PlimsollDb db,
        Guid batch,
        CancellationToken ct
    )
    {
        var told = await db.Facts()
            .AsNoTracking()
            .Where(f => f.Batch == batch && PlanFact.Kinds.Contains(f.Kind))
            .OrderBy(f => f.Id)
            .Select(f => new { f.About, f.Changes })
            .ToListAsync(ct);
        return
        [
            .. told.Select(f => PlanFact.Read(f.About, f.Changes))
                .OfType<PlanFact.Told>()
                .Select(t => new ImportedCell(t.Key, t.Was, t.Now)),
        ];
    }

    private static async Task<Refusal?> ChangedSince(
        PlimsollDb db,
        List<ImportedCell> cells,
        CancellationToken ct
    )
    {
        if (cells.Count == 0)
            return null;
        var (first, last) = (cells.Min(c => c.Key.Week), cells.Max(c => c.Key.Week));
        var now = new Dictionary<CellKey, PlanCell>();
        await foreach (
            var time in db.Planned(first, first.WeeksUntil(last) + 1)
                .AsAsyncEnumerable()
                .WithCancellation(ct)
        )
        {
            var key = new CellKey(time.Person, time.Project, Week.Of(time.Week));
            var cell = now.GetValueOrDefault(key);
            var minutes = new Minutes(time.Planned);
            now[key] =
                time.Certainty is Certainty.Tentative
                    ? cell with
                    {
                        Tentative = minutes,
                    }
                    : cell with
                    {
                        Confirmed = minutes,
                    };
        }
        var changed = cells.FindAll(c => now.GetValueOrDefault(c.Key) != c.Now);
        return changed.Count == 0
            ? null
            : new ImportChangedSince(changed.Count, await Names(db, changed, ct));
    }

    private static async Task<string> Names(
        PlimsollDb db,
        List<ImportedCell> changed,
        CancellationToken ct
    )
    {
        var named = changed.Take(CellsNamed).ToList();
        var peopleIds = named.Select(c => c.Key.Person).Distinct().ToArray();
        var projectIds = named.Select(c => c.Key.Project).Distinct().ToArray();
        var people = await db.People()
            .Where(p => peopleIds.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var projects = await db.Projects()
            .Where(p => projectIds.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var list = string.Join(
            "; ",
            named.Select(c =>
                $"{people.GetValueOrDefault(c.Key.Person)}, {projects.GetValueOrDefault(c.Key.Project)}, {c.Key.Week}"
            )
        );
        return changed.Count > CellsNamed ? list + "; …" : list;
    }
}

/// <summary>A cell that an import changed.</summary>
internal sealed record ImportedCell(CellKey Key, PlanCell Was, PlanCell Now);

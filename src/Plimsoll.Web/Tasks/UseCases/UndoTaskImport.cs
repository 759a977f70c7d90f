using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.Clients.UseCases;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Imports;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Import;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.UseCases;

/// <summary>
/// Takes an import of tasks back as a whole: its tasks are removed, and what it made besides goes again unless something
/// else depends on it by now. When somebody has changed one of its tasks since, nothing is undone, and they are named.
/// </summary>
public sealed class UndoTaskImport(
    IDbContextFactory<PlimsollDb> store,
    FactSignal signal,
    TimeProvider clock
)
{
    private const int Named = 20;
    private const int Portion = 500;

    public sealed record Command(Guid Import, string Runner);

    public async Task<Outcome<Done>> Run(
        Command command,
        Actor actor,
        IProgress<ImportProgress>? progress,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var importing = actor with { Door = Door.Import };
        var outcome = await store.Write<Done>(
            async db =>
            {
                var import = await db.ImportsVisibleTo(TaskImports.Subject, actor)
                    .FirstOrDefaultAsync(i => i.Id == command.Import, ct);
                if (import is null)
                    return new NotThere();
                if (import.State is not ImportState.Undoing || import.Runner != command.Runner)
                    return new ImportIsNotApplied();
                var batch = import.Batch!.Value;
                await db.TakeTurns([batch], ct);
                if (await ChangedSince(db, batch, ct) is { } changed)
                    return changed;
                var undone = Guid.CreateVersion7();
                var removed = await Remove(db, batch, importing, now, undone, progress, ct);
                var trail = ImportJson.Read<TaskImportTrail>(import.Trail!);
                await RemoveStreams(db, trail, importing, now, undone, ct);
                db.ChangeTracker.Clear();
                var kept = await new ImportedNames(db, importing, now, undone, ct).Remove(
                    trail.Made,
                    _ => Task.FromResult(false)
                );
                db.ChangeTracker.Clear();
                _ = db.Attach(import);
                db.Record(
                    "tasks.import-undone",
                    import.Id,
                    importing,
                    now,
                    about: new { file = import.FileName, tasks = removed }
                );
                import.Undone(
                    ImportJson.Write(
                        ImportJson.Read<TaskImportResult>(import.Result!) with
                        {
                            Kept = kept,
                        }
                    )
                );
                return Done.It;
            },
            ct
        );
        if (!outcome.IsRefused)
            signal.Raise();
        return outcome;
    }

    /// <summary>The tasks that an import wrote down, as its facts tell.</summary>
    private static IQueryable<Guid> Brought(PlimsollDb db, Guid batch) =>
        db.Facts().Where(f => f.Batch == batch && f.Kind == TaskFact.Added).Select(f => f.Subject);

    /// <summary>
    /// Anything that was done to one of its tasks, but for its place in a column; what waits for one of them; and what
    /// was said of one of them here.
    /// </summary>
    private static async Task<Refusal?> ChangedSince(
        PlimsollDb db,
        Guid batch,
        CancellationToken ct
    )
    {
        var brought = Brought(db, batch);
        var touched = await db.Facts()
            .Where(f =>
                f.Batch != batch && f.Kind != TaskFact.Placed && brought.Contains(f.Subject)
            )
            .Select(f => f.Subject)
            .Distinct()
            .ToListAsync(ct);
        var ids = (await brought.ToListAsync(ct)).ConvertAll(TaskId.From);
        foreach (var portion in ids.Chunk(Portion))
            touched.AddRange(
                (
                    await db.Tasks()
                        .SelectMany(t => t.Waits, (t, w) => new { t.Id, w.For })
                        .Where(w => portion.Contains(w.For))
                        .ToListAsync(ct)
                )
                    .Where(w => !ids.Contains(w.Id))
                    .Select(w => w.For.Value)
            );
        touched.AddRange(
            (
                await db.Comments()
                    .Where(c =>
                        brought.Contains((Guid)(object)c.Task)
                        && c.DeletedAt == null
                        && (c.Through != Door.Import || c.EditedAt != null)
                    )
                    .Select(c => c.Task)
                    .Distinct()
                    .ToListAsync(ct)
            ).Select(t => t.Value)
        );
        touched = [.. touched.Distinct()];
        if (touched.Count == 0)
            return null;
        var named = touched.Take(Named).Select(TaskId.From).ToList();
        var keys = await db.Tasks()
            .Where(t => named.Contains(t.Id))
            .Join(db.Projects(), t => t.Project, p => p.Id, (t, p) => new { p.Code, t.Number })
            .ToListAsync(ct);
        var list = string.Join(
            ", ",
            keys.Select(k => new TaskKey(k.Code ?? "", k.Number).ToString())
        );
        return new ImportChangedSince(touched.Count, touched.Count > Named ? list + ", …" : list);
    }

    private static async Task<int> Remove(
        PlimsollDb db,
        Guid batch,
        Actor actor,
        DateTime now,
        Guid undone,
        IProgress<ImportProgress>? progress,
        CancellationToken ct
    )
    {
        var ids = (await Brought(db, batch).ToListAsync(ct)).ConvertAll(TaskId.From);
        // They let go of each other first.
        foreach (var portion in ids.Chunk(Portion))
        {
            foreach (
                var task in await db.Tasks()
                    .Where(t => portion.Contains(t.Id) && t.Waits.Any())
                    .AsSplitQuery()
                    .ToListAsync(ct)
            )
            foreach (var first in task.Waits.Select(w => w.For).ToList())
                task.StopWaitingFor(first);
            _ = await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
        var done = 0;
        foreach (var portion in ids.Chunk(Portion))
        {
            await db.LetFilesGo(portion, now, ct);
            foreach (
                var task in await db.Tasks()
                    .Where(t => portion.Contains(t.Id))
                    .AsSplitQuery()
                    .ToListAsync(ct)
            )
            {
                _ = db.RecordTask(TaskFact.Deleted, task, task.Content(), actor, now, undone);
                _ = db.Remove(task);
                done++;
            }
            _ = await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            progress?.Report(new ImportProgress(done, ids.Count));
        }
        return done;
    }

    /// <summary>A stream that another task is of by now stays.</summary>
    private static async Task RemoveStreams(
        PlimsollDb db,
        TaskImportTrail trail,
        Actor actor,
        DateTime now,
        Guid undone,
        CancellationToken ct
    )
    {
        foreach (var of in trail.Streams.GroupBy(s => s.Project))
        {
            var id = new ProjectId(of.Key);
            var project = await db.Projects().FirstOrDefaultAsync(p => p.Id == id, ct);
            if (project is null || trail.Made.Projects.Contains(of.Key))
                continue;
            foreach (var stream in of.Select(s => new StreamId(s.Stream)))
            {
                var name = project.Streams.FirstOrDefault(s => s.Id == stream)?.Name;
                if (
                    name is null
                    || await db.Tasks().AnyAsync(t => t.Stream == stream, ct)
                    || project.RemoveStream(stream) is not null
                )
                    continue;
                db.Record(
                    "clients.stream-removed",
                    of.Key,
                    actor,
                    now,
                    about: new { stream = name },
                    batch: undone
                );
            }
            _ = await db.SaveChangesAsync(ct);
        }
    }
}

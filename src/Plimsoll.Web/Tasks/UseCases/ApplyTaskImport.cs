using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Imports;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Import;
using Plimsoll.Web.Tasks.Queries;

namespace Plimsoll.Web.Tasks.UseCases;

/// <summary>
/// Takes a file of tasks over, as its preview showed: people, projects and streams to be made, and every task; all of it
/// or nothing, in one transaction (PRODUCT 9.1).
/// </summary>
public sealed class ApplyTaskImport(
    IDbContextFactory<PlimsollDb> store,
    FactSignal signal,
    TimeProvider clock
)
{
    /// <param name="Runner">Who took it to be applied (<see cref="StartImport"/>).</param>
    public sealed record Command(Guid Import, string Runner);

    public async Task<Outcome<TaskImportResult>> Run(
        Command command,
        Actor actor,
        IProgress<ImportProgress>? progress,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        // Through this door it came, whoever opened it.
        var importing = actor with
        {
            Door = Door.Import,
        };
        var outcome = await store.Write<TaskImportResult>(
            async db =>
            {
                var import = await db.ImportsVisibleTo(TaskImports.Subject, actor)
                    .FirstOrDefaultAsync(i => i.Id == command.Import, ct);
                if (import is null)
                    return new NotThere();
                if (import.State is not ImportState.Applying || import.Runner != command.Runner)
                    return new ImportIsNoDraft();
                var work = await TaskImportWork.Of(db, import, importing, ct);
                if (work.Errors > 0)
                    return new ImportHasProblems(work.Errors);
                return await new TaskWriting(db, importing, now, work, progress, ct).Write(import);
            },
            ct
        );
        if (!outcome.IsRefused)
            signal.Raise();
        return outcome;
    }
}

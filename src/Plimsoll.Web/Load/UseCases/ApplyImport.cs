using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Domain.People;
using Plimsoll.Web.Load.Import;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Imports;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.UseCases;

/// <summary>
/// Takes a sheet over into the plan, as its preview showed: people and projects to be made, absences, comments and every
/// cell, by the laws of <see cref="ChangePlan"/>; all of it or nothing, in one transaction (PRODUCT 9.1).
/// </summary>
public sealed class ApplyImport(
    IDbContextFactory<PlimsollDb> store,
    AgencyDay day,
    TimeProvider clock
)
{
    /// <param name="Runner">Who took it to be applied (<see cref="StartImport"/>).</param>
    /// <param name="UsualReason">Why settled weeks are over the line when nobody said so; may name <c>{file}</c>.</param>
    public sealed record Command(Guid Import, string Runner, string UsualReason);

    public async Task<Outcome<ImportResult>> Run(
        Command command,
        Actor actor,
        IProgress<ImportProgress>? progress,
        CancellationToken ct
    )
    {
        var today = await day.Today(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        // Through this door it came, whoever opened it.
        var importing = actor with
        {
            Door = Door.Import,
        };
        return await store.Write<ImportResult>(
            async db =>
            {
                var import = await db.ImportsVisibleTo(PlanImports.Subject, actor)
                    .FirstOrDefaultAsync(i => i.Id == command.Import, ct);
                if (import is null)
                    return new NotThere();
                if (import.State is not ImportState.Applying || import.Runner != command.Runner)
                    return new ImportIsNoDraft();
                var work = await ImportWork.Of(db, import, importing, today, ct);
                if (work.Errors > 0)
                    return new ImportHasProblems(work.Errors);
                await db.TakeTurns(work.Cast.Existing.Select(p => p.Value), ct);
                var writing = new ImportWriting(db, importing, today, now, work, progress, ct);
                return await writing.Write(import, Reason(command, work.Answers, import.FileName));
            },
            ct
        );
    }

    private static string Reason(Command command, ImportAnswers answers, string file)
    {
        var reason =
            answers.Reason ?? command.UsualReason.Replace("{file}", file, StringComparison.Ordinal);
        return reason.Length > Booking.ReasonLimit ? reason[..Booking.ReasonLimit] : reason;
    }
}

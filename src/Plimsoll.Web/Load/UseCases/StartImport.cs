using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Load.Import;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.UseCases;

/// <summary>Takes an import to be applied or undone: of two who ask at once, one gets it.</summary>
public sealed class StartImport(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    /// <param name="Runner">The running program that will do it.</param>
    /// <param name="Reason">Why settled weeks may be over the line.</param>
    public sealed record Command(Guid Import, bool Undo, string Runner, string? Reason = null);

    public async Task<Outcome<Done>> Run(Command command, Actor actor, CancellationToken ct)
    {
        var reason = Line.Optional(command.Reason, "reason", Booking.ReasonLimit);
        if (reason.Refusal is { } tooLong)
            return tooLong;
        await using var db = await store.CreateDbContextAsync(ct);
        if (
            await db.PlanImportsVisibleTo(actor)
                .FirstOrDefaultAsync(i => i.Id == command.Import, ct)
            is not { } import
        )
            return new NotThere();
        var now = clock.GetUtcNow().UtcDateTime;
        if (import.Start(command.Undo, command.Runner, now) is { } no)
            return no;
        if (reason.Value is { } said)
            import.Answers = ImportJson.Write(
                ImportJson.Read<ImportAnswers>(import.Answers) with
                {
                    Reason = said,
                }
            );
        // Somebody else was first.
        return await db.Save(ct) is null ? Done.It
            : command.Undo ? new ImportIsNotApplied()
            : new ImportIsNoDraft();
    }
}

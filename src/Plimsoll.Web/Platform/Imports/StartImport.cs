using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Imports;

/// <summary>Takes an import to be applied or undone: of two who ask at once, one gets it.</summary>
public sealed class StartImport(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    /// <param name="Runner">The running program that will do it.</param>
    /// <param name="Said">What is answered besides as the work begins: the answers kept so far, to the new ones.</param>
    public sealed record Command(
        Guid Import,
        bool Undo,
        string Runner,
        Func<string, string>? Said = null
    );

    public async Task<Outcome<Done>> Run(
        ImportSubject subject,
        Command command,
        Actor actor,
        CancellationToken ct
    )
    {
        await using var db = await store.CreateDbContextAsync(ct);
        if (
            await db.ImportsVisibleTo(subject, actor)
                .FirstOrDefaultAsync(i => i.Id == command.Import, ct)
            is not { } import
        )
            return new NotThere();
        var now = clock.GetUtcNow().UtcDateTime;
        if (import.Start(command.Undo, command.Runner, now) is { } no)
            return no;
        if (command.Said is { } said)
            import.Answers = said(import.Answers);
        // Somebody else was first.
        return await db.Save(ct) is null ? Done.It
            : command.Undo ? new ImportIsNotApplied()
            : new ImportIsNoDraft();
    }
}

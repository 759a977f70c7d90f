using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Imports;

/// <summary>
/// Gives back imports whose work stopped half-way: it was one transaction, so nothing of it is there. One that is put
/// back too early does no harm either: whoever still works on it finds it taken away, and keeps nothing.
/// </summary>
public sealed class PutBackImports(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <param name="Import">The one that is looked at, or every one.</param>
    /// <param name="Program">The program that asks; what it is not at work on, but says it is, was left.</param>
    /// <param name="AtWork">What that program is at work on.</param>
    public sealed record Command(
        Guid? Import,
        string Program,
        IReadOnlyCollection<Guid> AtWork,
        string? Trouble = null
    );

    public async Task<Outcome<Done>> Run(Command command, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var at = await db.Imports()
            .Where(i => i.State == ImportState.Applying || i.State == ImportState.Undoing)
            .Where(i => command.Import == null || i.Id == command.Import)
            .ToListAsync(ct);
        var old = clock.GetUtcNow().UtcDateTime - Longest;
        foreach (var import in at)
            if (
                !command.AtWork.Contains(import.Id)
                && (
                    import.Runner?.StartsWith(command.Program, StringComparison.Ordinal) == true
                    || import.StartedAt < old
                )
            )
                import.PutBack(command.Trouble);
        return await db.Save(ct) is { } collision ? collision : Done.It;
    }
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Imports;

/// <summary>Throws a draft away; what was taken over is undone instead, and stays on record.</summary>
public sealed class DropImport(IDbContextFactory<PlimsollDb> store)
{
    public async Task<Outcome<Done>> Run(
        ImportSubject subject,
        Guid id,
        Actor actor,
        CancellationToken ct
    )
    {
        await using var db = await store.CreateDbContextAsync(ct);
        if (
            await db.ImportsVisibleTo(subject, actor).FirstOrDefaultAsync(i => i.Id == id, ct)
            is not { } import
        )
            return new NotThere();
        if (import.State is not ImportState.Draft)
            return new ImportIsNoDraft();
        _ = db.Remove(import);
        return await db.Save(ct) is { } collision ? collision : Done.It;
    }
}

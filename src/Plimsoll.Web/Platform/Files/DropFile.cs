using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Files;

/// <summary>Takes back a file that one has brought, while nothing holds it; the sweep takes its bytes.</summary>
public sealed class DropFile(
    IDbContextFactory<PlimsollDb> store,
    FoundFile files,
    TimeProvider clock
)
{
    public async Task<Outcome<Done>> Run(Guid id, Actor actor, CancellationToken ct)
    {
        if ((await files.Ask(id, actor, ct)).Refused(out var no, out _))
            return no;
        await using var db = await store.CreateDbContextAsync(ct);
        var file = await db.Files()
            .FirstOrDefaultAsync(f => f.Id == id && f.Holder == null && f.By == actor.Person, ct);
        if (file is null)
            return new FileIsHeld();
        _ = db.Remove(file);
        db.Record("platform.file-dropped", id, actor, clock.GetUtcNow().UtcDateTime);
        return await db.Save(ct) is { } collision ? collision : Done.It;
    }
}

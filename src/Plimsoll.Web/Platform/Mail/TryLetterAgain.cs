using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Mail;

/// <summary>The owner has mended what kept a letter from leaving; it starts over (PRODUCT 8: settings).</summary>
public sealed class TryLetterAgain(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    public async Task<Outcome<Done>> Run(Guid id, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.Settings))
            return new NotAllowed();
        await using var db = await store.CreateDbContextAsync(ct);
        if (await db.Letters().FirstOrDefaultAsync(l => l.Id == id, ct) is not { } letter)
            return new NotThere();
        var now = clock.GetUtcNow().UtcDateTime;
        if (!letter.TryAgain(now))
            return Done.It;
        db.Record("platform.letter-tried-again", id, actor, now);
        return await db.Save(ct) is { } no ? no : Done.It;
    }
}

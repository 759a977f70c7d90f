using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.UseCases;

/// <summary>Sign out of one browser, this one or another of her own.</summary>
public sealed class EndSession(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    public async Task<Outcome<Done>> Run(Guid session, Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await store.CreateDbContextAsync(ct);
        var account = await db.AccountOf(actor, ct);
        if (
            await db.Sessions()
                .FirstOrDefaultAsync(s => s.Id == session && s.Account == account.Id, ct)
            is not { } found
        )
            return new NotThere();
        if (found.Ended is not null)
            return Done.It;
        found.Ended = now;
        db.Record("signin.left", actor.Person.Value, actor, now);
        return await db.Save(ct) is { } no ? no : Done.It;
    }
}

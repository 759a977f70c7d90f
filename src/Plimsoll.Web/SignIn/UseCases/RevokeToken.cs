using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.UseCases;

/// <summary>Takes back a token of one's own; its next use is refused.</summary>
public sealed class RevokeToken(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    public async Task<Outcome<Done>> Run(Guid id, Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await store.CreateDbContextAsync(ct);
        var account = await db.AccountOf(actor, ct);
        if (
            await db.AccessTokens()
                .FirstOrDefaultAsync(t => t.Id == id && t.Account == account.Id, ct)
            is not { } token
        )
            return new NotThere();
        token.Revoke(now);
        db.Record(
            "signin.token-revoked",
            actor.Person.Value,
            actor,
            now,
            about: new { token = id, token.Name }
        );
        return await db.Save(ct) is { } no ? no : Done.It;
    }
}

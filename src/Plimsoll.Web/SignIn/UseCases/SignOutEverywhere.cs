using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.UseCases;

/// <summary>Sign out of all browsers but the one at hand; if wished, the tokens go too.</summary>
public sealed class SignOutEverywhere(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    public sealed record Command(Guid? Keep, bool TokensToo);

    public async Task<Outcome<Done>> Run(Command command, Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await store.CreateDbContextAsync(ct);
        var account = await db.AccountOf(actor, ct);
        await db.Close(account.Id, command.Keep, command.TokensToo, now, ct);
        db.Record(
            "signin.left-everywhere",
            actor.Person.Value,
            actor,
            now,
            about: new { tokens = command.TokensToo }
        );
        return await db.Save(ct) is { } no ? no : Done.It;
    }
}

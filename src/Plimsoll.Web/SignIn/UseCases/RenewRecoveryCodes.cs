using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.UseCases;

/// <summary>Ten new recovery codes; the old ones open nothing any more.</summary>
public sealed class RenewRecoveryCodes(
    IDbContextFactory<PlimsollDb> store,
    OwnPassword password,
    TimeProvider clock
)
{
    public async Task<Outcome<string[]>> Run(string? current, Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await store.CreateDbContextAsync(ct);
        var account = await db.AccountOf(actor, ct);
        if (!await db.SecondFactors().AnyAsync(f => f.Account == account.Id && f.Since != null, ct))
            return new NotThere();
        if (await password.IsNot(db, account, current, now, ct) is { } other)
            return other;
        var codes = await db.NewRecoveryCodes(account.Id, ct);
        db.Record("signin.recovery-codes-renewed", actor.Person.Value, actor, now);
        if (await db.Save(ct) is { } no)
            return no;
        return codes;
    }
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.UseCases;

/// <summary>Makes the secret for an authenticator. It is asked for once a first code has shown that it arrived.</summary>
public sealed class OfferSecondFactor(IDbContextFactory<PlimsollDb> store, OneTimeCodes codes)
{
    public async Task<Outcome<Done>> Run(Actor actor, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var account = await db.AccountOf(actor, ct);
        var factor = await db.SecondFactors().FirstOrDefaultAsync(f => f.Account == account.Id, ct);
        if (factor?.Since is not null)
            return new SecondFactorIsOn();
        if (factor is not null)
            return Done.It;
        _ = db.SecondFactors().Add(new() { Account = account.Id, Secret = codes.NewSecret() });
        return await db.Save(ct) is { } no ? no : Done.It;
    }
}

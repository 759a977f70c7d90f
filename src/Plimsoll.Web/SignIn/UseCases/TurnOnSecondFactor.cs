using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Mail;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.UseCases;

/// <summary>A first right code turns the second factor on; the recovery codes are given out this one time.</summary>
public sealed class TurnOnSecondFactor(
    IDbContextFactory<PlimsollDb> store,
    OneTimeCodes codes,
    SecurityLetters letters,
    TimeProvider clock
)
{
    public async Task<Outcome<string[]>> Run(string? code, Actor actor, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(code))
            return new IsMissing("code");
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await store.CreateDbContextAsync(ct);
        var account = await db.AccountOf(actor, ct);
        var factor = await db.SecondFactors().FirstOrDefaultAsync(f => f.Account == account.Id, ct);
        if (factor is null)
            return new NotThere();
        if (factor.Since is not null)
            return new SecondFactorIsOn();
        if (codes.StepOf(factor.Secret, code, now) is not { } step)
            return new WrongCode();
        (factor.Since, factor.LastStep) = (now, step);
        var recovery = await db.NewRecoveryCodes(account.Id, ct);
        db.Record("signin.second-factor-on", actor.Person.Value, actor, now);
        db.Send(letters.Tell(account, "second-factor-on", now));
        if (await db.Save(ct) is { } no)
            return no;
        return recovery;
    }
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.UseCases;

/// <summary>The second step of signing in: the code of now, once, or a recovery code, once.</summary>
public sealed class EnterWithCode(
    IDbContextFactory<PlimsollDb> store,
    OneTimeCodes codes,
    Attempts attempts,
    TimeProvider clock
)
{
    public sealed record Command(Guid Account, string? Code, string From);

    public async Task<Outcome<Guid>> Run(Command command, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(command.Code))
            return new IsMissing("code");
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await store.CreateDbContextAsync(ct);
        var account = await db.Accounts().SingleAsync(a => a.Id == command.Account, ct);
        if (!attempts.MayTry(command.From) || account.IsLocked(now))
            return new TooManyTries();
        if (
            await IsCodeOfNow(db, account.Id, command.Code, now, ct)
            || await IsRecoveryCode(db, account, command.Code, now, ct)
        )
        {
            await Lockout.Passed(db, account, ct);
            return account.Id;
        }
        attempts.Failed(command.From);
        await Lockout.Failed(db, account, now, ct);
        return new WrongCode();
    }

    private async Task<bool> IsCodeOfNow(
        PlimsollDb db,
        Guid account,
        string code,
        DateTime now,
        CancellationToken ct
    )
    {
        var secret = await db.SecondFactors()
            .Where(f => f.Account == account && f.Since != null)
            .Select(f => f.Secret)
            .FirstOrDefaultAsync(ct);
        return secret is not null
            && codes.StepOf(secret, code, now) is { } step
            && await db.SecondFactors()
                .Where(f => f.Account == account && f.LastStep < step)
                .ExecuteUpdateAsync(s => s.SetProperty(f => f.LastStep, step), ct) == 1;
    }

    private static async Task<bool> IsRecoveryCode(
        PlimsollDb db,
        Account account,
        string code,
        DateTime now,
        CancellationToken ct
    )
    {
        var hash = Secrets.HashOf(Secrets.PlainCode(code));
        var used = await db.RecoveryCodes()
            .Where(c => c.Account == account.Id && c.Hash == hash && c.Used == null)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.Used, now), ct);
        if (used == 0)
            return false;
        db.Record(
            "signin.recovery-code-used",
            account.Person.Value,
            new Actor(account.Person, Position.TeamMember, Door.Page),
            now
        );
        return await db.Save(ct) is null;
    }
}

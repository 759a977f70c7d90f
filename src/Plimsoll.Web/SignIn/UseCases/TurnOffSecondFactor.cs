using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Mail;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.UseCases;

/// <summary>Turns the own second factor off; asks for the password, since a borrowed browser is signed in too.</summary>
public sealed class TurnOffSecondFactor(
    IDbContextFactory<PlimsollDb> store,
    OwnPassword password,
    SecurityLetters letters,
    TimeProvider clock
)
{
    public async Task<Outcome<Done>> Run(string? current, Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await store.CreateDbContextAsync(ct);
        var account = await db.AccountOf(actor, ct);
        if (await password.IsNot(db, account, current, now, ct) is { } other)
            return other;
        await db.RemoveSecondFactor(account.Id, ct);
        db.Record("signin.second-factor-off", actor.Person.Value, actor, now);
        db.Send(letters.Tell(account, "second-factor-off", now));
        return await db.Save(ct) is { } no ? no : Done.It;
    }
}

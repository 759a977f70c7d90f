using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Mail;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.UseCases;

/// <summary>
/// Somebody's laptop or phone is gone: all her browsers are signed out, her tokens and calendar addresses revoked, and, if she has lost
/// what shows her codes, the second factor is taken off.
/// </summary>
public sealed class ShutPersonOut(
    IDbContextFactory<PlimsollDb> store,
    SecurityLetters letters,
    TimeProvider clock
)
{
    public sealed record Command(PersonId Person, bool SecondFactorToo);

    public async Task<Outcome<Done>> Run(Command command, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.Invite))
            return new NotAllowed();
        await using var db = await store.CreateDbContextAsync(ct);
        var (id, now) = (command.Person, clock.GetUtcNow().UtcDateTime);
        if (await db.People().FirstOrDefaultAsync(p => p.Id == id, ct) is not { } person)
            return new NotThere();
        if (person.Position is Position.Owner && actor.Position is not Position.Owner)
            return new OnlyOwnerOpensForOwner();
        if (await db.Accounts().FirstOrDefaultAsync(a => a.Person == id, ct) is not { } account)
            return new PersonHasNoAccount();
        await db.Close(account.Id, keep: null, tokensToo: true, now, ct);
        db.Record("signin.shut-out", id.Value, actor, now);
        if (command.SecondFactorToo)
        {
            await db.RemoveSecondFactor(account.Id, ct);
            db.Record("signin.second-factor-off", id.Value, actor, now);
            db.Send(letters.Tell(account, "second-factor-off", now));
        }
        return await db.Save(ct) is { } no ? no : Done.It;
    }
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Mail;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.UseCases;

/// <summary>
/// A new password by a link. All browsers are signed out and the lock is lifted; the second factor stays, for a mailbox
/// that somebody else reads must not be enough.
/// </summary>
public sealed class ResetPassword(
    IDbContextFactory<PlimsollDb> store,
    OwnPassword password,
    SecurityLetters letters,
    Attempts attempts,
    TimeProvider clock
)
{
    public sealed record Command(string? Secret, string? Password, string From);

    public async Task<Outcome<Done>> Run(Command command, CancellationToken ct)
    {
        if (!attempts.MayTry(command.From))
            return new TooManyTries();
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await store.CreateDbContextAsync(ct);
        var link = await db.OpenLink(command.Secret, LinkKind.Reset, now, ct);
        var person = link is null
            ? null
            : await db.People().FirstOrDefaultAsync(p => p.Id == link.Person, ct);
        if (person is not { MaySignIn: true })
        {
            attempts.Failed(command.From);
            return new LinkIsSpent();
        }
        var account = await db.Accounts().SingleAsync(a => a.Person == person.Id, ct);
        if (password.Set(account, command.Password) is { } unfit)
            return unfit;
        (account.AccessFailedCount, account.LockoutEnd) = (0, null);
        link!.Spend(now);
        await db.Close(account.Id, keep: null, tokensToo: false, now, ct);
        var actor = new Actor(person.Id, person.Position, Door.Page);
        db.Record("signin.password-reset", person.Id.Value, actor, now);
        db.Send(letters.Tell(account, "password-changed", now));
        return await db.Save(ct) is null ? Done.It : new LinkIsSpent();
    }
}

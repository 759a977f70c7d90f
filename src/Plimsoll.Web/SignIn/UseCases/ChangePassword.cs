using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Mail;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.UseCases;

/// <summary>A new password for the old one. Every other browser is signed out: the old one may be why.</summary>
public sealed class ChangePassword(
    IDbContextFactory<PlimsollDb> store,
    OwnPassword password,
    SecurityLetters letters,
    TimeProvider clock
)
{
    public sealed record Command(string? Current, string? New, Guid? Session);

    public async Task<Outcome<Done>> Run(Command command, Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await store.CreateDbContextAsync(ct);
        var account = await db.AccountOf(actor, ct);
        if (await password.IsNot(db, account, command.Current, now, ct) is { } other)
            return other;
        if (password.Set(account, command.New) is { } unfit)
            return unfit;
        await db.Close(account.Id, command.Session, tokensToo: false, now, ct);
        db.Record("signin.password-changed", actor.Person.Value, actor, now);
        db.Send(letters.Tell(account, "password-changed", now));
        return await db.Save(ct) is { } no ? no : Done.It;
    }
}

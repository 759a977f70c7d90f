using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.UseCases;

/// <summary>The invited chooses a password: her account is made, and the link is spent.</summary>
public sealed class AcceptInvitation(
    IDbContextFactory<PlimsollDb> store,
    OwnPassword password,
    Attempts attempts,
    TimeProvider clock
)
{
    public sealed record Command(string? Secret, string? Password, string? Language, string From);

    public async Task<Outcome<Guid>> Run(Command command, CancellationToken ct)
    {
        if (!attempts.MayTry(command.From))
            return new TooManyTries();
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await store.CreateDbContextAsync(ct);
        var link = await db.OpenLink(command.Secret, LinkKind.Invitation, now, ct);
        var person = link is null
            ? null
            : await db.People().FirstOrDefaultAsync(p => p.Id == link.Person, ct);
        if (person is not { MaySignIn: true, Email: not null })
        {
            attempts.Failed(command.From);
            return new LinkIsSpent();
        }
        var account = OpenWorkspace.AccountOf(person, command.Language);
        if (password.Set(account, command.Password) is { } unfit)
            return unfit;
        link!.Spend(now);
        _ = db.Accounts().Add(account);
        var actor = new Actor(person.Id, person.Position, Door.Page);
        db.Record("signin.invitation-accepted", person.Id.Value, actor, now);
        // Two who open one link at once: the version of the link, or the person's one account, lets the second fall.
        return await db.Save(ct) is null ? account.Id : new LinkIsSpent();
    }
}

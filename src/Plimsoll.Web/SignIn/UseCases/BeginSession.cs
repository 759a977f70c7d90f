using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.UseCases;

/// <summary>How somebody has shown who she is.</summary>
public enum Proof
{
    Password,
    PasswordAndCode,
    Passkey,
    Link,
    FirstRun,
}

/// <summary>Somebody has shown who she is: her session begins.</summary>
public sealed class BeginSession(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    public sealed record Command(Guid Account, Proof Proof, string Browser);

    public async Task<Guid> Run(Command command, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await store.CreateDbContextAsync(ct);
        var who = await db.Accounts()
            .Where(a => a.Id == command.Account)
            .Join(db.People(), a => a.Person, p => p.Id, (_, p) => new { p.Id, p.Position })
            .SingleAsync(ct);
        var browser = command.Browser;
        var session = new Session
        {
            Account = command.Account,
            Began = now,
            Seen = now,
            Browser =
                browser.Length > Session.BrowserLimit ? browser[..Session.BrowserLimit] : browser,
        };
        _ = db.Sessions().Add(session);
        db.Record(
            "signin.entered",
            who.Id.Value,
            new Actor(who.Id, who.Position, Door.Page),
            now,
            about: new { proof = command.Proof.ToString() }
        );
        _ = await db.SaveChangesAsync(ct);
        return session.Id;
    }
}

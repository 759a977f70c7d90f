using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Mail;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.UseCases;

/// <summary>Where the link went: by mail to an address, or, without a mail server, to whoever made it.</summary>
public sealed record LinkMade(string? Path, string? MailedTo, DateTime Expires);

/// <summary>Invites a person to sign in (PRODUCT 8). The newest invitation counts; earlier ones are void.</summary>
public sealed class InvitePerson(
    IDbContextFactory<PlimsollDb> store,
    PostOffice post,
    SecurityLetters letters,
    TimeProvider clock
)
{
    public async Task<Outcome<LinkMade>> Run(PersonId id, Actor actor, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        if ((await Opened.For(db, id, actor, ct)).Refused(out var notHers, out var person))
            return notHers;
        if (person.Email is not { } email)
            return new PersonHasNoAddress();
        if (await db.Accounts().AnyAsync(a => a.Person == id, ct))
            return new PersonHasAccount();
        var name = Account.NameOf(email);
        if (await db.Accounts().AnyAsync(a => a.NormalizedUserName == name, ct))
            return new SignInAddressIsTaken();

        var now = clock.GetUtcNow().UtcDateTime;
        var (link, path) = await db.NewLink(id, LinkKind.Invitation, actor.Person, now, ct);
        db.Record("signin.invited", id.Value, actor, now);
        if (post.IsThere)
            db.Send(await Letter(db, email, path, person.Name, actor, now, ct));
        if (await db.Save(ct) is { } no)
            return no;
        return new LinkMade(post.IsThere ? null : path, post.IsThere ? email : null, link.Expires);
    }

    private async Task<Letter> Letter(
        PlimsollDb db,
        string email,
        string path,
        string name,
        Actor actor,
        DateTime now,
        CancellationToken ct
    )
    {
        var agency = await db.Workspaces().Select(w => w.Name).SingleAsync(ct);
        var inviter = await db.People()
            .Where(p => p.Id == actor.Person)
            .Select(p => p.Name)
            .SingleAsync(ct);
        // Nobody knows yet what the invited reads; most likely what the inviter does.
        var language = await db.Accounts()
            .Where(a => a.Person == actor.Person)
            .Select(a => a.Language)
            .FirstOrDefaultAsync(ct);
        return letters.Bring(
            email,
            language,
            LinkKind.Invitation,
            path,
            [("name", name), ("agency", agency), ("inviter", inviter)],
            now
        );
    }
}

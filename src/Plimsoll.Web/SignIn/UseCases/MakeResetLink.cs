using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Mail;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.UseCases;

/// <summary>Helps someone who cannot get in: a link to a new password, by mail or to be handed over.</summary>
public sealed class MakeResetLink(
    IDbContextFactory<PlimsollDb> store,
    PostOffice post,
    SecurityLetters letters,
    TimeProvider clock
)
{
    public async Task<Outcome<LinkMade>> Run(PersonId id, Actor actor, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        if ((await Opened.For(db, id, actor, ct)).Refusal is { } notHers)
            return notHers;
        if (await db.Accounts().FirstOrDefaultAsync(a => a.Person == id, ct) is not { } account)
            return new PersonHasNoAccount();

        var now = clock.GetUtcNow().UtcDateTime;
        var (link, path) = await db.NewLink(id, LinkKind.Reset, actor.Person, now, ct);
        db.Record("signin.reset-link-made", id.Value, actor, now);
        if (post.IsThere)
            db.Send(letters.Bring(account.Email!, account.Language, LinkKind.Reset, path, [], now));
        if (await db.Save(ct) is { } no)
            return no;
        return new LinkMade(
            post.IsThere ? null : path,
            post.IsThere ? account.Email : null,
            link.Expires
        );
    }
}

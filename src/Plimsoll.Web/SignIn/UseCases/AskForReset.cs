using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Mail;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.UseCases;

/// <summary>
/// Somebody has forgotten her password: a link goes to her address, if it is one of ours. Whoever asks learns nothing
/// either way.
/// </summary>
public sealed class AskForReset(
    IDbContextFactory<PlimsollDb> store,
    PostOffice post,
    SecurityLetters letters,
    Attempts attempts,
    TimeProvider clock
)
{
    public sealed record Command(string? Email, string From);

    public async Task<Outcome<Done>> Run(Command command, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(command.Email))
            return new IsMissing("email");
        if (!post.IsThere)
            return Done.It;
        if (!attempts.MayAskForLetter(command.From, command.Email))
            return new TooManyTries();
        await using var db = await store.CreateDbContextAsync(ct);
        var name = Account.NameOf(command.Email);
        var account = await db.Accounts()
            .AsNoTracking()
            .Where(a => a.NormalizedEmail == name)
            .Where(a => db.People().Any(p => p.Id == a.Person && p.Archived == null))
            .FirstOrDefaultAsync(ct);
        if (account is null)
            return Done.It;
        var now = clock.GetUtcNow().UtcDateTime;
        var (_, path) = await db.NewLink(account.Person, LinkKind.Reset, null, now, ct);
        db.Record("signin.reset-asked", account.Person.Value, Lockout.Stranger, now);
        db.Send(letters.Bring(account.Email!, account.Language, LinkKind.Reset, path, [], now));
        // Two requests at once: one letter is enough.
        _ = await db.Save(ct);
        return Done.It;
    }
}

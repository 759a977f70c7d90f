using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.UseCases;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Mail;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.UseCases;

/// <summary>
/// A person has another address: she signs in with it from now on, links that went to the old one open nothing any
/// more, and the old one is told.
/// </summary>
public sealed class FollowAddress(SecurityLetters letters, TimeProvider clock) : IFollowAddress
{
    public async Task<Refusal?> Run(
        PlimsollDb db,
        Person person,
        string? before,
        Actor actor,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var isAnother = !string.Equals(before, person.Email, StringComparison.OrdinalIgnoreCase);
        if (isAnother)
            await db.CloseLinks(person.Id, now, ct);
        if (
            await db.Accounts().FirstOrDefaultAsync(a => a.Person == person.Id, ct)
            is not { } account
        )
            return null;
        if (person.Email is not { } email)
            return new IsMissing("email");
        var name = Account.NameOf(email);
        if (
            await db.Accounts()
                .AnyAsync(a => a.NormalizedUserName == name && a.Id != account.Id, ct)
        )
            return new SignInAddressIsTaken();
        if (isAnother)
        {
            db.Send(letters.Tell(account, "address-changed", now));
            db.Record("signin.address-changed", person.Id.Value, actor, now);
        }
        account.SignInWith(email);
        return null;
    }
}

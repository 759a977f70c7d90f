using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Mail;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.UseCases;

/// <summary>Keeps the public half of a passkey that the browser has just made for this account.</summary>
public sealed class AddPasskey(
    IDbContextFactory<PlimsollDb> store,
    UserManager<Account> accounts,
    Passkeys passkeys,
    SecurityLetters letters,
    TimeProvider clock
)
{
    public const int NameLimit = 80;

    public sealed record Command(string? Name, string? Credential);

    public async Task<Outcome<Done>> Run(
        Command command,
        HttpContext http,
        Actor actor,
        CancellationToken ct
    )
    {
        var line = Line.Required(command.Name, "name", NameLimit);
        if (line.Refused(out var nameless, out var name))
            return nameless;
        if (await passkeys.Made(http, command.Credential) is not { } made)
            return new PasskeyIsNotAccepted();
        await using var db = await store.CreateDbContextAsync(ct);
        var account = await db.AccountOf(actor, ct);
        if (made.For != account.Id)
            return new PasskeyIsNotAccepted();
        made.Passkey.Name = name;
        var owner = await accounts.FindByIdAsync(account.Id.ToString());
        if (!(await accounts.AddOrUpdatePasskeyAsync(owner!, made.Passkey)).Succeeded)
            return new PasskeyIsNotAccepted();
        var now = clock.GetUtcNow().UtcDateTime;
        db.Record("signin.passkey-added", actor.Person.Value, actor, now, about: new { name });
        db.Send(letters.Tell(account, "passkey-added", now));
        return await db.Save(ct) is { } no ? no : Done.It;
    }
}

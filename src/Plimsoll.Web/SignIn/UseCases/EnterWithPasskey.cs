using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.UseCases;

/// <summary>
/// Signs in by a passkey alone. The device has asked for finger, face or number, so that is two factors; nothing here can
/// be guessed, so the lock of the account does not keep its owner out.
/// </summary>
public sealed class EnterWithPasskey(
    IDbContextFactory<PlimsollDb> store,
    Passkeys passkeys,
    Attempts attempts
)
{
    public async Task<Outcome<Guid>> Run(string? credential, HttpContext http, CancellationToken ct)
    {
        var from = Attempts.From(http);
        if (!attempts.MayTry(from))
            return new TooManyTries();
        if (await passkeys.Shown(http, credential) is { } account && await MayEnter(account, ct))
            return account;
        attempts.Failed(from);
        return new PasskeyIsNotAccepted();
    }

    private async Task<bool> MayEnter(Guid account, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        return await db.Accounts()
            .AnyAsync(
                a =>
                    a.Id == account && db.People().Any(p => p.Id == a.Person && p.Archived == null),
                ct
            );
    }
}

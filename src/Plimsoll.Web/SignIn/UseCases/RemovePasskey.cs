using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.UseCases;

/// <summary>Takes away a passkey of one's own; the device keeps its half, which opens nothing any more.</summary>
public sealed class RemovePasskey(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    public async Task<Outcome<Done>> Run(string? id, Actor actor, CancellationToken ct)
    {
        if (Bytes(id) is not { } credential)
            return new NotThere();
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await store.CreateDbContextAsync(ct);
        var account = await db.AccountOf(actor, ct);
        if (
            await db.Passkeys()
                .FirstOrDefaultAsync(
                    p => p.CredentialId == credential && p.UserId == account.Id,
                    ct
                )
            is not { } passkey
        )
            return new NotThere();
        _ = db.Passkeys().Remove(passkey);
        db.Record(
            "signin.passkey-removed",
            actor.Person.Value,
            actor,
            now,
            about: new { name = passkey.Data.Name }
        );
        return await db.Save(ct) is { } no ? no : Done.It;
    }

    private static byte[]? Bytes(string? id)
    {
        try
        {
            return string.IsNullOrEmpty(id) ? null : WebEncoders.Base64UrlDecode(id);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

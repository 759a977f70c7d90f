using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.Queries;

/// <summary>The secret that waits for its first code, as text to type and as a QR code to scan; to its owner alone.</summary>
public sealed class OfferedSecondFactor(IDbContextFactory<PlimsollDb> store, OneTimeCodes codes)
{
    public sealed record View(string Key, string Uri);

    /// <summary>Nothing when none was asked for, or it is on already: the secret is never shown again.</summary>
    public async Task<View?> Ask(Actor actor, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var account = await db.AccountOf(actor, ct);
        var secret = await db.SecondFactors()
            .Where(f => f.Account == account.Id && f.Since == null)
            .Select(f => f.Secret)
            .FirstOrDefaultAsync(ct);
        return secret is null
            ? null
            : new View(
                string.Join(' ', codes.Open(secret).Chunk(4).Select(c => new string(c))),
                codes.Uri(secret, account.Email!)
            );
    }
}

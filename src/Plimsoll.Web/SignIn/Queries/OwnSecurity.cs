using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Settings;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.Queries;

/// <summary>How someone's own account is kept safe: passkeys, second factor, and where she is signed in.</summary>
public sealed class OwnSecurity(
    IDbContextFactory<PlimsollDb> store,
    PlimsollSettings settings,
    TimeProvider clock
)
{
    public sealed record Passkey(string Id, string Name, DateTime Made);

    public sealed record Browser(Guid Id, string Name, DateTime Began, DateTime Seen);

    public sealed record View(
        Guid Account,
        string Email,
        bool HasSecondFactor,
        int RecoveryCodesLeft,
        IReadOnlyList<Passkey> Passkeys,
        IReadOnlyList<Browser> Browsers
    );

    public async Task<View> Ask(Actor actor, CancellationToken ct)
    {
        var seenSince = clock.GetUtcNow().UtcDateTime - TimeSpan.FromDays(settings.SessionDays);
        await using var db = await store.CreateDbContextAsync(ct);
        var account = await db.AccountOf(actor, ct);
        var passkeys = await db.Passkeys()
            .AsNoTracking()
            .Where(p => p.UserId == account.Id)
            .ToListAsync(ct);
        var sessions = await db.Sessions()
            .AsNoTracking()
            .Where(s => s.Account == account.Id && s.Ended == null && s.Seen > seenSince)
            .OrderByDescending(s => s.Seen)
            .Take(50)
            .ToListAsync(ct);
        return new View(
            account.Id,
            account.Email!,
            await db.SecondFactors().AnyAsync(f => f.Account == account.Id && f.Since != null, ct),
            await db.RecoveryCodes().CountAsync(c => c.Account == account.Id && c.Used == null, ct),
            [
                .. passkeys
                    .OrderBy(p => p.Data.CreatedAt)
                    .Select(p => new Passkey(
                        WebEncoders.Base64UrlEncode(p.CredentialId),
                        p.Data.Name ?? "",
                        p.Data.CreatedAt.UtcDateTime
                    )),
            ],
            [.. sessions.Select(s => new Browser(s.Id, BrowserName.Of(s.Browser), s.Began, s.Seen))]
        );
    }
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.SignIn.Store;

/// <summary>The rows of a second factor come and go together.</summary>
internal static class SecondFactorRows
{
    private const int Given = 10;

    /// <summary>Ten new recovery codes in place of those that are left; takes effect with the save.</summary>
    public static async Task<string[]> NewRecoveryCodes(
        this PlimsollDb db,
        Guid account,
        CancellationToken ct
    )
    {
        db.RecoveryCodes()
            .RemoveRange(await db.RecoveryCodes().Where(c => c.Account == account).ToListAsync(ct));
        string[] codes = [.. Enumerable.Range(0, Given).Select(_ => Secrets.NewCode())];
        db.RecoveryCodes()
            .AddRange(
                codes.Select(c => new RecoveryCode { Account = account, Hash = Secrets.HashOf(c) })
            );
        return codes;
    }

    /// <summary>Neither code nor recovery code is asked for any more; takes effect with the save.</summary>
    public static async Task RemoveSecondFactor(
        this PlimsollDb db,
        Guid account,
        CancellationToken ct
    )
    {
        db.RemoveRange(await db.SecondFactors().Where(f => f.Account == account).ToListAsync(ct));
        db.RemoveRange(await db.RecoveryCodes().Where(c => c.Account == account).ToListAsync(ct));
    }
}

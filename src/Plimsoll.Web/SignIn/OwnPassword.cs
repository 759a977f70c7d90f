using Microsoft.AspNetCore.Identity;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn;

/// <summary>The password of whoever is signed in: asked for again before what matters, and set anew.</summary>
public sealed class OwnPassword(IPasswordHasher<Account> passwords)
{
    public const int Least = 10;
    private const int Most = 256;

    /// <summary>Refuses another password; wrong ones count towards the lock, or a borrowed browser could guess on.</summary>
    internal async Task<Refusal?> IsNot(
        PlimsollDb db,
        Account account,
        string? password,
        DateTime now,
        CancellationToken ct
    )
    {
        if (account.IsLocked(now))
            return new TooManyTries();
        if (
            account.PasswordHash is { } hash
            && passwords.VerifyHashedPassword(account, hash, password ?? "")
                is not PasswordVerificationResult.Failed
        )
            return null;
        await Lockout.Failed(db, account, now, ct);
        return new WrongPassword();
    }

    internal Refusal? Set(Account account, string? password)
    {
        if ((password?.Length ?? 0) < Least)
            return new PasswordIsTooShort(Least);
        if (password!.Length > Most)
            return new IsTooLong("password", Most);
        account.PasswordHash = passwords.HashPassword(account, password);
        account.SecurityStamp = Guid.CreateVersion7().ToString("N");
        account.ConcurrencyStamp = Guid.CreateVersion7().ToString();
        return null;
    }
}

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.UseCases;

/// <summary>
/// Checks an address and a password. A wrong address and a wrong password are the same "no", after the same work and
/// with the same limit on tries.
/// </summary>
public sealed class EnterWithPassword(
    IDbContextFactory<PlimsollDb> store,
    IPasswordHasher<Account> passwords,
    Attempts attempts,
    TimeProvider clock
)
{
    private static readonly Account Nobody = new();
    private static string? _hashOfNobody;

    public sealed record Command(string? Email, string? Password, string From);

    /// <summary>Whose account it is, and whether a code is asked for before she is in.</summary>
    public sealed record Entered(Guid Account, bool NeedsCode);

    public async Task<Outcome<Entered>> Run(Command command, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(command.Email))
            return new IsMissing("email");
        if (string.IsNullOrEmpty(command.Password))
            return new IsMissing("password");
        if (!attempts.MayTry(command.From))
            return new TooManyTries();
        await using var db = await store.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        if (await Known(db, command.Email, ct) is not { } account)
            return Unknown(command);
        if (account.IsLocked(now))
            return new TooManyTries();
        var check = Check(account, command.Password);
        if (check is PasswordVerificationResult.Failed)
        {
            attempts.Failed(command.From);
            await Lockout.Failed(db, account, now, ct);
            return new WrongAddressOrPassword();
        }
        var needsCode = await db.SecondFactors()
            .AnyAsync(f => f.Account == account.Id && f.Since != null, ct);
        if (!needsCode)
            await Lockout.Passed(db, account, ct);
        return new Entered(account.Id, needsCode);
    }

    private static Task<Account?> Known(PlimsollDb db, string email, CancellationToken ct)
    {
        var name = Account.NameOf(email);
        return db.Accounts()
            .AsNoTracking()
            .Where(a => a.NormalizedEmail == name)
            .Where(a => db.People().Any(p => p.Id == a.Person && p.Archived == null))
            .FirstOrDefaultAsync(ct);
    }

    private PasswordVerificationResult Check(Account account, string password) =>
        account.PasswordHash is { } hash
            ? passwords.VerifyHashedPassword(account, hash, password)
            : PasswordVerificationResult.Failed;

    // An unknown address takes as long as a known one.
    private Outcome<Entered> Unknown(Command command)
    {
        _hashOfNobody ??= passwords.HashPassword(Nobody, "nobody's password");
        _ = passwords.VerifyHashedPassword(Nobody, _hashOfNobody, command.Password!);
        attempts.Failed(command.From);
        return attempts.StrangerMayTry(command.Email!)
            ? new WrongAddressOrPassword()
            : new TooManyTries();
    }
}

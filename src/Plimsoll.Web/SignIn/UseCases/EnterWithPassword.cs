using Microsoft.AspNetCore.Identity;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn.UseCases;

/// <summary>Checks an address and a password. A wrong address and a wrong password are the same "no".</summary>
public sealed class EnterWithPassword(UserManager<Account> accounts)
{
    public sealed record Command(string? Email, string? Password);

    public async Task<Outcome<Account>> Run(Command command)
    {
        if (string.IsNullOrWhiteSpace(command.Email))
            return new IsMissing("email");
        if (string.IsNullOrEmpty(command.Password))
            return new IsMissing("password");
        if (await accounts.FindByEmailAsync(command.Email.Trim()) is not { } account)
            return new WrongAddressOrPassword();
        if (await accounts.IsLockedOutAsync(account))
            return new TooManyTries();
        if (!await accounts.CheckPasswordAsync(account, command.Password))
        {
            _ = await accounts.AccessFailedAsync(account);
            return new WrongAddressOrPassword();
        }
        _ = await accounts.ResetAccessFailedCountAsync(account);
        return account;
    }
}

/// <summary>The address is not known here, or the password is another.</summary>
public sealed record WrongAddressOrPassword() : Refusal("wrong-address-or-password")
{
    public override string? Field => "password";
    public override RefusalKind Kind => RefusalKind.Malformed;
}

/// <summary>The account is locked for some minutes after too many wrong passwords.</summary>
public sealed record TooManyTries() : Refusal("too-many-tries");

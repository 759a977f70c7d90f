using Microsoft.AspNetCore.Identity;
using Plimsoll.Domain.Kernel;

namespace Plimsoll.Web.SignIn.Store;

/// <summary>How a person signs in, and how she likes to read. What she may do stands with the person.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public Account() => Id = Guid.CreateVersion7();

    public PersonId Person { get; init; }

    /// <summary>A language code of Plimsoll; none means the browser's.</summary>
    public string? Language { get; set; }

    /// <summary><c>auto</c>, <c>light</c> or <c>dark</c>.</summary>
    public string Theme { get; set; } = "auto";

    public bool InHours { get; set; }

    /// <summary>IANA name, <c>Europe/Berlin</c>.</summary>
    public string? TimeZone { get; set; }

    /// <summary>The address is the name she signs in with.</summary>
    public void SignInWith(string email)
    {
        (UserName, Email) = (email, email);
        NormalizedUserName = NormalizedEmail = NameOf(email);
        ConcurrencyStamp = Guid.CreateVersion7().ToString();
    }

    /// <summary>An address as it is compared. No address holds a NUL, nor does PostgreSQL compare with one.</summary>
    public static string NameOf(string email) =>
        email.Trim().Replace("\0", "", StringComparison.Ordinal).ToUpperInvariant();

    public bool IsLocked(DateTime now) => LockoutEnd?.UtcDateTime > now;
}

/// <summary>One browser in which someone is signed in. Ending it signs that browser out at its next request.</summary>
public sealed class Session
{
    public const int BrowserLimit = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid Account { get; init; }
    public DateTime Began { get; init; }
    public DateTime Seen { get; set; }
    public DateTime? Ended { get; set; }

    /// <summary>What the browser calls itself, shortened.</summary>
    public string Browser { get; init; } = "";
}

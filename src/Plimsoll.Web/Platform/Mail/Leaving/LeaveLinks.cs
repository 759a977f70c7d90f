using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Plimsoll.Domain.Kernel;

namespace Plimsoll.Web.Platform.Mail.Leaving;

/// <summary>What a link out of a letter stands for.</summary>
public sealed record Leaving(string Kind, Guid Thing, PersonId Person);

/// <summary>Links that end a kind of letters without signing in. They are sealed, so nobody can write one for another.</summary>
public sealed class LeaveLinks(IDataProtectionProvider keys)
{
    public const string Path = "/unsubscribe/";
    private const int IdLength = 16;

    private readonly IDataProtector _seal = keys.CreateProtector("Plimsoll.Mail.Leaving");

    /// <summary>The path of the link, for <see cref="Letter.Ending"/>.</summary>
    public string Write(string kind, Guid thing, PersonId person)
    {
        byte[] plain =
        [
            .. thing.ToByteArray(),
            .. person.Value.ToByteArray(),
            .. System.Text.Encoding.UTF8.GetBytes(kind),
        ];
        return Path + WebEncoders.Base64UrlEncode(_seal.Protect(plain));
    }

    public Leaving? Read(string token)
    {
        try
        {
            var plain = _seal.Unprotect(WebEncoders.Base64UrlDecode(token));
            return plain.Length <= 2 * IdLength
                ? null
                : new Leaving(
                    System.Text.Encoding.UTF8.GetString(plain.AsSpan(2 * IdLength)),
                    new Guid(plain.AsSpan(0, IdLength)),
                    new PersonId(new Guid(plain.AsSpan(IdLength, IdLength)))
                );
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return null;
        }
    }
}

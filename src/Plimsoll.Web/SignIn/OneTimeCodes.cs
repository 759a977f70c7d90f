using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.DataProtection;
using OtpNet;

namespace Plimsoll.Web.SignIn;

/// <summary>Time-based one-time codes (RFC 6238): six digits, thirty seconds, one step of leeway to either side.</summary>
public sealed class OneTimeCodes(IDataProtectionProvider protection)
{
    private static readonly VerificationWindow Leeway = new(previous: 1, future: 1);
    private readonly IDataProtector _protector = protection.CreateProtector("SignIn.SecondFactor");

    /// <summary>A new secret, as the store keeps it.</summary>
    public string NewSecret() =>
        _protector.Protect(Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(20)));

    /// <summary>The secret in Base32, as an authenticator wants it.</summary>
    public string Open(string secret) => _protector.Unprotect(secret);

    /// <summary>What the QR code says.</summary>
    public string Uri(string secret, string account) =>
        new OtpUri(OtpType.Totp, Open(secret), account, "Plimsoll").ToString();

    /// <summary>The time step that the code belongs to; nothing when it is not one of now.</summary>
    [SuppressMessage(
        "Security",
        "CA5350",
        Justification = "RFC 6238 as authenticators speak it is SHA-1."
    )]
    public long? StepOf(string secret, string code, DateTime now) =>
        new Totp(Base32Encoding.ToBytes(Open(secret))).VerifyTotp(
            now,
            code.Trim(),
            out var step,
            Leeway
        )
            ? step
            : null;
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Plimsoll.Web.Platform.Webhooks;

/// <summary>The secrets that sign, and what they sign with: Standard Webhooks 1.0, symmetric (<c>v1</c>, HMAC-SHA256).</summary>
public sealed class WebhookSecrets(IDataProtectionProvider protection)
{
    private const string Prefix = "whsec_";
    private const int Bytes = 32;
    private readonly IDataProtector _protector = protection.CreateProtector("Webhooks.Secret");

    /// <summary>A new secret, as it is shown once and as the store keeps it.</summary>
    public (string Shown, string Kept) New()
    {
        var shown = Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));
        return (shown, _protector.Protect(shown));
    }

    /// <summary>The header <c>webhook-signature</c>: one signature of each secret, with spaces between.</summary>
    public string Sign(IEnumerable<string> kept, string message, long timestamp, string payload)
    {
        var signed = Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{message}.{timestamp}.{payload}")
        );
        return string.Join(
            ' ',
            kept.Select(k => "v1," + Convert.ToBase64String(HMACSHA256.HashData(Key(k), signed)))
        );
    }

    private byte[] Key(string kept) =>
        Convert.FromBase64String(_protector.Unprotect(kept)[Prefix.Length..]);
}

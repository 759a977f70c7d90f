using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Plimsoll.Web.SignIn;

/// <summary>
/// Secrets that we make ourselves are long and random, so a plain SHA-256 keeps them: there is nothing to guess.
/// (What people think up, their passwords, is kept by a slow hash.)
/// </summary>
public static class Secrets
{
    private const int Bytes = 32;
    private const string CodeLetters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>256 random bits, fit for a link.</summary>
    public static string New(string prefix = "") =>
        prefix + WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>A code to be written on paper: four groups of four, 79 random bits, no letter that looks like another.</summary>
    public static string NewCode() =>
        string.Join(
            '-',
            Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(CodeLetters, 4))
        );

    /// <summary>What the store keeps of a secret.</summary>
    public static string HashOf(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>A code as typed: any case, with or without its dashes and spaces.</summary>
    public static string PlainCode(string code)
    {
        var letters = string.Concat(code.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return string.Join('-', letters.Chunk(4).Select(c => new string(c)));
    }
}

using System.Security.Cryptography;
using System.Text;
using MimeKit;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Settings;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Mail.Inbox;

/// <summary>
/// The addresses that answers come back to: <c>reply+TOKEN@agency.example</c>. The token says which thing is answered and
/// by whom; it is random, and only its hash is kept.
/// </summary>
public sealed class ReplyAddresses(PlimsollSettings settings)
{
    // Small letters and figures only: some servers write the name of a mailbox as they like. 24 of 32 are 120 bits.
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";
    private const int TokenLength = 24;
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(180);

    private readonly MailboxAddress? _mailbox = MailboxAddress.TryParse(
        settings.Imap.Address,
        out var box
    )
        ? box
        : null;

    /// <summary>
    /// An address for this person's answer to this thing, for the letter that goes out with the same save. Nothing where
    /// no mail comes in.
    /// </summary>
    public string? Open(PlimsollDb db, string kind, Guid holder, PersonId person, DateTime now)
    {
        if (string.IsNullOrEmpty(settings.Imap.Host) || _mailbox is null)
            return null;
        var token = RandomNumberGenerator.GetString(Letters, TokenLength);
        _ = db.Add(
            new ReplyToken
            {
                Hash = HashOf(token),
                Kind = kind,
                Holder = holder,
                Person = person,
                Expires = now + Lasts,
            }
        );
        return $"{_mailbox.LocalPart}+{token}@{_mailbox.Domain}";
    }

    /// <summary>The hash of the token in this address; nothing for any other address.</summary>
    internal string? TokenIn(MailboxAddress address)
    {
        if (
            _mailbox is null
            || !address.Domain.Equals(_mailbox.Domain, StringComparison.OrdinalIgnoreCase)
            || address.LocalPart is not { } local
            || !local.StartsWith(_mailbox.LocalPart + "+", StringComparison.OrdinalIgnoreCase)
        )
            return null;
        var token = local[(_mailbox.LocalPart.Length + 1)..];
        return token.Length == TokenLength ? HashOf(token.ToLowerInvariant()) : null;
    }

    /// <summary>Whether a letter comes from ourselves.</summary>
    internal bool IsOurs(MailboxAddress from) =>
        TokenIn(from) is not null
        || _mailbox is not null
            && from.Address.Equals(_mailbox.Address, StringComparison.OrdinalIgnoreCase)
        || MailboxAddress.TryParse(settings.Smtp.From, out var sender)
            && from.Address.Equals(sender.Address, StringComparison.OrdinalIgnoreCase);

    private static string HashOf(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token)));
}

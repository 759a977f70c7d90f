using MailKit.Net.Imap;
using MailKit.Security;
using Plimsoll.Web.Platform.Settings;

namespace Plimsoll.Web.Platform.Mail.Inbox;

/// <summary>The agency's mailbox for answers, over IMAP.</summary>
public sealed class MailboxDoor(PlimsollSettings settings)
{
    private const int PatienceInMilliseconds = 30_000;

    public bool IsThere => !string.IsNullOrEmpty(settings.Imap.Host);

    internal async Task<ImapClient> Connect(CancellationToken ct)
    {
        var imap = settings.Imap;
        var client = new ImapClient { Timeout = PatienceInMilliseconds };
        try
        {
            await client.ConnectAsync(imap.Host!, imap.Port, Security(imap.Security), ct);
            await client.AuthenticateAsync(imap.User ?? "", imap.Password ?? "", ct);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private static SecureSocketOptions Security(string name) =>
        name switch
        {
            "none" => SecureSocketOptions.None,
            "starttls" => SecureSocketOptions.StartTls,
            "tls" => SecureSocketOptions.SslOnConnect,
            _ => SecureSocketOptions.Auto,
        };
}

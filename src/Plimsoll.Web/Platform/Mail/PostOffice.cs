using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Plimsoll.Web.Platform.Settings;

namespace Plimsoll.Web.Platform.Mail;

/// <summary>The agency's mail server, over SMTP.</summary>
public sealed class PostOffice(PlimsollSettings settings)
{
    private const int PatienceInMilliseconds = 30_000;

    /// <summary>Without one, links are shown to be copied instead of sent.</summary>
    public bool IsThere => !string.IsNullOrEmpty(settings.Smtp.Host);

    public async Task<SmtpClient> Connect(CancellationToken ct)
    {
        var smtp = settings.Smtp;
        var client = new SmtpClient { Timeout = PatienceInMilliseconds };
        try
        {
            await client.ConnectAsync(smtp.Host!, smtp.Port, Security(smtp.Security), ct);
            if (!string.IsNullOrEmpty(smtp.User))
                await client.AuthenticateAsync(smtp.User, smtp.Password ?? "", ct);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    public MimeMessage Message(Letter letter)
    {
        var from = MailboxAddress.Parse(settings.Smtp.From!);
        var message = new MimeMessage
        {
            Subject = letter.Subject,
            Date = new DateTimeOffset(letter.Created, TimeSpan.Zero),
            // The same at every try: should a letter go out twice after a crash, the receiver's server can tell.
            MessageId = $"{letter.Id:N}@{from.Domain}",
            Body = new BodyBuilder
            {
                TextBody = letter.Text,
                HtmlBody = letter.Html,
            }.ToMessageBody(),
        };
        message.From.Add(from);
        message.To.Add(MailboxAddress.Parse(letter.To));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        if (letter.ReplyTo is { } answers)
            message.ReplyTo.Add(MailboxAddress.Parse(answers));
        if (letter.Thread is { } thread)
            JoinThread(message, $"{thread}@{from.Domain}");
        if (letter.EndPath is { } end)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{settings.LinkTo(end)}>");
            message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }
        return message;
    }

    /// <summary>Every letter of a thread answers the same first one, whether or not that was ever sent to this receiver.</summary>
    private static void JoinThread(MimeMessage message, string first)
    {
        message.InReplyTo = first;
        message.References.Add(first);
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

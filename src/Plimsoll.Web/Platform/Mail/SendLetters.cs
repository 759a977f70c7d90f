using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Plimsoll.Web.Platform.Jobs;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Mail;

/// <summary>
/// Takes due letters out of the outbox and hands them to the mail server. A letter is taken by a conditional update
/// that also moves its next try behind the lease, so of several nodes one sends it.
/// </summary>
public sealed class SendLetters(
    IDbContextFactory<PlimsollDb> store,
    PostOffice post,
    TimeProvider clock,
    ILogger<SendLetters> log
) : IScheduled
{
    private const int AtOnce = 50;

    public async Task Run(CancellationToken ct)
    {
        if (!post.IsThere)
            return;
        await using var db = await store.CreateDbContextAsync(ct);
        var due = await Due(db, ct);
        SmtpClient? smtp = null;
        try
        {
            foreach (var id in due)
                if (await Take(db, id, ct) is { } letter)
                    smtp = await Send(db, letter, smtp, ct);
        }
        finally
        {
            if (smtp is { IsConnected: true })
                await smtp.DisconnectAsync(quit: true, CancellationToken.None);
            smtp?.Dispose();
        }
    }

    private Task<List<Guid>> Due(PlimsollDb db, CancellationToken ct)
    {
        var now = Now;
        return db.Letters()
            .Where(l => l.NextTry <= now)
            .OrderBy(l => l.NextTry)
            .Select(l => l.Id)
            .Take(AtOnce)
            .ToListAsync(ct);
    }

    /// <summary>The letter, or nothing when another node was quicker.</summary>
    private async Task<Letter?> Take(PlimsollDb db, Guid id, CancellationToken ct)
    {
        var now = Now;
        var until = now + Letter.Lease;
        var taken = await db.Letters()
            .Where(l => l.Id == id && l.NextTry <= now)
            .ExecuteUpdateAsync(
                s =>
                    s.SetProperty(l => l.NextTry, until)
                        .SetProperty(l => l.Tries, l => l.Tries + 1)
                        .SetProperty(l => l.Version, l => l.Version + 1),
                ct
            );
        return taken == 0 ? null : await db.Letters().SingleAsync(l => l.Id == id, ct);
    }

    private async Task<SmtpClient?> Send(
        PlimsollDb db,
        Letter letter,
        SmtpClient? smtp,
        CancellationToken ct
    )
    {
        try
        {
            if (smtp is not { IsConnected: true })
            {
                smtp?.Dispose();
                smtp = null;
                smtp = await post.Connect(ct);
            }
            await smtp.SendAsync(post.Message(letter), ct);
            letter.WasSent(Now);
        }
        catch (Exception e) when (IsOfTheWorld(e))
        {
            letter.Failed(e.Message, IsForGood(e), Now);
            log.LogWarning("A letter was not sent, try {Try}: {Error}", letter.Tries, e.Message);
        }
        // What has left must be written down even while the program is being stopped.
        if (await db.Save(CancellationToken.None) is not null)
            log.LogWarning("A letter was taken by another node while it was being sent");
        // One letter's collision must not stop the next from being written down.
        db.ChangeTracker.Clear();
        return smtp;
    }

    private static bool IsOfTheWorld(Exception e) =>
        e
            is SocketException
                or IOException
                or TimeoutException
                or ProtocolException
                or CommandException
                or AuthenticationException
                or SslHandshakeException
                or ServiceNotConnectedException
                or NotSupportedException
                or ParseException;

    /// <summary>The server has said that this address or this letter will never be accepted.</summary>
    private static bool IsForGood(Exception e) =>
        e is ParseException
        || e
            is SmtpCommandException
            {
                ErrorCode: SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted,
                StatusCode: >= (SmtpStatusCode)500
            };

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
}

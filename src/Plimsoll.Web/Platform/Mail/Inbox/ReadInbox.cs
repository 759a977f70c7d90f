using System.Net.Sockets;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Plimsoll.Web.Platform.Jobs;
using Plimsoll.Web.Platform.Settings;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Mail.Inbox;

/// <summary>
/// Looks for new letters in the mailbox and hands each on. A letter is first made into what it means, then marked as read:
/// after a crash in between it comes again, and is known by its key.
/// </summary>
public sealed class ReadInbox(
    IDbContextFactory<PlimsollDb> store,
    MailboxDoor door,
    TakeLetter take,
    PlimsollSettings settings,
    ILogger<ReadInbox> log
) : IScheduled
{
    private const int AtOnce = 50;

    public async Task Run(CancellationToken ct)
    {
        if (!door.IsThere)
            return;
        try
        {
            using var imap = await door.Connect(ct);
            await Read(imap, ct);
            await imap.DisconnectAsync(quit: true, CancellationToken.None);
        }
        catch (Exception e) when (IsOfTheWorld(e))
        {
            log.LogWarning("The mailbox could not be read: {Error}", e.Message);
        }
    }

    private async Task Read(ImapClient imap, CancellationToken ct)
    {
        var folder = await imap.GetFolderAsync(settings.Imap.Folder, ct);
        _ = await folder.OpenAsync(FolderAccess.ReadWrite, ct);
        var done = string.IsNullOrEmpty(settings.Imap.DoneFolder)
            ? null
            : await imap.GetFolderAsync(settings.Imap.DoneFolder, ct);
        var fresh = await folder.SearchAsync(SearchQuery.NotSeen, ct);
        foreach (var uid in fresh.Order().Take(AtOnce))
            await One(folder, done, uid, ct);
    }

    private async Task One(
        IMailFolder folder,
        IMailFolder? done,
        UniqueId uid,
        CancellationToken ct
    )
    {
        var fate =
            await Known(folder.UidValidity, uid, ct)
            ?? await take.Run(new(folder.UidValidity, uid.Id), await Letter(folder, uid, ct), ct);
        // What is parked stays where a person will see it, with a star.
        var flags =
            fate == Fate.Parked ? MessageFlags.Seen | MessageFlags.Flagged : MessageFlags.Seen;
        // What has been done must be marked even while the program is being stopped.
        await folder.AddFlagsAsync(uid, flags, silent: true, CancellationToken.None);
        if (done is not null && fate != Fate.Parked)
            _ = await folder.MoveToAsync(uid, done, CancellationToken.None);
    }

    /// <summary>Nothing for a letter too large to be fetched, or of no form.</summary>
    private async Task<MimeMessage?> Letter(IMailFolder folder, UniqueId uid, CancellationToken ct)
    {
        var size = (await folder.FetchAsync([uid], MessageSummaryItems.Size, ct))
            .FirstOrDefault()
            ?.Size;
        // Files travel a third larger than they are.
        if (size > settings.UploadMegabytes * 1024L * 1024 * 4 / 3 + 1024 * 1024)
            return await Head(folder, uid, ct);
        try
        {
            return await folder.GetMessageAsync(uid, ct);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static async Task<MimeMessage> Head(
        IMailFolder folder,
        UniqueId uid,
        CancellationToken ct
    )
    {
        var headers = await folder.GetHeadersAsync(uid, ct);
        headers.Add(TakeLetter.TooLarge, "yes");
        return new MimeMessage(headers);
    }

    private async Task<Fate?> Known(uint validity, UniqueId uid, CancellationToken ct)
    {
        long id = uid.Id;
        await using var db = await store.CreateDbContextAsync(ct);
        return await db.ReceivedLetters()
            .Where(l => l.Validity == validity && l.Uid == id)
            .Select(l => (Fate?)l.Fate)
            .FirstOrDefaultAsync(ct);
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
                or FolderNotFoundException
                or NotSupportedException;
}

using MimeKit;

namespace Plimsoll.Web.Platform.Mail.Inbox;

/// <summary>Letters that nobody wrote: answers of machines, letters that came back, mailing lists (RFC 3834).</summary>
internal static class Robots
{
    /// <summary>Why it is taken for one; nothing for a letter that somebody wrote.</summary>
    public static string? Why(MimeMessage letter) =>
        Says(letter, "Auto-Submitted") is { } how
        && !how.StartsWith("no", StringComparison.OrdinalIgnoreCase)
            ? "auto-submitted"
        : Says(letter, "Precedence") is { } rank
        && rank.ToLowerInvariant() is "bulk" or "junk" or "list" or "auto_reply"
            ? "precedence"
        : Says(letter, "Return-Path") is { } path && path.Trim() == "<>" ? "bounce"
        : Says(letter, "X-Autoreply") is not null
        || Says(letter, "X-Autorespond") is not null
        || Says(letter, "X-AutoReply-From") is not null
            ? "auto-reply"
        : Says(letter, "List-Id") is not null || Says(letter, "List-Post") is not null
            ? "mailing-list"
        : letter.Body is MultipartReport ? "bounce"
        : letter.From.Mailboxes.Any(IsPostmaster) ? "bounce"
        : null;

    private static string? Says(MimeMessage letter, string header) =>
        letter.Headers[header]?.Trim();

    private static bool IsPostmaster(MailboxAddress from) =>
        from.LocalPart?.ToLowerInvariant()
            is "mailer-daemon"
                or "postmaster"
                or "no-reply"
                or "noreply";
}

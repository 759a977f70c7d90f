using System.Globalization;

namespace Plimsoll.Web.Platform.Text.Markdown;

/// <summary>Which addresses a text may lead to: the web, a mailbox, and pages and files of our own.</summary>
internal static class SafeAddress
{
    private const int Longest = 2000;

    /// <summary>The address as it may be written into a link; nothing for one that may not.</summary>
    public static string? Of(string? url)
    {
        if (string.IsNullOrEmpty(url) || url.Length > Longest || url.Any(IsTrick))
            return null;
        if (url[0] == '/')
            return IsOwn(url) ? url : null;
        return
            Uri.TryCreate(url, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https" or "mailto"
            && url.StartsWith(uri.Scheme + ":", StringComparison.OrdinalIgnoreCase)
            ? url
            : null;
    }

    /// <summary>It leads out of this server, which is told to whoever follows it and to nobody else.</summary>
    public static bool IsOutside(string url) => url[0] != '/';

    /// <summary>Two slashes, and what browsers take for them, begin another host.</summary>
    private static bool IsOwn(string url) => url.Length < 2 || url[1] is not ('/' or '\\');

    /// <summary>What is not seen, turns the writing around, or is a slash to a browser.</summary>
    private static bool IsTrick(char c) =>
        c is '\\' or '"' or '<' or '>' or '`'
        || char.IsWhiteSpace(c)
        || char.GetUnicodeCategory(c)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;
}

using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using MimeKit;
using MimeKit.Text;
using Plimsoll.Web.Platform.Sheets;
using HtmlTokenizer = MimeKit.Text.HtmlTokenizer;

namespace Plimsoll.Web.Platform.Mail.Inbox;

/// <summary>The words of a letter: its plain text, or else its HTML as text.</summary>
internal static class LetterText
{
    private const int Longest = 400_000;
    private const int Deepest = 500;

    /// <summary>Each ends where the next of its kind begins, so they don't nest.</summary>
    private static readonly HashSet<string> OftenLeftOpen = new(StringComparer.OrdinalIgnoreCase)
    {
        "p",
        "li",
        "tr",
        "td",
        "th",
        "dt",
        "dd",
    };

    private static readonly HashSet<string> Silent = new(StringComparer.OrdinalIgnoreCase)
    {
        "script",
        "style",
        "head",
        "title",
        "template",
        "noscript",
        "svg",
    };

    private static readonly HashSet<string> OwnLine = new(StringComparer.OrdinalIgnoreCase)
    {
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "tr",
        "table",
        "blockquote",
        "pre",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
    };

    /// <summary>How the usual programs mark the letter that is answered.</summary>
    private const string Quoted =
        "blockquote[type=cite], .gmail_quote, .gmail_quote_container, .yahoo_quoted, .moz-cite-prefix, .protonmail_quote, .tutanota_quote, #divRplyFwdMsg, #divRplyFwdMsg ~ *, #appendonsend, #appendonsend ~ *, #mail-editor-reference-message-container, .gmail_signature, .moz-signature";

    public static string Of(MimeMessage letter)
    {
        var parts = letter.BodyParts.OfType<TextPart>().Where(p => !p.IsAttachment).ToList();
        // All plain parts: a letter with a picture in its middle has several.
        var plain = string.Join("\n", parts.Where(p => p.IsPlain).Select(Plain)).Trim();
        if (plain.Length > 0)
            return Cut(plain);
        return parts.FirstOrDefault(p => p.IsHtml) is { } html ? Cut(FromHtml(Decoded(html))) : "";
    }

    private static string Plain(TextPart part)
    {
        var text = Decoded(part);
        return part.IsFlowed
            ? new FlowedToText { DeleteSpace = DeletesSpace(part) }.Convert(text)
            : text;
    }

    /// <summary>A letter that does not say in which letters it is written, or names none that exist, is looked at.</summary>
    private static string Decoded(TextPart part)
    {
        if (part.Content is null)
            return "";
        using var bytes = new MemoryStream();
        part.Content.DecodeTo(bytes);
        var encoding = Named(part.ContentType.Charset);
        return encoding is null
            ? EncodingFinder.Decode(bytes.ToArray())
            : encoding.GetString(bytes.ToArray()).TrimStart('\uFEFF');
    }

    private static Encoding? Named(string? charset)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var name = charset?.Trim().ToLowerInvariant() switch
        {
            null or "" or "us-ascii" or "unknown-8bit" or "8bit" or "default" => null,
            "gb2312" or "gbk" or "x-gbk" or "cp936" => "gb18030",
            "cp1251" or "cp-1251" or "win-1251" or "x-cp1251" => "windows-1251",
            "koi8r" or "cskoi8r" => "koi8-r",
            "utf8" => "utf-8",
            var other => other,
        };
        try
        {
            return name is null ? null : Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool DeletesSpace(TextPart part) =>
        "yes".Equals(part.ContentType.Parameters["delsp"], StringComparison.OrdinalIgnoreCase);

    internal static string FromHtml(string html)
    {
        if (html.Length > Longest)
            html = html[..Longest];
        if (IsBottomless(html))
            return WordsOnly(html);
        var body = new HtmlParser().ParseDocument(html).Body;
        if (body is null)
            return "";
        foreach (var quoted in body.QuerySelectorAll(Quoted).ToList())
            quoted.Remove();
        var text = new StringBuilder();
        Write(text, body);
        return text.ToString().Trim();
    }

    /// <summary>Whether it is nested deeper than any program writes; to grow such a tree takes the square of its depth.</summary>
    private static bool IsBottomless(string html)
    {
        var depth = 0;
        foreach (var tag in Tokens(html).OfType<HtmlTagToken>())
            if (
                !tag.IsEmptyElement
                && !tag.Id.IsEmptyElement()
                && !OftenLeftOpen.Contains(tag.Name)
            )
            {
                depth = Math.Max(0, tag.IsEndTag ? depth - 1 : depth + 1);
                if (depth > Deepest)
                    return true;
            }
        return false;
    }

    private static string WordsOnly(string html) =>
        string.Join(
                ' ',
                Tokens(html)
                    .Where(t => t.Kind == HtmlTokenKind.Data)
                    .OfType<HtmlDataToken>()
                    .Select(t => t.Data.Trim())
                    .Where(t => t.Length > 0)
            )
            .Trim();

    private static IEnumerable<HtmlToken> Tokens(string html)
    {
        using var reader = new StringReader(html);
        var tokens = new HtmlTokenizer(reader);
        while (tokens.ReadNextToken(out var token))
            yield return token;
    }

    private static void Write(StringBuilder text, IElement root)
    {
        // By hand, for a letter may be nested deeper than calls can be.
        INode? node = root.FirstChild;
        while (node is not null && node != root)
        {
            if (node is IText words)
                Words(text, words);
            if (node is IElement element && !Silent.Contains(element.LocalName))
            {
                Begin(text, element);
                if (node.FirstChild is { } first)
                {
                    node = first;
                    continue;
                }
            }
            while (node is not null && node != root && node.NextSibling is null)
            {
                node = node.Parent;
                End(text, node, root);
            }
            if (node == root)
                break;
            var done = node;
            node = node?.NextSibling;
            if (done is IElement { FirstChild: null } empty)
                End(text, empty, root);
        }
    }

    private static void Begin(StringBuilder text, IElement element)
    {
        if (element.LocalName == "br")
            _ = text.Append('\n');
        else if (OwnLine.Contains(element.LocalName))
            NewLine(text);
        if (element.LocalName == "li")
            _ = text.Append("- ");
    }

    private static void End(StringBuilder text, INode? node, IElement root)
    {
        if (node is not IElement element || node == root || !OwnLine.Contains(element.LocalName))
            return;
        NewLine(text);
        if (element.LocalName == "p")
            _ = text.Append('\n');
    }

    private static void NewLine(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != '\n')
            _ = text.Append('\n');
    }

    private static void Words(StringBuilder text, IText words)
    {
        if (words.ParentElement is { LocalName: "pre" })
        {
            _ = text.Append(words.Data);
            return;
        }
        foreach (var c in words.Data)
            if (!char.IsWhiteSpace(c))
                _ = text.Append(c);
            else if (text.Length > 0 && !char.IsWhiteSpace(text[^1]))
                _ = text.Append(' ');
    }

    private static string Cut(string text) => text.Length > Longest ? text[..Longest] : text;
}

using System.Globalization;
using System.Net;
using Ganss.Xss;
using Markdig;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Plimsoll.Web.Platform.Text.Markdown;

/// <summary>
/// What people write: descriptions and comments. CommonMark with tables, task lists, strikethrough and bare links; a new
/// line is a new line. HTML in it is text. Nothing that is shown fetches anything from elsewhere.
/// </summary>
public static class Markdown
{
    /// <summary>The longest text that is read as Markdown; a room refuses a longer one.</summary>
    public const int Longest = 50_000;

    private static readonly MarkdownPipeline Pipeline = MakePipeline();
    private static readonly HtmlSanitizer Sieve = MakeSieve();

    /// <summary>The text as HTML, to be put into a <c>div class="written"</c>.</summary>
    public static string ToHtml(string? text, MarkdownLook? look = null)
    {
        var document = Read(text);
        look ??= MarkdownLook.Usual;
        foreach (var heading in document.Descendants<HeadingBlock>())
            heading.Level = Math.Min(6, heading.Level + look.HeadingsFrom - 1);
        using var html = new StringWriter(CultureInfo.InvariantCulture);
        var renderer = new HtmlRenderer(html);
        Pipeline.Setup(renderer);
        SafeHtml.Teach(renderer, look);
        _ = renderer.Render(document);
        // What is written above is safe by itself; this holds should the parser ever let something through.
        return Sieve.Sanitize(html.ToString());
    }

    /// <summary>The words alone, for letters, search and the line of a list.</summary>
    public static string ToPlainText(string? text, MarkdownLook? look = null) =>
        PlainWords.Of(Read(text), look ?? MarkdownLook.Usual);

    internal static MarkdownDocument Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];
        var clean = Clean(text);
        if (Burden.IsTooMuch(clean))
            return Markdig.Markdown.Parse(Fenced(clean), Pipeline);
        try
        {
            return Markdig.Markdown.Parse(clean, Pipeline);
        }
        catch (ArgumentException)
        {
            // Nested deeper than anybody writes. It is shown as it stands.
            return Markdig.Markdown.Parse(Fenced(clean), Pipeline);
        }
    }

    /// <summary>Signs that turn the writing around would let a text say another thing than is read.</summary>
    private static string Clean(string text)
    {
        if (text.Length > Longest)
            text = text[..Longest];
        return text.Any(IsTurning) ? new string([.. text.Where(c => !IsTurning(c))]) : text;
    }

    private static bool IsTurning(char c) =>
        c is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    private static string Fenced(string text) => "    " + text.ReplaceLineEndings("\n    ");

    private static MarkdownPipeline MakePipeline()
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePipeTables()
            .UseTaskLists()
            .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
            .UseAutoLinks()
            .UseSoftlineBreakAsHardlineBreak()
            .DisableHtml();
        builder.InlineParsers.InsertBefore<LinkInlineParser>(new MentionParser());
        return builder.Build();
    }

    private static HtmlSanitizer MakeSieve()
    {
        var sieve = new HtmlSanitizer();
        Only(
            sieve.AllowedTags,
            "p",
            "br",
            "hr",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "blockquote",
            "pre",
            "code",
            "em",
            "strong",
            "del",
            "a",
            "img",
            "span",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td"
        );
        Only(
            sieve.AllowedAttributes,
            "href",
            "src",
            "alt",
            "title",
            "rel",
            "class",
            "loading",
            "start",
            "style"
        );
        Only(sieve.AllowedClasses, "mention", "picture", "box", "done");
        Only(sieve.AllowedSchemes, "http", "https", "mailto");
        Only(sieve.AllowedCssProperties, "text-align");
        Only(sieve.UriAttributes, "href", "src");
        sieve.AllowedAtRules.Clear();
        return sieve;
    }

    private static void Only(ISet<string> set, params ReadOnlySpan<string> words)
    {
        set.Clear();
        foreach (var word in words)
            _ = set.Add(word);
    }
}

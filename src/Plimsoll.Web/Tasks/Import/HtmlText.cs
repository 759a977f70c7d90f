using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Plimsoll.Web.Tasks.Import;

/// <summary>HTML as Markdown: paragraphs, lists, links, emphasis, code, quotes; of the rest the words.</summary>
internal static partial class HtmlText
{
    /// <summary>Deeper than this nobody writes; what lies there is taken as plain words.</summary>
    private const int Deepest = 60;

    public static bool Is(string text) => Tag().IsMatch(text);

    public static string ToMarkdown(string html)
    {
        var body = new HtmlParser().ParseDocument(html).Body;
        if (body is null)
            return "";
        var text = new StringBuilder();
        Children(body, text, "", 0);
        return ManyBreaks().Replace(SpaceAtEnd().Replace(text.ToString(), "\n"), "\n\n").Trim();
    }

    private static void Children(INode node, StringBuilder text, string indent, int depth)
    {
        foreach (var child in node.ChildNodes)
            Write(child, text, indent, depth + 1);
    }

    private static void Write(INode node, StringBuilder text, string indent, int depth)
    {
        if (node is IText words)
        {
            Words(words.Data, text);
            return;
        }
        if (node is not IElement element)
            return;
        if (depth > Deepest)
        {
            Words(element.TextContent, text);
            return;
        }
        switch (element.LocalName)
        {
            case "script" or "style" or "template" or "head":
                return;
            case "br":
                _ = text.Append('\n').Append(indent);
                return;
            case "p" or "div" or "section" or "article" or "table" or "tr":
                Apart(text);
                Children(element, text, indent, depth);
                Apart(text);
                return;
            case ['h', >= '1' and <= '6']:
                Apart(text);
                _ = text.Append('#', element.LocalName[1] - '0').Append(' ');
                Children(element, text, indent, depth);
                Apart(text);
                return;
            case "ul" or "ol":
                List(element, text, indent, depth);
                return;
            case "blockquote":
                Apart(text);
                var quoted = new StringBuilder();
                Children(element, quoted, "", depth);
                _ = text.Append("> ")
                    .Append(
                        quoted.ToString().Trim().Replace("\n", "\n> ", StringComparison.Ordinal)
                    );
                Apart(text);
                return;
            case "pre":
                Apart(text);
                _ = text.Append("```\n").Append(element.TextContent.Trim('\n')).Append("\n```");
                Apart(text);
                return;
            case "code":
                Around(element, "`", text, indent, depth);
                return;
            case "b" or "strong":
                Around(element, "**", text, indent, depth);
                return;
            case "i" or "em":
                Around(element, "*", text, indent, depth);
                return;
            case "s" or "del" or "strike":
                Around(element, "~~", text, indent, depth);
                return;
            case "a":
                Link(element, text, indent, depth);
                return;
            default:
                Children(element, text, indent, depth);
                return;
        }
    }

    private static void List(IElement list, StringBuilder text, string indent, int depth)
    {
        if (indent.Length == 0)
            Apart(text);
        var number = 0;
        foreach (var item in list.Children.Where(c => c.LocalName == "li"))
        {
            number++;
            if (text.Length > 0 && text[^1] != '\n')
                _ = text.Append('\n');
            _ = text.Append(indent)
                .Append(
                    list.LocalName == "ol"
                        ? string.Create(CultureInfo.InvariantCulture, $"{number}. ")
                        : "- "
                );
            var words = new StringBuilder();
            Children(item, words, indent + "  ", depth);
            _ = text.Append(ManyBreaks().Replace(words.ToString().Trim(), "\n\n"));
        }
        if (indent.Length == 0)
            Apart(text);
    }

    private static void Link(IElement link, StringBuilder text, string indent, int depth)
    {
        var address = link.GetAttribute("href")?.Trim() ?? "";
        var words = new StringBuilder();
        Children(link, words, indent, depth);
        var shown = words.ToString().Trim();
        var goes =
            Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https" or "mailto";
        if (!goes || shown.Length == 0)
            _ = text.Append(shown);
        else if (shown == address)
            _ = text.Append('<').Append(address).Append('>');
        else
            _ = text.Append('[').Append(shown).Append("](<").Append(uri!.AbsoluteUri).Append(">)");
    }

    private static void Around(
        IElement element,
        string mark,
        StringBuilder text,
        string indent,
        int depth
    )
    {
        var words = new StringBuilder();
        Children(element, words, indent, depth);
        var inner = words.ToString().Trim();
        if (inner.Length == 0)
            return;
        var wide = words.Length > 0 && words[0] == ' ' && (text.Length == 0 || text[^1] != ' ');
        _ = text.Append(wide ? " " : "").Append(mark).Append(inner).Append(mark);
        if (words[^1] == ' ')
            _ = text.Append(' ');
    }

    private static void Words(string data, StringBuilder text)
    {
        var words = Spaces().Replace(data, " ");
        if (words == " " && (text.Length == 0 || text[^1] is '\n' or ' '))
            return;
        _ = text.Append(text.Length == 0 || text[^1] == '\n' ? words.TrimStart() : words);
    }

    /// <summary>An empty line between two blocks.</summary>
    private static void Apart(StringBuilder text)
    {
        if (text.Length > 0)
            _ = text.Append("\n\n");
    }

    [GeneratedRegex(
        @"</?(?:p|div|br|ul|ol|li|a|b|i|strong|em|span|h[1-6]|blockquote|pre|code|table|img)(?:\s[^<>]{0,2000})?/?>",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[ \t]+\n")]
    private static partial Regex SpaceAtEnd();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex ManyBreaks();
}

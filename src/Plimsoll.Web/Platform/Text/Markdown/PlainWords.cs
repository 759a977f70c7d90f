using System.Globalization;
using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Plimsoll.Web.Platform.Text.Markdown;

/// <summary>A written text without its signs: paragraphs, lists and quotes as one writes them in a letter.</summary>
internal static class PlainWords
{
    public static string Of(MarkdownDocument document, MarkdownLook look)
    {
        var text = new StringBuilder();
        Blocks(text, document, "", look);
        return text.ToString().Trim();
    }

    /// <summary>The words of a link or of the description of a picture.</summary>
    public static string Of(ContainerInline inlines, MarkdownLook look)
    {
        var text = new StringBuilder();
        Inlines(text, inlines, "", look);
        return text.ToString();
    }

    private static void Blocks(
        StringBuilder text,
        ContainerBlock blocks,
        string before,
        MarkdownLook look
    )
    {
        foreach (var block in blocks)
            switch (block)
            {
                case ListBlock list:
                    Items(text, list, before, look);
                    break;
                case QuoteBlock quote:
                    Quote(text, quote, before, look);
                    break;
                case Table table:
                    Rows(text, table, before, look);
                    break;
                case CodeBlock code:
                    foreach (var line in code.Lines.ToString().Split('\n'))
                        Line(text, before, line);
                    Gap(text, before);
                    break;
                case ThematicBreakBlock:
                    Line(text, before, "---");
                    Gap(text, before);
                    break;
                case LeafBlock { Inline: { } inlines }:
                    _ = text.Append(before);
                    Inlines(text, inlines, before, look);
                    _ = text.Append('\n');
                    Gap(text, before);
                    break;
                case ContainerBlock more:
                    Blocks(text, more, before, look);
                    break;
            }
    }

    private static void Quote(
        StringBuilder text,
        QuoteBlock quote,
        string before,
        MarkdownLook look
    )
    {
        var inner = new StringBuilder();
        Blocks(inner, quote, before + "> ", look);
        _ = text.Append(inner.ToString().TrimEnd('>', ' ', '\n')).Append('\n');
        Gap(text, before);
    }

    private static void Items(StringBuilder text, ListBlock list, string before, MarkdownLook look)
    {
        var number = int.TryParse(list.OrderedStart, CultureInfo.InvariantCulture, out var first)
            ? first
            : 1;
        foreach (var item in list.OfType<ContainerBlock>())
        {
            var mark = list.IsOrdered
                ? $"{number++.ToString(CultureInfo.InvariantCulture)}. "
                : "- ";
            var inner = new StringBuilder();
            Blocks(inner, item, before + new string(' ', mark.Length), look);
            var whole = inner.ToString().TrimEnd();
            var words =
                whole.Length > before.Length + mark.Length
                    ? whole[(before.Length + mark.Length)..]
                    : "";
            Line(text, before, mark + words);
        }
        Gap(text, before);
    }

    private static void Rows(StringBuilder text, Table table, string before, MarkdownLook look)
    {
        foreach (var row in table.OfType<TableRow>())
            Line(
                text,
                before,
                string.Join(
                    " | ",
                    row.OfType<TableCell>()
                        .Select(cell =>
                        {
                            var words = new StringBuilder();
                            Blocks(words, cell, "", look);
                            return words.ToString().Trim();
                        })
                )
            );
        Gap(text, before);
    }

    private static void Inlines(
        StringBuilder text,
        ContainerInline inlines,
        string before,
        MarkdownLook look
    )
    {
        foreach (var inline in inlines)
            switch (inline)
            {
                case LiteralInline literal:
                    _ = text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    _ = text.Append(code.Content);
                    break;
                case LineBreakInline:
                    _ = text.Append('\n').Append(before);
                    break;
                case HtmlEntityInline entity:
                    _ = text.Append(entity.Transcoded.AsSpan());
                    break;
                case TaskList box:
                    _ = text.Append(box.Checked ? "[x]" : "[ ]");
                    break;
                case MentionInline mention:
                    _ = text.Append('@').Append(look.NameOf(mention.Person) ?? mention.Name);
                    break;
                case AutolinkInline address:
                    _ = text.Append(address.Url);
                    break;
                case LinkInline link:
                    Link(text, link, before, look);
                    break;
                case ContainerInline more:
                    Inlines(text, more, before, look);
                    break;
            }
    }

    private static void Link(StringBuilder text, LinkInline link, string before, MarkdownLook look)
    {
        var words = new StringBuilder();
        Inlines(words, link, before, look);
        _ = text.Append(words);
        if (
            !link.IsImage
            && SafeAddress.Of(link.Url) is { } address
            && SafeAddress.IsOutside(address)
            && !Says(words.ToString(), address)
        )
            _ = text.Append(" (").Append(address).Append(')');
    }

    /// <summary>A bare link is its own words, with or without what it begins with.</summary>
    private static bool Says(string words, string address) =>
        words.Length > 0
        && address.TrimEnd('/').EndsWith(words.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    private static void Line(StringBuilder text, string before, string line) =>
        text.Append(before).Append(line).Append('\n');

    /// <summary>One empty line, which also belongs to the quote it stands in.</summary>
    private static void Gap(StringBuilder text, string before) =>
        text.Append(before.TrimEnd()).Append('\n');
}

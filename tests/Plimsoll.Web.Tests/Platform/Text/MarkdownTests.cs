using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Text.Markdown;

namespace Plimsoll.Web.Tests.Platform.Text;

public sealed class MarkdownTests
{
    private static readonly PersonId Mei = new(Guid.Parse("01932b6e-0000-7000-8000-000000000001"));
    private const string File = "01932b6e-0000-7000-8000-0000000000ff";

    [Theory]
    [InlineData(
        "**bold** *it* ~~gone~~",
        "<p><strong>bold</strong> <em>it</em> <del>gone</del></p>"
    )]
    [InlineData("one\ntwo", "<p>one<br>\ntwo</p>")]
    [InlineData("> said\n\nanswer", "<blockquote>\n<p>said</p>\n</blockquote>\n<p>answer</p>")]
    [InlineData("```js\na < b\n```", "<pre><code>a &lt; b\n</code></pre>")]
    [InlineData("3. x", "<ol start=\"3\">\n<li>x</li>\n</ol>")]
    [InlineData(
        "- [x] done\n- [ ] open",
        "<ul>\n<li><span class=\"box done\">☑</span> done</li>\n<li><span class=\"box\">☐</span> open</li>\n</ul>"
    )]
    [InlineData(
        "| a | b |\n|:-:|--:|\n| 1 | 2 |",
        "<table>\n<thead>\n<tr>\n<th style=\"text-align: center\">a</th>\n<th style=\"text-align: right\">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td style=\"text-align: center\">1</td>\n<td style=\"text-align: right\">2</td>\n</tr>\n</tbody>\n</table>"
    )]
    public void A_text_is_shown_as_it_is_meant(string text, string html) =>
        Markdown.ToHtml(text).Trim().ShouldBe(html);

    [Fact]
    public void Headings_begin_below_those_of_the_page()
    {
        Markdown
            .ToHtml("# A\n\n### B\n\n###### C")
            .ShouldBe("<h3>A</h3>\n<h5>B</h5>\n<h6>C</h6>\n");
        Markdown.ToHtml("# A", new MarkdownLook { HeadingsFrom = 2 }).Trim().ShouldBe("<h2>A</h2>");
    }

    [Theory]
    [InlineData("[a](https://x.example/?q=1&r=2)", "https://x.example/?q=1&amp;r=2")]
    [InlineData("https://x.example/a_b_c", "https://x.example/a_b_c")]
    [InlineData("<mei@agency.example>", "mailto:mei@agency.example")]
    [InlineData("www.x.example", "http://www.x.example")]
    public void A_link_out_of_the_house_says_nothing_of_where_it_stands(
        string text,
        string address
    ) =>
        Markdown
            .ToHtml(text)
            .ShouldContain($"<a href=\"{address}\" rel=\"nofollow noopener noreferrer\">");

    [Theory]
    [InlineData("[brief](/files/" + File + ")", "/files/" + File)]
    [InlineData("[week](/load?from=2026-W48)", "/load?from=2026-W48")]
    public void A_link_may_lead_to_a_page_or_file_of_our_own(string text, string address) =>
        Markdown.ToHtml(text).ShouldContain($"<a href=\"{address}\">");

    [Fact]
    public void A_picture_of_our_own_is_shown() =>
        Markdown
            .ToHtml($"![a \"layout\"](/files/{File})")
            .Trim()
            .ShouldBe(
                $"<p><a class=\"picture\" href=\"/files/{File}\"><img loading=\"lazy\" src=\"/files/{File}/thumb?size=1600\" alt=\"a &quot;layout&quot;\"></a></p>"
            );

    [Theory]
    [InlineData("![x](https://spy.example/pixel.gif)")]
    [InlineData("![x](//spy.example/pixel.gif)")]
    [InlineData("![x](/\\spy.example/pixel.gif)")]
    [InlineData("![x](data:image/png;base64,AAAA)")]
    [InlineData("![x](/files/../signout)")]
    [InlineData("![x](/files/" + File + "/../../x)")]
    [InlineData("![x][r]\n\n[r]: https://spy.example/pixel.gif")]
    public void A_picture_from_elsewhere_is_not_fetched(string text) =>
        Markdown.ToHtml(text).ShouldNotContain("<img");

    [Fact]
    public void A_picture_from_elsewhere_is_a_link() =>
        Markdown
            .ToHtml("![our logo](https://x.example/logo.png)")
            .ShouldContain(
                "<a href=\"https://x.example/logo.png\" rel=\"nofollow noopener noreferrer\">our logo</a>"
            );

    [Fact]
    public void A_mentioned_person_is_called_as_she_is_called_now()
    {
        var text = $"Ask {Mentions.Write(Mei, "Mei Lin")} and `@[X](person:{Mei})`";
        Mentions.In(text).ShouldBe([Mei]);
        Markdown
            .ToHtml(text, new MarkdownLook { NameOf = _ => "Mei <Chen>" })
            .ShouldContain("<span class=\"mention\">@Mei &lt;Chen&gt;</span>");
        Markdown.ToHtml(text).ShouldContain("<span class=\"mention\">@Mei Lin</span>");
    }

    [Theory]
    [InlineData("@[x](person:no-such-id)")]
    [InlineData("@[x](team:01932b6e-0000-7000-8000-000000000001)")]
    [InlineData("\\@[x](person:01932b6e-0000-7000-8000-000000000001)")]
    [InlineData("    @[x](person:01932b6e-0000-7000-8000-000000000001)")]
    public void What_only_looks_like_a_mention_is_none(string text) =>
        Mentions.In(text).ShouldBeEmpty();

    [Fact]
    public void The_name_in_a_mention_cannot_break_out_of_it()
    {
        var text = Mentions.Write(Mei, "](javascript:alert(1)) [Mei\n");
        Mentions.In(text).ShouldBe([Mei]);
        Markdown.ToHtml(text).ShouldNotContain("<a");
    }

    [Fact]
    public void In_a_letter_the_words_stand_alone()
    {
        var text = $"""
            # Banner

            Please **check** [the brief](https://x.example/brief), {Mentions.Write(Mei, "Mei")}:

            1. size
            2. *colour*
               - blue
            - [x] logo

            > as said
            > before

            | a | b |
            |---|---|
            | 1 | 2 |

            https://y.example ![sketch](/files/{File}) &amp; `code`
            """;
        Markdown
            .ToPlainText(text)
            .ShouldBe(
                """
                Banner

                Please check the brief (https://x.example/brief), @Mei:

                1. size
                2. colour

                   - blue

                - [x] logo

                > as said
                > before

                a | b
                1 | 2

                https://y.example sketch & code
                """.ReplaceLineEndings("\n")
            );
    }

    [Fact]
    public void Nothing_written_is_nothing_shown()
    {
        Markdown.ToHtml(null).ShouldBe("");
        Markdown.ToPlainText("  \n").ShouldBe("");
        Mentions.In("").ShouldBeEmpty();
    }
}

using System.Net;
using System.Text.RegularExpressions;
using Plimsoll.Web.Platform.Text.Markdown;

namespace Plimsoll.Web.Tests.Platform.Text;

public sealed partial class MarkdownPreviewTests
{
    [Fact]
    public async Task What_is_typed_is_shown_to_who_types_it()
    {
        await using var agency = await TestAgency.Open(Database.Sqlite);
        var browser = await agency.SignedIn(agency.Owner);
        var answer = await Ask(browser, "# A\n<b>", await Stamp(browser));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        (await answer.Content.ReadAsStringAsync(TestAgency.Now)).ShouldBe(
            "<h3>A</h3>\n<p>&lt;b&gt;</p>\n"
        );
    }

    [Fact]
    public async Task Another_site_cannot_ask_for_a_preview()
    {
        await using var agency = await TestAgency.Open(Database.Sqlite);
        var browser = await agency.SignedIn(agency.Owner);
        (await Ask(browser, "x", "no-such-stamp")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var stranger = agency.Browser();
        var answer = await Ask(stranger, "x", "no-such-stamp");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_text_too_long_is_refused()
    {
        await using var agency = await TestAgency.Open(Database.Sqlite);
        var browser = await agency.SignedIn(agency.Owner);
        var text = new string('x', Markdown.Longest + 1);
        (await Ask(browser, text, await Stamp(browser))).StatusCode.ShouldBe(
            HttpStatusCode.BadRequest
        );
    }

    private static async Task<HttpResponseMessage> Ask(
        HttpClient browser,
        string text,
        string stamp
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, MarkdownPreview.Path)
        {
            Content = new StringContent(text),
        };
        request.Headers.Add("X-Plimsoll-Form", stamp);
        return await browser.SendAsync(request, TestAgency.Now);
    }

    private static async Task<string> Stamp(HttpClient browser) =>
        Token().Match(await browser.GetStringAsync("/me", TestAgency.Now)).Groups[1].Value;

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.SignIn;

/// <summary>Who signs in or out beside an open page loses nothing of what is typed there.</summary>
public sealed partial class LateFormTests
{
    private const string Page = "/clients/new";
    private const string Note = "Pays late.\r\nCall Irina <first>.";

    [Theory, OnEachDatabase]
    public async Task A_form_is_sent_after_its_person_has_signed_in_again(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var browser = await agency.SignedIn(agency.Owner);
        var token = await Token(browser);
        await Leave(browser);
        await Enter(browser, "owner@agency.example");
        (await Post(agency, browser, Page, token)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Saved(agency)).ShouldBe(1);
    }

    [Theory, OnEachDatabase]
    public async Task A_form_of_somebody_else_is_shown_again_and_not_done(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        await agency.Someone(Position.Director, "Dora");
        var browser = await agency.SignedIn(agency.Owner);
        var token = await Token(browser);
        await Enter(browser, "dora@agency.example");
        using var answer = await Post(agency, browser, Page, token);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await answer.Content.ReadAsStringAsync(TestAgency.Now);
        WebUtility.HtmlDecode(page).ShouldContain("You are Dora now");
        WebUtility.HtmlDecode(page).ShouldContain("Nordwind");
        WebUtility.HtmlDecode(page).ShouldContain(Note);
        (await Saved(agency)).ShouldBe(0);
        (
            await Post(agency, browser, Page, TokenIn().Match(page).Groups[1].Value)
        ).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Saved(agency)).ShouldBe(1);
    }

    [Theory, OnEachDatabase]
    public async Task A_form_sent_by_who_is_signed_out_waits_in_its_page(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var browser = await agency.SignedIn(agency.Owner);
        var token = await Token(browser);
        await Leave(browser);
        using var sent = await Post(agency, browser, Page, token);
        sent.StatusCode.ShouldBe(HttpStatusCode.TemporaryRedirect);
        var waits = sent.Headers.Location!.ToString();
        using var answer = await Post(agency, browser, waits, token);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestAgency.Now));
        page.ShouldContain("action=\"/clients/new\"");
        page.ShouldContain("name=\"_handler\" value=\"add\"");
        page.ShouldContain($"name=\"Form.Note\" value=\"{Note}\"");
        page.ShouldNotContain("my old sentence");
        await Enter(browser, "owner@agency.example");
        using var gone = await Post(agency, browser, Page, "");
        gone.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await gone.Read()).ShouldContain(Note);
        (await Saved(agency)).ShouldBe(0);
    }

    [Theory, OnEachDatabase]
    public async Task What_another_site_sends_is_not_shown_and_not_kept(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var browser = await agency.SignedIn(agency.Owner);
        using var answer = await Post(agency, browser, Page, "", "https://elsewhere.example");
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Read()).ShouldNotContain("Nordwind");
        await Leave(browser);
        using var stranger = await Post(agency, browser, Page, "", "https://elsewhere.example");
        stranger.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await Saved(agency)).ShouldBe(0);
    }

    [Theory, OnEachDatabase]
    public async Task A_script_is_told_who_is_signed_in_now_and_nothing_when_nobody_is(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var browser = await agency.SignedIn(agency.Owner);
        var told = await browser.GetStringAsync("/form", TestAgency.Now);
        told.ShouldContain(agency.Owner.Person.ToString());
        await Leave(browser);
        (await browser.GetAsync("/form", TestAgency.Now)).StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    private static async Task<string> Token(HttpClient browser) =>
        TokenIn().Match(await browser.GetStringAsync(Page, TestAgency.Now)).Groups[1].Value;

    private static async Task Leave(HttpClient browser) =>
        (await browser.Submit("/me", "", "/signout")).StatusCode.ShouldBe(HttpStatusCode.Redirect);

    private static async Task Enter(HttpClient browser, string email) =>
        (await browser.Enter(email, TestAgency.Password)).StatusCode.ShouldBe(
            HttpStatusCode.Redirect
        );

    private static async Task<HttpResponseMessage> Post(
        TestAgency agency,
        HttpClient browser,
        string to,
        string token,
        string from = "http://localhost"
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, to)
        {
            Content = new FormUrlEncodedContent([
                new("_handler", "add"),
                new("__RequestVerificationToken", token),
                new("Form.Name", "Nordwind"),
                new("Form.AccountManager", agency.Owner.Person.ToString()),
                new("Form.Note", Note),
                new("Form.Password", "my old sentence"),
            ]),
        };
        request.Headers.Add("Origin", from);
        return await browser.SendAsync(request, TestAgency.Now);
    }

    private static Task<int> Saved(TestAgency agency) =>
        agency.Store(db => db.Clients().CountAsync(TestAgency.Now));

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex TokenIn();
}

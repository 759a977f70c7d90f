using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.SignIn;
using Plimsoll.Web.SignIn.Store;
using Plimsoll.Web.SignIn.UseCases;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.SignIn;

public sealed class TokenTests
{
    [Theory, OnEachDatabase]
    public async Task A_token_says_who_it_is_and_what_for(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var program = Program(agency, await Make(agency, agency.Owner, "people:invite"));
        var me = await program.GetFromJsonAsync<JsonElement>("/api/v1/me", TestAgency.Now);
        me.GetProperty("name").GetString().ShouldBe("Olga Owner");
        me.GetProperty("position").GetString().ShouldBe("owner");
        me.GetProperty("scopes").EnumerateArray().Single().GetString().ShouldBe("people:invite");
    }

    [Theory, OnEachDatabase]
    public async Task The_page_shows_a_token_once_and_the_store_keeps_its_hash(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var browser = await agency.SignedIn(agency.Owner);
        var html = await (
            await browser.Submit(
                "/me/tokens",
                "token",
                ("Form.Name", "Export"),
                ("Form.Days", "30"),
                ("scope", "people:invite")
            )
        ).Read();
        var secret = html[html.IndexOf("plm_", StringComparison.Ordinal)..][..47];
        (await Program(agency, secret).GetAsync("/api/v1/me", TestAgency.Now)).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );
        var row = await agency.Store(db => db.AccessTokens().SingleAsync());
        row.Hash.ShouldBe(Secrets.HashOf(secret));
        (await browser.GetStringAsync("/me/tokens", TestAgency.Now)).ShouldNotContain(secret);
    }

    [Theory, OnEachDatabase]
    public async Task A_token_opens_no_more_than_its_scopes(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var li = await agency.Someone(Position.TeamMember, "Li Wei");
        var all = agency.Use<KnownScopes>().All;
        var other = all.FirstOrDefault(s => s != "people:invite");
        Assert.SkipWhen(other is null, "There is one scope only.");
        var program = Program(agency, await Make(agency, agency.Owner, other!));
        var answer = await program.PostAsync(
            $"/api/v1/people/{li.Person}/reset-link",
            null,
            TestAgency.Now
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await answer.Read()).ShouldContain("token-lacks-scope");
    }

    [Theory, OnEachDatabase]
    public async Task A_token_of_every_scope_opens_no_more_than_its_owner_may(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var li = await agency.Someone(Position.TeamMember, "Li Wei");
        var program = Program(agency, await Make(agency, li, AccessToken.EveryScope));
        var answer = await program.PostAsync(
            $"/api/v1/people/{agency.Owner.Person}/reset-link",
            null,
            TestAgency.Now
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var owners = Program(agency, await Make(agency, agency.Owner, AccessToken.EveryScope));
        (
            await owners.PostAsync($"/api/v1/people/{li.Person}/reset-link", null, TestAgency.Now)
        ).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Theory, OnEachDatabase]
    public async Task A_token_ends_with_its_days_its_revocation_and_its_owner(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var revoked = await Make(agency, agency.Owner, "*");
        var expired = await Make(agency, agency.Owner, "*");
        var browser = await agency.SignedIn(agency.Owner);
        var id = await agency.Store(db =>
            db.AccessTokens()
                .Where(t => t.Hash == Secrets.HashOf(revoked))
                .Select(t => t.Id)
                .SingleAsync()
        );
        await browser.Submit("/me/tokens", "revoke-" + id);
        (await Asks(agency, revoked)).ShouldBe(HttpStatusCode.Unauthorized);
        (await Asks(agency, expired)).ShouldBe(HttpStatusCode.OK);
        agency.Clock.Advance(TimeSpan.FromDays(30));
        (await Asks(agency, expired)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory, OnEachDatabase]
    public async Task A_token_opens_no_page_and_a_wrong_one_is_not_helped_by_a_cookie(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var program = Program(agency, await Make(agency, agency.Owner, "*"));
        var page = await program.GetAsync("/me", TestAgency.Now);
        page.Headers.Location!.ToString().ShouldContain("/signin");

        var browser = await agency.SignedIn(agency.Owner);
        browser.DefaultRequestHeaders.Authorization = new("Bearer", "plm_not-a-token");
        (await browser.GetAsync("/api/v1/me", TestAgency.Now)).StatusCode.ShouldBe(
            HttpStatusCode.Unauthorized
        );
    }

    [Theory, OnEachDatabase]
    public async Task Whoever_guesses_tokens_is_slowed_down(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var good = await Make(agency, agency.Owner, "*");
        for (var i = 0; i < 30; i++)
            (await Asks(agency, "plm_guess" + i)).ShouldBe(HttpStatusCode.Unauthorized);
        (await Asks(agency, "plm_guess")).ShouldBe(HttpStatusCode.TooManyRequests);
        // Others behind the same address go on.
        (await Asks(agency, good)).ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnEachDatabase]
    public async Task A_token_needs_a_name_a_scope_and_a_lifetime_that_is_offered(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var create = agency.Use<CreateToken>();
        (
            await create.Run(new(" ", ["*"], 30), agency.Owner, TestAgency.Now)
        ).Refusal.ShouldBeOfType<IsMissing>();
        (
            await create.Run(new("x", [], 30), agency.Owner, TestAgency.Now)
        ).Refusal.ShouldBeOfType<TokenNeedsScope>();
        (
            await create.Run(new("x", ["no:such"], 30), agency.Owner, TestAgency.Now)
        ).Refusal.ShouldBeOfType<IsNotUnderstood>();
        (
            await create.Run(new("x", ["*"], 9999), agency.Owner, TestAgency.Now)
        ).Refusal.ShouldBeOfType<IsNotUnderstood>();
    }

    private static async Task<string> Make(TestAgency agency, Actor actor, string scope) =>
        (
            await agency.Use<CreateToken>().Run(new("Program", [scope], 30), actor, TestAgency.Now)
        ).Value;

    private static HttpClient Program(TestAgency agency, string token)
    {
        var program = agency.Browser();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            token
        );
        return program;
    }

    private static async Task<HttpStatusCode> Asks(TestAgency agency, string token) =>
        (await Program(agency, token).GetAsync("/api/v1/me", TestAgency.Now)).StatusCode;
}

using System.Net;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.SignIn;

public sealed class SignInTests
{
    [Theory, OnEachDatabase]
    public async Task The_first_run_opens_the_workspace_and_signs_its_owner_in(Database database)
    {
        await using var agency = await TestAgency.Closed(database);
        var browser = agency.Browser();
        (await browser.GetAsync("/", TestAgency.Now))
            .Headers.Location!.ToString()
            .ShouldBe("/welcome");

        var answer = await browser.Submit(
            "/welcome",
            "welcome",
            ("Form.Agency", "Harbour"),
            ("Form.Name", "Olga Owner"),
            ("Form.Email", "olga@agency.example"),
            ("Form.Password", TestAgency.Password),
            ("Form.TimeZone", "Europe/Berlin")
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetAsync("/", TestAgency.Now))
            .Headers.Location!.ToString()
            .ShouldEndWith("/load");
    }

    [Theory, OnEachDatabase]
    public async Task The_workspace_is_opened_once(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var answer = await agency.Browser().GetAsync("/welcome", TestAgency.Now);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnEachDatabase]
    public async Task A_wrong_password_says_so_at_the_field_and_keeps_the_address(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var answer = await agency
            .Browser()
            .Submit(
                "/signin",
                "signin",
                ("Form.Email", "owner@agency.example"),
                ("Form.Password", "not this one")
            );
        var html = await answer.Content.ReadAsStringAsync(TestAgency.Now);
        html.ShouldContain("The address or the password is wrong.");
        html.ShouldContain("value=\"owner@agency.example\"");
    }

    [Theory, OnEachDatabase]
    public async Task A_page_asks_who_is_there(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var answer = await agency.Browser().GetAsync("/", TestAgency.Now);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldContain("/signin");
    }

    [Theory, OnEachDatabase]
    public async Task Someone_signed_in_reaches_the_start(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var browser = await agency.SignedIn(await agency.Someone(Position.TeamMember, "Li Wei"));
        (await browser.GetAsync("/", TestAgency.Now))
            .Headers.Location!.ToString()
            .ShouldEndWith("/load");
    }
}

using System.Net;
using Plimsoll.Domain.Clients;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.Clients;

public sealed class ClientsPagesTests
{
    [Theory, OnEachDatabase]
    public async Task A_client_is_added_changed_and_put_away_without_scripts(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var browser = await agency.SignedIn(agency.Owner);
        var me = agency.Owner.Person.ToString();

        var added = await browser.Submit(
            "/clients/new",
            "add",
            ("Form.Name", "Nordwind"),
            ("Form.AccountManager", me)
        );
        added.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = added.Headers.Location!.ToString();

        var wrong = await browser.Submit(
            page,
            "change",
            ("Form.Name", " "),
            ("Form.AccountManager", me),
            ("Form.Note", "kept text"),
            ("Form.Version", "0")
        );
        var html = await wrong.Content.ReadAsStringAsync(TestAgency.Now);
        html.ShouldContain("This is needed.");
        html.ShouldContain("kept text");

        (
            await browser.Submit(page, "act", ("Act.Do", "archive"), ("Act.Version", "0"))
        ).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetStringAsync("/clients", TestAgency.Now)).ShouldNotContain("Nordwind");
        (await browser.GetStringAsync("/clients?archived=true", TestAgency.Now)).ShouldContain(
            "Nordwind"
        );
        (
            await browser.Submit(
                page + "?ask=delete",
                "act",
                ("Act.Do", "delete"),
                ("Act.Version", "1")
            )
        ).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetAsync(page, TestAgency.Now)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEachDatabase]
    public async Task A_stage_is_changed_from_the_list_and_the_list_stays_filtered(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var client = await agency.Client("Nordwind", agency.Owner);
        var project = await agency.Project("Retainer", client, stage: Stage.Pitch);
        var browser = await agency.SignedIn(agency.Owner);

        var answer = await browser.Submit(
            "/projects?q=retain",
            "stage",
            ("Move.To", $"{project}|0|won")
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().ShouldContain("q=retain");
        var card = await agency
            .Use<ProjectCard>()
            .Ask(
                project,
                agency.Owner,
                System.Globalization.CultureInfo.InvariantCulture,
                TestAgency.Now
            );
        card.Value.Stage.ShouldBe(Stage.Won);
        var stale = await browser.Submit("/projects", "stage", ("Move.To", $"{project}|0|active"));
        (await stale.Content.ReadAsStringAsync(TestAgency.Now)).ShouldContain(
            "Somebody else changed this meanwhile."
        );
    }

    [Theory, OnEachDatabase]
    public async Task A_project_has_its_form_its_streams_and_only_the_stages_that_may_follow(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var client = await agency.Client("Nordwind", agency.Owner);
        var browser = await agency.SignedIn(agency.Owner);
        var added = await browser.Submit(
            "/projects/new",
            "add",
            ("Form.Name", "Launch"),
            ("Form.Kind", "fixed-price"),
            ("Form.Client", client.ToString()),
            ("Form.Colour", "3"),
            ("Form.Starts", "2026-12-01"),
            ("Form.Streams", "Content\nPromotion")
        );
        added.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = added.Headers.Location!.ToString();

        var html = await browser.GetStringAsync(page, TestAgency.Now);
        html.ShouldContain("value=\"Promotion\"");
        html.ShouldContain("value=\"won\"");
        html.ShouldNotContain("value=\"paused\"");

        (
            await browser.Submit(
                page,
                "stream-new",
                ("Stream.Name", "Creative"),
                ("Stream.Do", "add"),
                ("Stream.Version", "0")
            )
        ).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetStringAsync(page, TestAgency.Now)).ShouldContain("value=\"Creative\"");
    }
}

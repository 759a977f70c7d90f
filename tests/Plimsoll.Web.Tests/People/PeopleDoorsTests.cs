using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.UseCases;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.People;

/// <summary>The pages and the interface of this room, as a browser and a program see them.</summary>
public sealed partial class PeopleDoorsTests
{
    [Theory, OnEachDatabase]
    public async Task A_person_is_added_and_changed_on_her_pages(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var browser = await agency.SignedIn(agency.Owner);
        var team = await agency.Team("Design");

        var added = await browser.Submit(
            "/people/new",
            "person",
            [
                ("Form.Name", "Maria Petrova"),
                ("Form.Kind", "employee"),
                ("Form.Position", "team-member"),
                ("Form.Colour", "3"),
                ("Form.Teams", team.ToString()),
                .. Days("7.5", "7,5", "7:30", "8", "", "", ""),
            ]
        );

        added.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var page = added.Headers.Location!.OriginalString;
        var html = await browser.GetStringAsync(page, TestAgency.Now);
        html.ShouldContain("Maria Petrova");
        html.ShouldContain("30.5 h");
        var id = page[..page.IndexOf('?', StringComparison.Ordinal)];

        var saved = await browser.Submit(
            id,
            "person",
            ("Form.Version", "0"),
            ("Form.Name", "Maria Ivanova"),
            ("Form.Kind", "freelancer"),
            ("Form.Position", "team-member"),
            ("Form.Colour", "3")
        );
        saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var stale = await browser.Submit(
            id,
            "person",
            ("Form.Version", "0"),
            ("Form.Name", "Somebody Else"),
            ("Form.Kind", "employee"),
            ("Form.Position", "team-member"),
            ("Form.Colour", "3")
        );
        html = await stale.Content.ReadAsStringAsync(TestAgency.Now);
        html.ShouldContain("Somebody else changed this meanwhile");
        html.ShouldContain("value=\"Somebody Else\"");
    }

    [Theory, OnEachDatabase]
    public async Task A_wrong_hour_says_so_and_keeps_what_was_typed(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var browser = await agency.SignedIn(agency.Owner);

        var answer = await browser.Submit(
            "/people/new",
            "person",
            [("Form.Name", "Maria Petrova"), .. Days("eight", "8", "8", "8", "8", "", "")]
        );

        var html = await answer.Content.ReadAsStringAsync(TestAgency.Now);
        html.ShouldContain("is no number of hours");
        html.ShouldContain("value=\"Maria Petrova\"");
        html.ShouldContain("value=\"eight\"");
    }

    [Theory]
    [OnEachDatabase("/people/new")]
    [OnEachDatabase("/settings/roles")]
    [OnEachDatabase("/settings/teams")]
    [OnEachDatabase("/settings/calendars")]
    [OnEachDatabase("/settings/workspace")]
    public async Task Pages_of_those_who_manage_people_are_not_there_for_others(
        Database database,
        string page
    )
    {
        await using var agency = await TestAgency.Open(database);
        var member = await agency.SignedIn(await agency.Someone(Position.AccountManager, "Mina"));
        var owner = await agency.SignedIn(agency.Owner);

        (await member.GetAsync(page, TestAgency.Now)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await owner.GetAsync(page, TestAgency.Now)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnEachDatabase]
    public async Task Absences_are_asked_for_decided_and_withdrawn_on_one_page(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var anna = await agency.Someone(Position.TeamMember, "Anna");
        var mate = await agency.Someone(Position.TeamMember, "Mate");
        await agency.Team("Both", anna.Person, mate.Person);
        var hers = await agency.SignedIn(anna);
        var owner = await agency.SignedIn(agency.Owner);

        var asked = await hers.Submit(
            "/absences",
            "ask",
            ("Form.Kind", "sick"),
            ("Form.From", "2026-12-07"),
            ("Form.To", "2026-12-08"),
            ("Form.Note", "canary-note")
        );
        asked.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var html = await owner.GetStringAsync("/absences", TestAgency.Now);
        html.ShouldContain("canary-note");
        var id = Approve().Match(html).Groups[1].Value;

        var decided = await owner.Submit("/absences", "decide", ("Decision.Approve", id));
        decided.StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await agency.Absent(anna)).ShouldBe(960);
        var seen = await (await agency.SignedIn(mate)).GetStringAsync("/absences", TestAgency.Now);
        seen.ShouldContain("Anna");
        seen.ShouldNotContain("canary-note");
        seen.ShouldNotContain("Sick leave, 7 Dec");
        (
            await hers.Submit("/absences", $"withdraw-{id}", ("Act.Version", "1"))
        ).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await agency.Absent(anna)).ShouldBe(0);
    }

    [Theory, OnEachDatabase]
    public async Task A_calendar_file_is_looked_at_and_brought_in(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var id = (
            await agency.Use<AddCalendar>().Run(new("Ours", "FR"), agency.Owner, TestAgency.Now)
        ).Value;
        var browser = await agency.SignedIn(agency.Owner);
        var page = $"/settings/calendars/{id}?year=2027";
        var html = await browser.GetStringAsync(page, TestAgency.Now);
        var token = Token().Match(html).Groups[1].Value;
        using var form = new MultipartFormDataContent
        {
            { new StringContent("preview"), "_handler" },
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent(CalendarTests.File), "Upload", "days.ics" },
        };

        var preview = await browser.PostAsync(page, form, TestAgency.Now);
        html = await preview.Content.ReadAsStringAsync(TestAgency.Now);
        html.ShouldContain("Founding day");
        html.ShouldContain("it has no name");
        var text = FileText().Match(html).Groups[1].Value;
        var applied = await browser.Submit(
            page,
            "import",
            ("File.Version", "0"),
            ("File.Text", WebUtility.HtmlDecode(text))
        );

        applied.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetStringAsync(page, TestAgency.Now)).ShouldContain("Founding day");
    }

    [Theory, OnEachDatabase]
    public async Task A_program_changes_a_person_with_the_version_it_saw(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var program = await agency.Program(agency.Owner);
        var made = await program.PostAsJsonAsync(
            "/api/v1/people",
            new { name = "Li Wei", position = "team-member" },
            TestAgency.Now
        );
        made.StatusCode.ShouldBe(HttpStatusCode.Created);
        var url = made.Headers.Location!.ToString();
        made.Headers.ETag!.Tag.ShouldBe("\"v0\"");

        (await program.Put(url, new { name = "Li Wei" }, null)).StatusCode.ShouldBe(
            HttpStatusCode.PreconditionRequired
        );
        (await program.Put(url, new { name = "Li Wei 2" }, "\"v0\"")).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );
        (await program.Put(url, new { name = "Li Wei 3" }, "\"v0\"")).StatusCode.ShouldBe(
            HttpStatusCode.PreconditionFailed
        );
        var pattern = await program.Put(
            url + "/patterns/2027-01-01",
            new { days = new[] { 480, 480, 480, 480, 0, 0, 0 } },
            "\"v1\""
        );
        pattern.Headers.ETag!.Tag.ShouldBe("\"v2\"");
    }

    [Theory, OnEachDatabase]
    public async Task What_a_person_may_not_see_is_on_no_answer_of_the_interface(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var me = await agency.Someone(Position.TeamMember, "Me");
        var mate = await agency.Someone(Position.TeamMember, "Canary mate");
        await agency.Someone(Position.TeamMember, "Canary stranger");
        await agency.Team("Ours", me.Person, mate.Person);
        await agency
            .Use<AskAbsence>()
            .Run(
                new(mate.Person, AbsenceKind.Sick, new(2026, 12, 7), new(2026, 12, 7)),
                agency.Owner,
                TestAgency.Now
            );
        var program = await agency.Program(me);

        var people = await program.GetStringAsync("/api/v1/people", TestAgency.Now);
        people.ShouldContain("Canary mate");
        people.ShouldNotContain("Canary stranger");
        people.ShouldNotContain("canary.mate@");
        var absences = await program.GetStringAsync("/api/v1/absences", TestAgency.Now);
        absences.ShouldContain("2026-12-07");
        absences.ShouldNotContain("sick");
        foreach (var hidden in new[] { "/calendars/built-in", "/workspace" })
            (
                (int)(await program.GetAsync("/api/v1" + hidden, TestAgency.Now)).StatusCode
            ).ShouldBeInRange(403, 404);
        (
            await program.PostAsJsonAsync("/api/v1/roles", new { name = "X" }, TestAgency.Now)
        ).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static (string, string)[] Days(params string[] days) =>
        [.. days.Select((d, i) => ($"Form.Days[{i}]", d))];

    [GeneratedRegex("name=\"Decision.Approve\" value=\"([^\"]+)\"")]
    private static partial Regex Approve();

    [GeneratedRegex("name=\"File.Text\" value=\"([^\"]+)\"")]
    private static partial Regex FileText();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    internal static partial Regex Token();
}

internal static class ProgramActs
{
    /// <summary>A script of our own pages: her session, and the anti-forgery header.</summary>
    public static async Task<HttpClient> Program(this TestAgency agency, Actor actor)
    {
        var browser = await agency.SignedIn(actor);
        var html = await browser.GetStringAsync("/absences", TestAgency.Now);
        browser.DefaultRequestHeaders.Add(
            "X-Plimsoll-Form",
            PeopleDoorsTests.Token().Match(html).Groups[1].Value
        );
        return browser;
    }

    public static Task<HttpResponseMessage> Put(
        this HttpClient program,
        string url,
        object body,
        string? seen
    )
    {
        var request = new HttpRequestMessage(HttpMethod.Put, url)
        {
            Content = JsonContent.Create(body),
        };
        if (seen is not null)
            request.Headers.IfMatch.Add(new EntityTagHeaderValue(seen));
        return program.SendAsync(request, TestAgency.Now);
    }
}

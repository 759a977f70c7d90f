using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Tests.Platform;
using static Plimsoll.Web.Tests.Load.PlanOf;

namespace Plimsoll.Web.Tests.Load;

public sealed class LoadApiTests
{
    [Theory, OnEachDatabase]
    public async Task The_plan_in_figures_is_that_of_the_board(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (li, nordwind) = (await agency.Person("Li Wei"), await agency.Project("Nordwind"));
        await agency.Confirmed(li, nordwind, 960);
        await agency.Held(li, nordwind, 240);
        await agency.Confirmed(li, await agency.Internal("Meetings"), 120);
        var browser = await agency.SignedIn(agency.Owner);

        var load = await browser.Get("/api/v1/load?from=2026-W48&weeks=2");

        load.GetProperty("weeks").GetInt32().ShouldBe(2);
        var item = load.GetProperty("items")
            .EnumerateArray()
            .Single(i => i.GetProperty("person").GetProperty("name").GetString() == "Li Wei");
        item.GetProperty("person").GetProperty("kind").GetString().ShouldBe("employee");
        item.GetProperty("weeks")[0]
            .GetRawText()
            .ShouldBe(
                """{"week":"2026-W48","nominal":2400,"away":0,"holiday":0,"absent":0,"confirmed":960,"tentative":240,"internal":120,"load":55}"""
            );
        (await browser.GetAsync("/api/v1/load?weeks=1000", TestAgency.Now)).StatusCode.ShouldBe(
            HttpStatusCode.BadRequest
        );
    }

    [Theory, OnEachDatabase]
    public async Task Pages_of_people_lie_one_behind_the_other(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        foreach (var name in new[] { "Anna", "Boris", "Clara" })
            await agency.Person(name);
        var browser = await agency.SignedIn(agency.Owner);
        var names = new List<string?>();
        for (string? cursor = ""; cursor is not null; )
        {
            var page = await browser.Get($"/api/v1/load?weeks=1&limit=3&cursor={cursor}");
            names.AddRange(
                page.GetProperty("items")
                    .EnumerateArray()
                    .Select(i => i.GetProperty("person").GetProperty("name").GetString())
            );
            cursor = page.GetProperty("next").GetString();
        }
        names.Order().ShouldBe(["Anna", "Boris", "Clara", "Olga Owner"]);
    }

    [Theory, OnEachDatabase]
    public async Task A_change_answers_the_weeks_as_they_are_and_is_taken_back_by_its_number(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var (li, nordwind) = (await agency.Person("Li Wei"), await agency.Project("Nordwind"));
        await agency.Confirmed(li, await agency.Project("Halva"), 800);
        var browser = await agency.SignedIn(agency.Owner);

        var answer = await browser.Change(
            new
            {
                person = li.Id.Value,
                project = nordwind.Id.Value,
                week = "2026-W48",
                text = "33+10t",
                was = new { confirmed = 0, tentative = 0 },
            }
        );

        var changed = await answer.Json();
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, changed.GetRawText());
        var cell = changed.GetProperty("cells")[0];
        cell.GetProperty("text").GetString().ShouldBe("33+10t");
        cell.GetProperty("holdUntil").GetString().ShouldBe("2026-11-23");
        var week = changed.GetProperty("weeks")[0];
        week.GetProperty("confirmed").GetInt32().ShouldBe(800 + 792);
        var percent = week.GetProperty("percent");
        percent.GetProperty("load").GetInt32().ShouldBe(76);
        week.GetProperty("parts")
            .EnumerateArray()
            .Sum(p =>
                p.GetProperty("confirmed").GetProperty("percent").GetInt32()
                + p.GetProperty("tentative").GetProperty("percent").GetInt32()
            )
            .ShouldBe(76);
        changed.GetProperty("lastFact").GetInt64().ShouldBeGreaterThan(0);

        var undone = await browser.Send(
            HttpMethod.Post,
            "/api/v1/load/undo",
            new { batch = changed.GetProperty("batch").GetGuid() }
        );
        undone.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await agency.Board("")).Row(li).Cells[0].Booked.ShouldBe(800);
    }

    [Theory, OnEachDatabase]
    public async Task A_refused_change_names_its_cells(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (li, nordwind) = (await agency.Person("Li Wei"), await agency.Project("Nordwind"));
        await agency.Confirmed(li, nordwind, 960);
        var browser = await agency.SignedIn(agency.Owner);
        object Cell(string text, object? was = null) =>
            new
            {
                person = li.Id.Value,
                project = nordwind.Id.Value,
                week = "2026-W48",
                text,
                was,
            };

        var collided = await browser.Change(Cell("50", new { confirmed = 0, tentative = 0 }));
        collided.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var problem = await collided.Json();
        problem.GetProperty("code").GetString().ShouldBe("cell-changed-meanwhile");
        problem
            .GetProperty("cells")[0]
            .GetProperty("now")
            .GetProperty("confirmed")
            .GetInt32()
            .ShouldBe(960);

        problem = await (await browser.Change(Cell("130"))).Json();
        problem.GetProperty("code").GetString().ShouldBe("over-the-line-needs-reason");
        problem.GetProperty("weeks")[0].GetProperty("week").GetString().ShouldBe("2026-W48");

        problem = await (await browser.Change(Cell("forty"))).Json();
        problem.GetProperty("code").GetString().ShouldBe("is-not-understood");
        problem
            .GetProperty("cells")[0]
            .GetProperty("project")
            .GetGuid()
            .ShouldBe(nordwind.Id.Value);
    }

    [Theory, OnEachDatabase]
    public async Task A_cell_tells_its_bookings_its_comments_and_how_it_came_to_be(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var (li, nordwind) = (await agency.Person("Li Wei"), await agency.Project("Nordwind"));
        await agency.Type(li, nordwind, "20");
        await agency.Type(li, nordwind, "30+10t");
        await agency.Type(li, nordwind, "99", week: W48.Plus(1));
        var browser = await agency.SignedIn(agency.Owner);
        var added = await browser.Send(
            HttpMethod.Post,
            "/api/v1/load/comments",
            new
            {
                person = li.Id.Value,
                project = nordwind.Id.Value,
                week = "2026-W48",
                text = "Brief comes on Tuesday",
            }
        );
        added.StatusCode.ShouldBe(HttpStatusCode.Created);

        var where = $"person={li.Id}&project={nordwind.Id}&week=2026-W48";
        var cell = await browser.Get($"/api/v1/load/cell?{where}");

        cell.GetProperty("bookings").GetArrayLength().ShouldBe(2);
        cell.GetProperty("comments")[0]
            .GetProperty("text")
            .GetString()
            .ShouldBe("Brief comes on Tuesday");
        cell.GetProperty("changes")
            .EnumerateArray()
            .Select(c => c.GetProperty("kind").GetString())
            .ShouldBe(["load.time-changed", "load.time-booked"]);
        cell.GetProperty("changes")[0]
            .GetProperty("was")
            .GetProperty("confirmed")
            .GetInt32()
            .ShouldBe(480);
        (await agency.Board("")).Row(li).Cells[0].HasComment.ShouldBeTrue();

        var comment = (await added.Json()).GetProperty("id").GetGuid();
        (
            await browser.Send(HttpMethod.Delete, $"/api/v1/load/comments/{comment}")
        ).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await browser.Get($"/api/v1/load/comments?{where}"))
            .GetProperty("items")
            .GetArrayLength()
            .ShouldBe(0);
    }

    [Theory, OnEachDatabase]
    public async Task A_view_is_kept_shared_changed_and_forgotten(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var member = await agency.Someone(Position.TeamMember, "Member");
        var browser = await agency.SignedIn(agency.Owner);
        var made = await browser.Send(
            HttpMethod.Post,
            "/api/v1/load/views",
            new
            {
                name = "Who is over",
                query = "?state=over",
                shared = true,
            }
        );
        made.StatusCode.ShouldBe(HttpStatusCode.Created);
        var path = "/api/v1/load/views/" + (await made.Json()).GetProperty("id").GetGuid();

        var others = await agency.SignedIn(member);
        var view = (await others.Get("/api/v1/load/views")).GetProperty("items")[0];
        view.GetProperty("query").GetString().ShouldBe("state=over");
        view.GetProperty("mine").GetBoolean().ShouldBeFalse();
        (await others.Send(HttpMethod.Delete, path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var changed = new { name = "Over", query = "state=over&weeks=4" };
        (await browser.Send(HttpMethod.Put, path, changed)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await others.Get("/api/v1/load/views")).GetProperty("items").GetArrayLength().ShouldBe(0);
        (await browser.Send(HttpMethod.Delete, path)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }
}

/// <summary>What the board's script does: the session's cookie, and the stamp of a page of ours.</summary>
internal static partial class ScriptActs
{
    [GeneratedRegex(
        "name=\"(?:__RequestVerificationToken|plimsoll-form)\" (?:value|content)=\"([^\"]+)\""
    )]
    private static partial Regex Stamp();

    public static async Task<HttpResponseMessage> Send(
        this HttpClient browser,
        HttpMethod method,
        string path,
        object? body = null
    )
    {
        var html = await browser.GetStringAsync("/me", TestAgency.Now);
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-Plimsoll-Form", Stamp().Match(html).Groups[1].Value);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        return await browser.SendAsync(request, TestAgency.Now);
    }

    public static Task<HttpResponseMessage> Change(
        this HttpClient browser,
        params object[] changes
    ) => browser.Send(HttpMethod.Post, "/api/v1/load/changes", new { changes });

    public static async Task<JsonElement> Get(this HttpClient browser, string path) =>
        await (await browser.GetAsync(path, TestAgency.Now)).Json();

    public static async Task<JsonElement> Json(this HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(TestAgency.Now);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}

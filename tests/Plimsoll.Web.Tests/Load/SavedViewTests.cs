using System.Net;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.Load;

public sealed class SavedViewTests
{
    [Theory, OnEachDatabase]
    public async Task A_view_follows_the_current_week_or_keeps_its_own(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var browser = await agency.SignedIn(agency.Owner);

        await Keep(
            browser,
            "/load?weeks=4",
            ("KeepForm.Name", "Four"),
            ("KeepForm.Follows", "true")
        );
        await Keep(browser, "/load?from=2026-W50&weeks=4", ("KeepForm.Name", "Launch"));
        (await Queries(agency)).ShouldBe(["weeks=4", "from=2026-W50&weeks=4"]);

        agency.Clock.Advance(TimeSpan.FromDays(7));
        var html = await browser.GetStringAsync("/load?weeks=4", TestAgency.Now);
        html.ShouldContain("data-from=\"2026-W49\"");
        html.ShouldContain("from 2026-W50");
        html.ShouldContain("href=\"/load?weeks=4\" aria-current=\"page\"");
        (await browser.GetStringAsync("/load?from=2026-W50&weeks=4", TestAgency.Now)).ShouldContain(
            "data-from=\"2026-W50\""
        );
    }

    [Theory, OnEachDatabase]
    public async Task What_is_offered_is_to_follow_while_the_current_week_is_shown(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var browser = await agency.SignedIn(agency.Owner);
        const string Offered = "name=\"KeepForm.Follows\" value=\"true\" checked";

        (await browser.GetStringAsync("/load", TestAgency.Now)).ShouldContain(Offered);
        (await browser.GetStringAsync("/load?from=2026-W50", TestAgency.Now)).ShouldNotContain(
            Offered
        );
    }

    [Theory, OnEachDatabase]
    public async Task A_kept_view_begins_to_follow_and_stops_again(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var browser = await agency.SignedIn(agency.Owner);
        await Keep(browser, "/load?from=2026-W50&rows=projects", ("KeepForm.Name", "Work"));
        var id = await agency.Store(db => db.SavedViews().Select(v => v.Id).SingleAsync());

        await Keep(
            browser,
            "/load",
            ("KeepForm.Id", id.ToString()),
            ("KeepForm.Name", "Work"),
            ("KeepForm.Query", "from=2026-W50&rows=projects"),
            ("KeepForm.Follows", "true")
        );
        (await Queries(agency)).ShouldBe(["rows=projects"]);
        await Keep(
            browser,
            "/load?from=2026-W51",
            ("KeepForm.Id", id.ToString()),
            ("KeepForm.Name", "Work"),
            ("KeepForm.Query", "rows=projects")
        );
        (await Queries(agency)).ShouldBe(["from=2026-W51&rows=projects"]);
    }

    private static async Task Keep(
        HttpClient browser,
        string page,
        params (string, string)[] words
    ) =>
        (await browser.Submit(page, "keep-view", words)).StatusCode.ShouldBe(
            HttpStatusCode.Redirect
        );

    private static Task<List<string>> Queries(TestAgency agency) =>
        agency.Store(db =>
            db.SavedViews().OrderBy(v => v.Name).Select(v => v.Query).ToListAsync(TestAgency.Now)
        );
}

using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.UseCases;
using Plimsoll.Web.Load.UseCases;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.SignIn.UseCases;
using Plimsoll.Web.Tests.Clients;
using Plimsoll.Web.Tests.Load;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.Desk;

public sealed class ActivityTests
{
    [Theory, OnEachDatabase]
    public async Task A_change_says_what_was_there_before_in_words(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var anna = await agency.Someone(Position.AccountManager, "Anna Sokolova");
        var client = await agency.Client("Nordwind", agency.Owner);
        var project = await agency.Project("Retainer", client, stage: Stage.Pitch);
        await agency
            .Use<ChangeStage>()
            .Run(new(project, 0, Stage.Won), agency.Owner, TestAgency.Now);
        await agency
            .Use<ChangeClient>()
            .Run(new(client, 0, "Nordwind", anna.Person, null), agency.Owner, TestAgency.Now);
        var browser = await agency.SignedIn(agency.Owner);

        var html = await browser.GetStringAsync("/activity?room=clients", TestAgency.Now);

        html.ShouldContain("moved on the project");
        html.ShouldContain("Pitch");
        html.ShouldContain("Won");
        html.ShouldContain("Anna Sokolova");
        html.ShouldNotContain("AccountManager");
    }

    [Theory]
    [OnEachDatabase("en", "Week 48, from")]
    [OnEachDatabase("ru", "Неделя 48, с")]
    [OnEachDatabase("zh-Hans", "周 第 48 周")]
    public async Task It_speaks_in_words_and_says_nothing_twice(
        Database database,
        string language,
        string week
    )
    {
        await using var agency = await TestAgency.Open(database);
        var li = await agency.Someone(Position.TeamMember, "Li Wei");
        await agency
            .Use<CommentOnCell>()
            .Run(new(li.Person, null, PlanOf.W48, "looks full"), agency.Owner, TestAgency.Now);
        _ = await agency
            .Use<CreateToken>()
            .Run(new("eyes", ["*"], 30), agency.Owner, TestAgency.Now);
        var browser = await agency.SignedIn(agency.Owner);
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        var html = WebUtility.HtmlDecode(await browser.GetStringAsync("/activity", TestAgency.Now));
        var list = html[html.IndexOf("facts-list", StringComparison.Ordinal)..];
        var said = Regex.Replace(
            list[..list.IndexOf("</main>", StringComparison.Ordinal)],
            "<[^>]+>",
            " "
        );
        said = Regex.Replace(said, @"\s+", " ");

        said.ShouldContain(week);
        said.ShouldContain("looks full");
        said.ShouldNotContain("Неделя Неделя");
        foreach (var name in new[] { " scopes ", " proof ", " by ", " at ", " text " })
            said.Contains(name, StringComparison.Ordinal).ShouldBeFalse(name + said);
        Regex.IsMatch(said, "[0-9a-f]{8}-[0-9a-f]{4}-").ShouldBeFalse(said);
        Regex.Count(said, "48").ShouldBe(1, said);
    }

    [Theory, OnEachDatabase]
    public async Task What_was_deleted_is_still_called_by_its_name(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var client = await agency.Client("Nordwind", agency.Owner);
        await agency.Use<DeleteClient>().Run(new(client, 0), agency.Owner, TestAgency.Now);

        var page = await agency
            .Use<FactFeed>()
            .Ask(new(Subject: client.Value), agency.Owner, TestAgency.Now);

        page.Items.Select(f => f.Thing?.Name).ShouldBe(["Nordwind", "Nordwind"]);
    }

    [Theory, OnEachDatabase]
    public async Task What_was_done_in_one_go_is_one_line_and_older_ones_follow(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var now = agency.Clock.GetUtcNow().UtcDateTime;
        var batch = Guid.CreateVersion7();
        await agency.Store(async db =>
        {
            for (var i = 0; i < 5; i++)
                db.Record(
                    "clients.client-changed",
                    Guid.CreateVersion7(),
                    agency.Owner,
                    now,
                    batch: batch
                );
            for (var i = 0; i < 5; i++)
                db.Record("clients.client-changed", Guid.CreateVersion7(), agency.Owner, now);
            return await db.SaveChangesAsync(TestAgency.Now);
        });
        var feed = agency.Use<FactFeed>();
        var filter = new FactFeed.Filter(Room: "clients", Grouped: true, Limit: 4);

        var first = await feed.Ask(filter, agency.Owner, TestAgency.Now);
        var second = await feed.Ask(
            filter with
            {
                Cursor = first.Next,
            },
            agency.Owner,
            TestAgency.Now
        );

        first.Items.Count.ShouldBe(4);
        second.Items.Select(f => f.Others).ShouldBe([0, 4]);
        second.Next.ShouldBeNull();
        (await feed.Ask(new(Batch: batch), agency.Owner, TestAgency.Now)).Items.Count.ShouldBe(5);
    }

    [Theory, OnEachDatabase]
    public async Task It_is_filtered_by_person_door_name_and_day(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var anna = await agency.Someone(Position.AccountManager, "Anna Sokolova");
        await agency.Client("Halva", agency.Owner);
        agency.Clock.Advance(TimeSpan.FromDays(2));
        await agency
            .Use<AddClient>()
            .Run(new("Nordwind", anna.Person), anna with { Door = Door.Api }, TestAgency.Now);
        var feed = agency.Use<FactFeed>();

        async Task<string?> Only(FactFeed.Filter filter) =>
            (await feed.Ask(filter with { Room = "clients" }, agency.Owner, TestAgency.Now))
                .Items.ShouldHaveSingleItem()
                .Thing?.Name;

        (await Only(new(By: anna.Person))).ShouldBe("Nordwind");
        (await Only(new(Door: Door.Api))).ShouldBe("Nordwind");
        (await Only(new(Search: "HALV"))).ShouldBe("Halva");
        (await Only(new(Since: new DateTime(2026, 11, 25, 0, 0, 0, DateTimeKind.Utc)))).ShouldBe(
            "Nordwind"
        );
        (await Only(new(Before: new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc)))).ShouldBe(
            "Halva"
        );
    }

    [Theory]
    [OnEachDatabase("müller")]
    [OnEachDatabase("MULLER & SÖHNE")]
    [OnEachDatabase("ЁЛКА")]
    [OnEachDatabase("елка")]
    [OnEachDatabase("上海")]
    [OnEachDatabase("100%")]
    public async Task It_is_searched_by_what_it_tells_of_whatever_the_case(
        Database database,
        string search
    )
    {
        await using var agency = await TestAgency.Open(database);
        await Rename(agency, "Müller & Söhne Ёлка 上海 100%");

        var page = await agency
            .Use<FactFeed>()
            .Ask(new(Search: search), agency.Owner, TestAgency.Now);

        // It is called something else by now: only the record knows what it was.
        page.Items.ShouldAllBe(f => f.Thing!.Name == "Harbour");
        page.Items.Count.ShouldBe(2);
    }

    [Theory]
    [OnEachDatabase("[null")]
    [OnEachDatabase("\"name\"")]
    [OnEachDatabase("accountManager")]
    [OnEachDatabase("{")]
    [OnEachDatabase("%")]
    [OnEachDatabase("0_0")]
    [OnEachDatabase("\0")]
    [OnEachDatabase("\ud800")]
    public async Task How_it_is_recorded_is_not_found(Database database, string search)
    {
        await using var agency = await TestAgency.Open(database);
        await Rename(agency, "Nordwind");

        var page = await agency
            .Use<FactFeed>()
            .Ask(new(Room: "clients", Search: "x" + search), agency.Owner, TestAgency.Now);

        page.Items.ShouldBeEmpty();
    }

    private static async Task Rename(TestAgency agency, string name)
    {
        var client = await agency.Client(name, agency.Owner);
        await agency
            .Use<ChangeClient>()
            .Run(
                new(client, 0, "Harbour", agency.Owner.Person, null),
                agency.Owner,
                TestAgency.Now
            );
    }

    [Theory, OnEachDatabase]
    public async Task Only_owner_and_directors_read_it(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var anna = await agency.Someone(Position.AccountManager, "Anna Sokolova");
        var client = await agency.Client("Nordwind", anna);
        var browser = await agency.SignedIn(anna);

        (await browser.GetStringAsync("/activity", TestAgency.Now)).ShouldContain(
            "You may not do this."
        );
        (await browser.GetAsync("/api/v1/activity", TestAgency.Now)).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
        (await browser.GetStringAsync($"/clients/{client}", TestAgency.Now)).ShouldNotContain(
            "added the client"
        );
        var owner = await agency.SignedIn(agency.Owner);
        (await owner.GetStringAsync($"/clients/{client}", TestAgency.Now)).ShouldContain(
            "added the client"
        );
        var facts = JsonDocument.Parse(
            await owner.GetStringAsync(
                $"/api/v1/activity?subject={client}&from=2026-11-23&to=2026-11-23",
                TestAgency.Now
            )
        );
        facts
            .RootElement.GetProperty("items")[0]
            .GetProperty("kind")
            .GetString()
            .ShouldBe("clients.client-added");
    }
}

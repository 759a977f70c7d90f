using System.Globalization;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Clients.UseCases;
using Plimsoll.Web.Desk.Queries;
using Plimsoll.Web.Tests.Clients;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.Desk;

public sealed class SearchTests
{
    [Theory, OnEachDatabase]
    public async Task It_finds_people_clients_and_projects_with_what_begins_so_first(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        await agency.Someone(Position.TeamMember, "Tomás Halvorsen");
        var halva = await agency.Client("Halva", agency.Owner);
        await agency.Project("Christmas launch", halva);

        var hits = await agency.Use<Find>().Ask("HALV", agency.Owner, TestAgency.Now);

        hits.Select(h => h.Name).ShouldBe(["Halva", "Tomás Halvorsen", "Christmas launch"]);
        (await agency.Use<Find>().Ask("tomas", agency.Owner, TestAgency.Now))
            .ShouldHaveSingleItem()
            .What.ShouldBe(Find.What.Person);
        (await agency.Use<Find>().Ask("%", agency.Owner, TestAgency.Now)).ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task A_team_member_finds_her_team_and_its_projects_only(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var li = await agency.Someone(Position.TeamMember, "Li Wei");
        var boris = await agency.Someone(Position.AccountManager, "Boris Halvin");
        var halva = await agency.Client("Halva", boris);
        var mine = await agency.Project("Launch", halva);
        await agency.Project("Secret", halva);
        await agency.Book(li.Person, mine);

        (await agency.Use<Find>().Ask("halv", li, TestAgency.Now))
            .Select(h => h.Name)
            .ShouldBe(["Launch"]);
    }

    [Theory, OnEachDatabase]
    public async Task A_project_is_found_by_its_code_in_small_letters_of_any_alphabet(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        (
            await agency
                .Use<AddProject>()
                .Run(
                    new("Launch", null, ProjectKind.Internal, Code: "ЙОД-24"),
                    agency.Owner,
                    TestAgency.Now
                )
        ).IsRefused.ShouldBeFalse();

        (await agency.Use<Find>().Ask("йод", agency.Owner, TestAgency.Now))
            .Select(h => h.Name)
            .ShouldBe(["Launch"]);
        (
            await agency
                .Use<ProjectList>()
                .Ask(
                    new(Search: "од-2"),
                    agency.Owner,
                    CultureInfo.InvariantCulture,
                    TestAgency.Now
                )
        ).Items.ShouldHaveSingleItem();
    }

    [Theory, OnEachDatabase]
    public async Task The_palette_offers_the_pages_in_the_persons_language(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var browser = await agency.SignedIn(agency.Owner);
        var html = await browser.GetStringAsync("/search?lang=ru", TestAgency.Now);
        html.ShouldContain("id=\"palette\"");
        html.ShouldContain("Человек, клиент, проект, задача или страница");
    }
}

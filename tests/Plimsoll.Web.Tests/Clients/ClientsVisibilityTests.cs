using System.Globalization;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Clients.UseCases;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.Clients;

public sealed class ClientsVisibilityTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    [Theory, OnEachDatabase]
    public async Task An_account_manager_sees_her_clients_and_no_others(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var anna = await agency.Someone(Position.AccountManager, "Anna Sokolova");
        var boris = await agency.Someone(Position.AccountManager, "Boris Orlov");
        await agency.Client("Nordwind", anna);
        var halva = await agency.Client("Halva", boris);

        (await Clients(agency, anna)).ShouldBe(["Nordwind"]);
        (
            await agency.Use<ClientCard>().Ask(halva, anna, English, TestAgency.Now)
        ).Refusal.ShouldBeOfType<NotThere>();
    }

    [Theory, OnEachDatabase]
    public async Task She_sees_projects_she_manages_of_her_clients_internal_ones_and_her_teams(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var anna = await agency.Someone(Position.AccountManager, "Anna Sokolova");
        var boris = await agency.Someone(Position.AccountManager, "Boris Orlov");
        var dmitri = await agency.Someone(Position.TeamMember, "Dmitri Kim");
        await agency.Team("Design", anna, dmitri);
        var hers = await agency.Client("Nordwind", anna);
        var his = await agency.Client("Halva", boris);
        await agency.Project("Of my client", hers, boris);
        await agency.Project("I manage", his, anna);
        await agency.Project("Agency meetings", null);
        await agency.Book(dmitri.Person, await agency.Project("My team works", his));
        await agency.Project("Nothing of mine", his, boris);

        (await Projects(agency, anna)).ShouldBe([
            "Agency meetings",
            "I manage",
            "My team works",
            "Of my client",
        ]);
    }

    [Theory, OnEachDatabase]
    public async Task A_team_member_sees_internal_projects_and_what_her_team_is_booked_on(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var boris = await agency.Someone(Position.AccountManager, "Boris Orlov");
        var li = await agency.Someone(Position.TeamMember, "Li Wei");
        var dmitri = await agency.Someone(Position.TeamMember, "Dmitri Kim");
        var elena = await agency.Someone(Position.TeamMember, "Elena Vogel");
        await agency.Team("Design", li, dmitri);
        var halva = await agency.Client("Halva", boris);
        await agency.Project("Agency meetings", null);
        await agency.Book(dmitri.Person, await agency.Project("Launch", halva, boris));
        await agency.Book(elena.Person, await agency.Project("Secret pitch", halva, boris));

        (await Projects(agency, li)).ShouldBe(["Agency meetings", "Launch"]);
        (await Clients(agency, li)).ShouldBeEmpty();
    }

    [Theory]
    [OnEachDatabase(Position.Director, 1, 1)]
    [OnEachDatabase(Position.Accountant, 1, 1)]
    [OnEachDatabase(Position.Lawyer, 1, 1)]
    [OnEachDatabase(Position.ClientGuest, 0, 0)]
    public async Task Those_who_see_all_clients_see_all_and_a_guest_nothing(
        Database database,
        Position position,
        int clients,
        int projects
    )
    {
        await using var agency = await TestAgency.Open(database);
        var boris = await agency.Someone(Position.AccountManager, "Boris Orlov");
        await agency.Project("Launch", await agency.Client("Halva", boris), boris);
        var visitor = await agency.Someone(position, "Vera Visitor");

        (await Clients(agency, visitor)).Count.ShouldBe(clients);
        (await Projects(agency, visitor)).Count.ShouldBe(projects);
    }

    [Theory, OnEachDatabase]
    public async Task The_name_of_a_manager_who_is_not_hers_to_see_does_not_appear(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var boris = await agency.Someone(Position.AccountManager, "Boris Orlov");
        var li = await agency.Someone(Position.TeamMember, "Li Wei");
        var launch = await agency.Project("Launch", await agency.Client("Halva", boris), boris);
        await agency.Book(li.Person, launch);
        var browser = await agency.SignedIn(li);

        var list = await browser.GetStringAsync("/projects", TestAgency.Now);
        var page = await browser.GetStringAsync($"/projects/{launch}", TestAgency.Now);

        list.ShouldContain("Launch");
        list.ShouldNotContain("Boris");
        page.ShouldContain("Launch");
        page.ShouldNotContain("Boris");
    }

    [Theory, OnEachDatabase]
    public async Task Drop_downs_offer_only_what_she_may_see(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var anna = await agency.Someone(Position.AccountManager, "Anna Sokolova");
        var boris = await agency.Someone(Position.AccountManager, "Boris Orlov");
        await agency.Client("Nordwind", anna);
        await agency.Client("Halva", boris);
        var browser = await agency.SignedIn(anna);

        foreach (var path in new[] { "/projects", "/projects/new", "/clients", "/clients/new" })
        {
            var html = await browser.GetStringAsync(path, TestAgency.Now);
            html.ShouldNotContain("Halva");
            html.ShouldNotContain("Boris");
        }
    }

    [Theory, OnEachDatabase]
    public async Task An_account_manager_changes_her_own_clients_and_keeps_them(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var anna = await agency.Someone(Position.AccountManager, "Anna Sokolova");
        var boris = await agency.Someone(Position.AccountManager, "Boris Orlov");
        await agency.Team("Accounts", anna, boris);
        var hers = await agency.Client("Nordwind", anna);
        var his = await agency.Client("Halva", boris);
        var change = agency.Use<ChangeClient>();
        var now = TestAgency.Now;

        (
            await change.Run(new(hers, 0, "Nordwind AG", anna.Person, null), anna, now)
        ).Refusal.ShouldBeNull();
        (
            await change.Run(new(hers, 1, "Nordwind AG", boris.Person, null), anna, now)
        ).Refusal.ShouldBeOfType<NotAllowed>();
        (
            await change.Run(new(his, 0, "Mine", boris.Person, null), anna, now)
        ).Refusal.ShouldBeOfType<NotThere>();
        (
            await agency.Use<AddClient>().Run(new("For him", boris.Person), anna, now)
        ).Refusal.ShouldBeOfType<NotAllowed>();
        (
            await agency.Use<AddProject>().Run(new("His", his, ProjectKind.Retainer), anna, now)
        ).Refusal.ShouldBeOfType<IsMissing>();
    }

    [Theory, OnEachDatabase]
    public async Task What_her_team_is_booked_on_is_seen_but_not_changed(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var anna = await agency.Someone(Position.AccountManager, "Anna Sokolova");
        var boris = await agency.Someone(Position.AccountManager, "Boris Orlov");
        var project = await agency.Project("Launch", await agency.Client("Halva", boris), boris);
        await agency.Book(anna.Person, project);

        (
            await agency.Use<ChangeStage>().Run(new(project, 0, Stage.Closed), anna, TestAgency.Now)
        ).Refusal.ShouldBeOfType<NotAllowed>();
    }

    private static async Task<List<string>> Clients(TestAgency agency, Actor actor) =>
        [
            .. (
                await agency.Use<ClientList>().Ask(new(), actor, English, TestAgency.Now)
            ).Items.Select(c => c.Name),
        ];

    private static async Task<List<string>> Projects(TestAgency agency, Actor actor) =>
        [
            .. (
                await agency.Use<ProjectList>().Ask(new(), actor, English, TestAgency.Now)
            ).Items.Select(p => p.Name),
        ];
}

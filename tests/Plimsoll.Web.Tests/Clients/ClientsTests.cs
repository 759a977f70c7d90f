using System.Globalization;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Clients.UseCases;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.Clients;

public sealed class ClientsTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    [Theory, OnEachDatabase]
    public async Task Two_who_change_a_client_at_once_are_told(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var client = await agency.Client("Nordwind", agency.Owner);
        var change = agency.Use<ChangeClient>();
        var me = agency.Owner.Person;

        (
            await change.Run(new(client, 0, "First", me, null), agency.Owner, TestAgency.Now)
        ).Refusal.ShouldBeNull();
        (
            await change.Run(new(client, 0, "Second", me, null), agency.Owner, TestAgency.Now)
        ).Refusal.ShouldBeOfType<ChangedMeanwhile>();
    }

    [Theory, OnEachDatabase]
    public async Task A_client_with_projects_is_archived_not_deleted(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var client = await agency.Client("Nordwind", agency.Owner);
        var project = await agency.Project("Retainer", client);
        var (owner, now) = (agency.Owner, TestAgency.Now);

        (
            await agency.Use<DeleteClient>().Run(new(client, 0), owner, now)
        ).Refusal.ShouldBeOfType<ClientHasProjects>();
        (await agency.Use<ArchiveClient>().Run(new(client, 0), owner, now)).Refusal.ShouldBeNull();
        (await Names(agency, new())).ShouldBeEmpty();
        (await Names(agency, new(Archived: true))).ShouldBe(["Nordwind"]);
        (await agency.Use<DeleteProject>().Run(new(project, 0), owner, now)).Refusal.ShouldBeNull();
        (await agency.Use<RestoreClient>().Run(new(client, 1), owner, now)).Refusal.ShouldBeNull();
        (await agency.Use<DeleteClient>().Run(new(client, 2), owner, now)).Refusal.ShouldBeNull();
        (await Names(agency, new())).ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task A_project_with_planned_time_is_archived_not_deleted(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var project = await agency.Project("Meetings", null);
        await agency.Book(agency.Owner.Person, project);

        (
            await agency.Use<DeleteProject>().Run(new(project, 0), agency.Owner, TestAgency.Now)
        ).Refusal.ShouldBeOfType<SomethingDependsOnIt>();
        (
            await agency.Use<ArchiveProject>().Run(new(project, 0), agency.Owner, TestAgency.Now)
        ).Refusal.ShouldBeNull();
    }

    [Theory, OnEachDatabase]
    public async Task Someone_who_manages_no_clients_answers_for_none(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var li = await agency.Someone(Position.TeamMember, "Li Wei");
        (
            await agency.Use<AddClient>().Run(new("Halva", li.Person), agency.Owner, TestAgency.Now)
        ).Refusal.ShouldBeOfType<ManagesNoClients>();
    }

    [Theory, OnEachDatabase]
    public async Task A_list_is_searched_without_case_and_sorted_as_its_reader_sorts(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        foreach (var name in new[] { "Яблоко", "ёлка", "Арбат", "Client 10", "client 9" })
            await agency.Client(name, agency.Owner);

        (await Names(agency, new("ЕЛК"))).ShouldBe(["ёлка"]);
        (await Names(agency, new("CLIENT"))).ShouldBe(["client 9", "Client 10"]);
        (await Names(agency, new(), Russian))
            .Where(n => !n.StartsWith('c') && !n.StartsWith('C'))
            .ShouldBe(["Арбат", "ёлка", "Яблоко"]);
    }

    [Theory, OnEachDatabase]
    public async Task A_long_list_goes_on_where_it_stopped(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        foreach (var name in new[] { "A", "B", "C", "D", "E" })
            await agency.Client(name, agency.Owner);
        var list = agency.Use<ClientList>();

        var first = await list.Ask(new(Limit: 2), agency.Owner, English, TestAgency.Now);
        var second = await list.Ask(
            new(Limit: 2, Cursor: first.Next),
            agency.Owner,
            English,
            TestAgency.Now
        );
        var third = await list.Ask(
            new(Limit: 2, Cursor: second.Next),
            agency.Owner,
            English,
            TestAgency.Now
        );

        second.Items.Select(c => c.Name).ShouldBe(["C", "D"]);
        third.Items.Select(c => c.Name).ShouldBe(["E"]);
        third.Next.ShouldBeNull();
    }

    [Theory, OnEachDatabase]
    public async Task Projects_are_found_by_their_code_and_their_client_and_stand_by_client(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var (owner, now) = (agency.Owner, TestAgency.Now);
        var halva = await agency.Client("Halva", owner);
        var nordwind = await agency.Client("Nordwind", owner);
        await agency.Project("Agency meetings", null);
        await agency.Project("Retainer", nordwind);
        var launch = await agency
            .Use<AddProject>()
            .Run(new("Launch", halva, ProjectKind.FixedPrice, Code: "HL-12"), owner, now);
        launch.Refusal.ShouldBeNull();
        var list = agency.Use<ProjectList>();

        (await list.Ask(new("hl-1"), owner, English, now)).Items.Single().Name.ShouldBe("Launch");
        (await list.Ask(new("nordw"), owner, English, now))
            .Items.Single()
            .Name.ShouldBe("Retainer");
        (await list.Ask(new(ByClient: true), owner, English, now))
            .Items.Select(p => p.ClientName)
            .ShouldBe(["Halva", "Nordwind", null]);
    }

    [Theory, OnEachDatabase]
    public async Task A_change_of_a_stream_is_a_change_of_the_project_and_is_recorded(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var (owner, now) = (agency.Owner, TestAgency.Now);
        var project = await agency.Project("Meetings", null);

        var content = await agency.Use<AddStream>().Run(new(project, 0, "Content"), owner, now);
        (
            await agency.Use<AddStream>().Run(new(project, 1, "content"), owner, now)
        ).Refusal.ShouldBeOfType<StreamIsThere>();
        (
            await agency.Use<RenameStream>().Run(new(project, 1, content.Value, "Text"), owner, now)
        ).Refusal.ShouldBeNull();
        (
            await agency.Use<RemoveStream>().Run(new(project, 1, content.Value), owner, now)
        ).Refusal.ShouldBeOfType<ChangedMeanwhile>();
        (
            await agency.Use<RemoveStream>().Run(new(project, 2, content.Value), owner, now)
        ).Refusal.ShouldBeNull();

        var facts = await agency.Use<FactsOf>().Ask(project.Value, owner, now);
        facts
            .Select(f => f.Kind)
            .ShouldBe([
                "clients.stream-removed",
                "clients.stream-renamed",
                "clients.stream-added",
                "clients.project-added",
            ]);
    }

    [Theory, OnEachDatabase]
    public async Task What_is_saved_unchanged_is_no_fact(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (owner, now) = (agency.Owner, TestAgency.Now);
        var client = await agency.Client("Nordwind", owner);
        (
            await agency
                .Use<ChangeClient>()
                .Run(new(client, 0, "Nordwind", owner.Person, null), owner, now)
        ).Refusal.ShouldBeNull();
        (await agency.Use<FactsOf>().Ask(client.Value, owner, now)).Count.ShouldBe(1);
    }

    private static async Task<List<string>> Names(
        TestAgency agency,
        ClientList.Filter filter,
        CultureInfo? culture = null
    ) =>
        [
            .. (
                await agency
                    .Use<ClientList>()
                    .Ask(filter, agency.Owner, culture ?? English, TestAgency.Now)
            ).Items.Select(c => c.Name),
        ];
}

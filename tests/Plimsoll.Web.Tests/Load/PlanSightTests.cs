using System.Text.Json;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Tests.Platform;
using static Plimsoll.Web.Tests.Load.PlanOf;

namespace Plimsoll.Web.Tests.Load;

/// <summary>What a person may not see is not in her board: not in a row, a line, a figure, a filter (PRODUCT 9.4).</summary>
public sealed class PlanSightTests
{
    private sealed record World(
        TestAgency Agency,
        Actor Vera,
        Person Mate,
        Person Stranger,
        Person Lent,
        Project Mine,
        Project Foreign
    ) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Agency.DisposeAsync();
    }

    /// <summary>Vera's half, and another with names that must not be heard in it.</summary>
    private static async Task<World> Open(Database database, Position position)
    {
        var agency = await TestAgency.Open(database);
        var vera = await agency.Someone(position, "Vera");
        var mate = await agency.Person("Team Mate");
        await agency.Team("Own", vera.Person, mate.Id);
        var (stranger, lent) = (await agency.Person("CanaryOne"), await agency.Person("Lent Out"));
        await agency.Team("CanaryTeam", stranger.Id, lent.Id);
        var (mine, foreign) = (
            await agency.Project("Mine", vera.Person),
            await agency.Project("CanaryWork")
        );
        await agency.Confirmed(stranger, foreign, 3333);
        await agency.Held(stranger, foreign, 777, W48.Plus(1));
        await agency.Confirmed(lent, mine, 480);
        await agency.Confirmed(lent, foreign, 600);
        await agency.Confirmed(mate, mine, 240);
        return new World(agency, vera, mate, stranger, lent, mine, foreign);
    }

    [Theory]
    [OnEachDatabase(Position.AccountManager)]
    [OnEachDatabase(Position.TeamMember)]
    public async Task What_is_not_hers_leaves_no_trace(Database database, Position position)
    {
        await using var world = await Open(database, position);
        foreach (
            var query in new[]
            {
                "",
                "group=team",
                "group=none",
                "rows=projects",
                $"open={world.Lent.Id},{world.Stranger.Id},{world.Mate.Id}",
                $"rows=projects&open={world.Mine.Id},{world.Foreign.Id},{Guid.Empty}",
                $"project={world.Foreign.Id}",
                $"client={world.Foreign.Client}",
                "q=canary",
                "state=over",
            }
        )
        {
            var board = await world.Agency.Board(query, world.Vera);
            var text = JsonSerializer.Serialize(new { board.Groups, board.Figures });
            text.ShouldNotContain("Canary", customMessage: query);
            text.ShouldNotContain(world.Foreign.Id.ToString(), customMessage: query);
            text.ShouldNotContain(world.Stranger.Id.ToString(), customMessage: query);
            text.ShouldNotContain("3333", customMessage: query);
            text.ShouldNotContain("777", customMessage: query);
        }
        (await world.Agency.Board($"project={world.Foreign.Id}", world.Vera)).Rows.ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task What_may_not_be_named_is_other_work_in_one_lump(Database database)
    {
        await using var world = await Open(database, Position.AccountManager);

        var row = (await world.Agency.Board($"open={world.Lent.Id}", world.Vera)).Row(world.Lent);

        row.Cells[0].Confirmed.ShouldBe(1080);
        row.Lines!.Select(l => (l.Name, l.MayEdit, l.Cells[0].Confirmed))
            .ShouldBe([("Mine", true, 480), ("", false, 600)]);
        row.Lines![1].Id.ShouldBe(Guid.Empty);
        row.Lines!.Sum(l => l.Cells[0].ConfirmedPercent)
            .ShouldBe(row.Cells[0].Percents!.Value.Load);
    }

    [Theory, OnEachDatabase]
    public async Task A_team_member_sees_her_team_and_changes_nothing(Database database)
    {
        await using var world = await Open(database, Position.TeamMember);
        var board = await world.Agency.Board("", world.Vera);
        board.Rows.Select(r => r.Name).ShouldBe(["Team Mate", "Vera"]);
        board.Rows.ShouldAllBe(r => !r.MayEdit);
    }

    [Theory, OnEachDatabase]
    public async Task A_guest_sees_no_board(Database database)
    {
        await using var world = await Open(database, Position.ClientGuest);
        (await world.Agency.Board("", world.Vera)).Rows.ShouldBeEmpty();
        var browser = await world.Agency.SignedIn(world.Vera);
        foreach (var path in new[] { "/api/v1/load", "/load/live" })
            (await browser.GetAsync(path, TestAgency.Now)).IsSuccessStatusCode.ShouldBeFalse();
        var cell = $"person={world.Mate.Id}&project={world.Mine.Id}&week=2026-W48";
        (await browser.GetAsync($"/api/v1/load/cell?{cell}", TestAgency.Now)).StatusCode.ShouldBe(
            System.Net.HttpStatusCode.NotFound
        );
    }

    [Theory, OnEachDatabase]
    public async Task A_foreign_cell_is_not_there(Database database)
    {
        await using var world = await Open(database, Position.AccountManager);
        var browser = await world.Agency.SignedIn(world.Vera);
        foreach (
            var (person, project) in new[]
            {
                (world.Stranger, world.Mine),
                (world.Lent, world.Foreign),
            }
        )
            (
                await browser.GetAsync(
                    $"/api/v1/load/cell?person={person.Id}&project={project.Id}&week=2026-W48",
                    TestAgency.Now
                )
            ).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        var load = await browser.Get("/api/v1/load?weeks=4");
        load.GetRawText().ShouldNotContain("Canary");
    }
}

using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Tests.Platform;
using static Plimsoll.Web.Tests.Load.PlanOf;

namespace Plimsoll.Web.Tests.Load;

public sealed class LoadBoardTests
{
    [Theory, OnEachDatabase]
    public async Task A_row_sums_settled_internal_and_held_time_against_her_week(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var li = await agency.Person("Li Wei");
        var nordwind = await agency.Project("Nordwind");
        var halva = await agency.Project("Halva");
        var meetings = await agency.Internal("Agency meetings");
        await agency.Confirmed(li, nordwind, 960);
        await agency.Confirmed(li, halva, 480, W48.Plus(1));
        await agency.Held(li, halva, 240);
        await agency.Confirmed(li, meetings, 120);

        var board = await agency.Board("weeks=4");

        var row = board.Row(li);
        row.Cells[0].ShouldBe(new BoardCell(2400, 0, 960, 240, 120, false, false));
        row.Cells[1].Confirmed.ShouldBe(480);
        row.Cells[0].Percents.ShouldBe(new WeekPercents(55, 0, 5, 40, 10));
        board.Weeks.ShouldBe([W48, W48.Plus(1), W48.Plus(2), W48.Plus(3)]);
        row.Lines.ShouldBeNull();
    }

    [Theory, OnEachDatabase]
    public async Task An_opened_row_shows_its_projects_and_their_percents_add_up(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var li = await agency.Person("Li Wei");
        foreach (var name in new[] { "Nordwind", "Halva", "Orbita" })
            await agency.Confirmed(li, await agency.Project(name), 800);
        await agency.Held(li, await agency.Project("Arktika"), 100);

        var row = (await agency.Board($"open={li.Id}")).Row(li);

        row.Lines!.Select(l => l.Name).ShouldBe(["Arktika", "Halva", "Nordwind", "Orbita"]);
        row.Lines!.Sum(l => l.Cells[0].ConfirmedPercent + l.Cells[0].TentativePercent)
            .ShouldBe(row.Cells[0].Percents!.Value.Load);
        row.Lines!.Sum(l => l.Cells[0].ConfirmedPercent)
            .ShouldBe(row.Cells[0].Percents!.Value.Confirmed);
        row.Lines![0].Cells[0].HoldUntil.ShouldBe(W48.Sunday);
    }

    [Theory, OnEachDatabase]
    public async Task A_project_without_time_is_opened_to_add_a_person(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var press = await agency.Project("Press office");
        var browser = await agency.SignedIn(agency.Owner);

        var lines = await browser.GetStringAsync(
            $"/load/lines/{press.Id}?rows=projects&open={press.Id}",
            TestAgency.Now
        );

        lines.ShouldContain("class=\"sub add\"");
        lines.ShouldContain("add a person");
    }

    [Theory, OnEachDatabase]
    public async Task Hours_of_a_project_on_a_board_in_percent_say_so(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (li, nordwind) = (await agency.Person("Li Wei"), await agency.Project("Nordwind"));
        await agency.Confirmed(li, nordwind, 730);
        var browser = await agency.SignedIn(agency.Owner);

        (
            await browser.GetStringAsync("/load?rows=projects&unit=percent", TestAgency.Now)
        ).ShouldContain(">12.17 h</td>");
        (
            await browser.GetStringAsync("/load?rows=projects&unit=hours", TestAgency.Now)
        ).ShouldContain(">12.17</td>");
    }

    [Theory, OnEachDatabase]
    public async Task The_board_turned_round_shows_projects_opened_to_their_people(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var li = await agency.Person("Li Wei");
        var maria = await agency.Person("Maria Petrova");
        var nordwind = await agency.Project("Nordwind");
        await agency.Confirmed(li, nordwind, 960);
        await agency.Held(maria, nordwind, 480);

        var board = await agency.Board($"rows=projects&open={nordwind.Id}");

        var row = board.Rows.Single(r => r.Id == nordwind.Id.Value);
        row.Detail.ShouldBe("Client of Nordwind");
        row.Cells[0].ShouldBe(new BoardCell(0, 0, 960, 480, 0, false, false));
        row.Lines!.Select(l => (l.Name, l.Cells[0].ConfirmedPercent, l.Cells[0].TentativePercent))
            .ShouldBe([("Li Wei", 40, 0), ("Maria Petrova", 0, 20)]);
    }

    [Theory, OnEachDatabase]
    public async Task Filters_choose_rows_and_never_parts_of_a_cell(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var li = await agency.Person("Li Wei");
        var maria = await agency.Person("Maria Petrova");
        var nordwind = await agency.Project("Nordwind");
        await agency.Confirmed(li, nordwind, 960);
        await agency.Confirmed(li, await agency.Project("Halva"), 1500);
        await agency.Confirmed(maria, await agency.Internal("Training"), 480);

        var onNordwind = await agency.Board($"project={nordwind.Id}");
        onNordwind.Rows.ShouldHaveSingleItem().Cells[0].Confirmed.ShouldBe(2460);
        (await agency.Board("state=over")).Rows.ShouldHaveSingleItem().Name.ShouldBe("Li Wei");
        (await agency.Board("q=petr")).Rows.ShouldHaveSingleItem().Name.ShouldBe("Maria Petrova");
        (await agency.Board("certainty=tentative")).Rows.ShouldBeEmpty();
        (await agency.Board("state=free&free=33&weeks=4"))
            .Rows.Select(r => r.Name)
            .ShouldBe(["Li Wei", "Maria Petrova", "Olga Owner"]);
    }

    [Theory, OnEachDatabase]
    public async Task People_stand_by_team_and_placeholders_as_demand_at_the_end(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var li = await agency.Person("Li Wei");
        var team = await agency.Team("Design", li.Id);
        var motion = await agency.Placeholder("Motion designer");
        await agency.Confirmed(motion, await agency.Project("Nordwind"), 1200, W48.Plus(2));

        var board = await agency.Board("");

        board
            .Groups.Select(g => (g.Id, g.Name, g.IsUnstaffed, g.Rows.Count))
            .ShouldBe([
                (team.Id.Value, "Design", false, 1),
                (null, "", false, 1),
                (null, "", true, 1),
            ]);
        board.Figures.Unstaffed.ShouldBe(1200);
        board.Figures.UnstaffedFirst.ShouldBe("Motion designer");
        board.Figures.UnstaffedWeek.ShouldBe(W48.Plus(2));
        board.Figures.Nominal.ShouldBe(2 * 4 * 2400);
    }

    [Theory, OnEachDatabase]
    public async Task The_strip_says_what_is_over_free_and_held(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var li = await agency.Person("Li Wei");
        var nordwind = await agency.Project("Nordwind");
        await agency.Confirmed(li, nordwind, 2700, W48.Plus(1));
        await agency.Held(li, nordwind, 300, W48.Plus(2), until: new DateOnly(2026, 12, 2));
        await agency.Held(li, nordwind, 100, W48.Plus(3), until: new DateOnly(2026, 12, 9));

        var figures = (await agency.Board("q=li wei")).Figures;

        figures.OverPeople.ShouldBe(1);
        figures.OverMinutes.ShouldBe(300);
        figures.OverWorst.ShouldBe(W48.Plus(1));
        figures.Free.ShouldBe(2400 + 2100 + 2300);
        figures.Tentative.ShouldBe(400);
        figures.NextLapse.ShouldBe(new DateOnly(2026, 12, 2));
        figures.NextLapseMinutes.ShouldBe(300);
        figures.Taken.ShouldBe(3100);
    }

    [Fact]
    public void A_view_is_written_into_the_address_and_read_back()
    {
        var text =
            "from=2026-W50&weeks=26&unit=hours&rows=projects&group=none&team=0199e0a0-0000-7000-8000-000000000001&certainty=tentative&state=free&free=16&q=li%20wei&sort=load&open=0199e0a0-0000-7000-8000-000000000002,0199e0a0-0000-7000-8000-000000000003";
        var view = BoardView.Read("?" + text, W48, PlanUnit.Percent);
        Uri.UnescapeDataString(view.Write(PlanUnit.Percent)).ShouldBe(Uri.UnescapeDataString(text));
        BoardView
            .Read("weeks=7&unit=miles&from=yesterday&team=x", W48, PlanUnit.Hours)
            .Write(PlanUnit.Hours)
            .ShouldBe("from=2026-W48");
    }
}

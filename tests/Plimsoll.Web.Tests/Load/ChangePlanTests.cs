using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Domain.People;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.Load.UseCases;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Tests.Platform;
using static Plimsoll.Web.Tests.Load.PlanActs;
using static Plimsoll.Web.Tests.Load.PlanOf;

namespace Plimsoll.Web.Tests.Load;

public sealed class ChangePlanTests
{
    [Theory, OnEachDatabase]
    public async Task What_is_typed_becomes_minutes_of_her_week(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (li, nordwind) = (await agency.Person("Li Wei"), await agency.Project("Nordwind"));

        var changed = await agency.Type(li, nordwind, "40");
        changed.Value.Cells.ShouldHaveSingleItem().Now.ShouldBe(Cell(960, 0));
        (await agency.Type(li, nordwind, "20+10t")).Value.Cells[0].Now.ShouldBe(Cell(480, 240));
        (await agency.Type(li, nordwind, "12t")).Value.Cells[0].Now.ShouldBe(Cell(0, 288));
        // Where only held time stands, a bare number changes the number and not the promise.
        (await agency.Type(li, nordwind, "30"))
            .Value.Cells[0]
            .Now.ShouldBe(Cell(0, 720));
        (await agency.Type(li, nordwind, "")).Value.Cells[0].Now.ShouldBe(PlanCell.Empty);
        (await agency.Store(db => db.Bookings().CountAsync(TestAgency.Now))).ShouldBe(0);
    }

    [Theory, OnEachDatabase]
    public async Task All_of_a_change_is_done_or_nothing(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (li, nordwind) = (await agency.Person("Li Wei"), await agency.Project("Nordwind"));

        var refused = await agency.Change(
            Set(li, nordwind, Cell(480, 0)),
            Set(li, nordwind, Cell(480, 0), week: W48.Plus(1)) with
            {
                Text = "what?",
            }
        );

        var no = refused.Refusal.ShouldBeOfType<CellsRefused>();
        no.Why.ShouldBeOfType<IsNotUnderstood>();
        no.Cells.ShouldBe([new CellKey(li.Id, nordwind.Id, W48.Plus(1))]);
        (await agency.Store(db => db.Bookings().CountAsync(TestAgency.Now))).ShouldBe(0);
        (
            await agency.Store(db =>
                db.Facts().CountAsync(f => f.Kind.StartsWith("load."), TestAgency.Now)
            )
        ).ShouldBe(0);
    }

    [Theory, OnEachDatabase]
    public async Task Who_comes_second_is_told_what_stands_there_now(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (li, nordwind) = (await agency.Person("Li Wei"), await agency.Project("Nordwind"));
        await agency.Change(Set(li, nordwind, Cell(960, 0), was: PlanCell.Empty));

        var second = await agency.Change(Set(li, nordwind, Cell(480, 0), was: PlanCell.Empty));

        second
            .Refusal.ShouldBeOfType<CellChangedMeanwhile>()
            .Cells.ShouldBe([
                new CellNow(new CellKey(li.Id, nordwind.Id, W48), Cell(960, 0), null),
            ]);
    }

    [Theory, OnEachDatabase]
    public async Task Settled_time_over_the_line_asks_for_a_reason_and_keeps_it(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (li, nordwind) = (await agency.Person("Li Wei"), await agency.Project("Nordwind"));

        (await agency.Type(li, nordwind, "110"))
            .Refusal.ShouldBeOfType<OverTheLineNeedsReason>()
            .Weeks.ShouldBe([new WeekOfPerson(li.Id, W48)]);
        (await agency.Type(li, nordwind, "110t", week: W48.Plus(1))).IsRefused.ShouldBeFalse();
        (
            await agency.Type(li, nordwind, "110", "the launch cannot move")
        ).IsRefused.ShouldBeFalse();

        var row = (await agency.Board($"open={li.Id}")).Row(li);
        row.Cells[0].HasReason.ShouldBeTrue();
        row.Lines![0].Cells[0].OverReason.ShouldBe("the launch cannot move");
    }

    [Theory, OnEachDatabase]
    public async Task Demand_on_a_placeholder_takes_nobody_over_the_line(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var motion = await agency.Placeholder("Motion designer");
        (
            await agency.Type(motion, await agency.Project("Nordwind"), "200")
        ).IsRefused.ShouldBeFalse();
    }

    [Theory, OnEachDatabase]
    public async Task A_hold_stands_until_the_third_working_day_before_its_week(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (li, nordwind) = (await agency.Person("Li Wei"), await agency.Project("Nordwind"));

        var later = await agency.Type(li, nordwind, "40t", week: W48.Plus(2));
        later.Value.Cells[0].HoldUntil.ShouldBe(new DateOnly(2026, 12, 2));
        var now = await agency.Type(li, nordwind, "40t");
        now.Value.Cells[0].HoldUntil.ShouldBe(new DateOnly(2026, 11, 23));
    }

    [Theory, OnEachDatabase]
    public async Task Settling_a_hold_takes_it_into_what_is_settled(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (li, nordwind) = (await agency.Person("Li Wei"), await agency.Project("Nordwind"));
        await agency.Change(Set(li, nordwind, Cell(480, 240)));

        await agency.Change(Set(li, nordwind, Cell(720, 0), was: Cell(480, 240)));

        var booking = await agency.Store(db => db.Bookings().SingleAsync(TestAgency.Now));
        booking.Planned.ShouldBe(new Minutes(720));
        booking.HoldUntil.ShouldBeNull();
        (await agency.PlanFacts()).ShouldBe(["load.time-booked", "load.time-confirmed"]);
    }

    [Theory, OnEachDatabase]
    public async Task Nothing_new_is_planned_on_what_is_closed_but_it_can_be_cleared(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var (li, nordwind) = (await agency.Person("Li Wei"), await agency.Project("Nordwind"));
        await agency.Type(li, nordwind, "40");
        await agency.Store(async db =>
        {
            var project = await db.Set<Project>().SingleAsync(TestAgency.Now);
            project.ChangeStage(Stage.Closed).ShouldBeNull();
            return await db.SaveChangesAsync(TestAgency.Now);
        });

        (await agency.Type(li, nordwind, "50"))
            .Refusal.ShouldBeOfType<CellsRefused>()
            .Why.ShouldBeOfType<ProjectIsClosed>();
        (await agency.Type(li, nordwind, "20")).IsRefused.ShouldBeFalse();
        (await agency.Type(li, nordwind, "")).IsRefused.ShouldBeFalse();
    }

    [Theory, OnEachDatabase]
    public async Task Nothing_new_is_planned_for_who_has_left(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var li = Person
            .Hire(
                "Li Wei",
                null,
                PersonKind.Employee,
                Position.TeamMember,
                WorkPattern.FullTime(Era.First),
                lastDay: new DateOnly(2026, 11, 27)
            )
            .Value;
        await agency.Keep(li);
        var nordwind = await agency.Project("Nordwind");

        (await agency.Type(li, nordwind, "40")).IsRefused.ShouldBeFalse();
        (await agency.Type(li, nordwind, "8h", "why not", W48.Plus(1)))
            .Refusal.ShouldBeOfType<CellsRefused>()
            .Why.ShouldBeOfType<PersonHasLeft>();
    }

    [Theory, OnEachDatabase]
    public async Task An_account_manager_plans_her_team_and_her_own_projects(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var vera = await agency.Someone(Position.AccountManager, "Vera");
        var mate = await agency.Person("Team Mate");
        await agency.Team("Own", vera.Person, mate.Id);
        var stranger = await agency.Person("Stranger");
        var lent = await agency.Person("Lent Out");
        var (mine, foreign) = (
            await agency.Project("Mine", vera.Person),
            await agency.Project("Foreign")
        );
        await agency.Confirmed(lent, mine, 480);
        await agency.Confirmed(lent, foreign, 480);
        await agency.Confirmed(mate, foreign, 480, W48.Plus(4));

        (await agency.Type(mate, mine, "40", by: vera)).IsRefused.ShouldBeFalse();
        (await agency.Type(mate, foreign, "40", by: vera)).IsRefused.ShouldBeFalse();
        (await agency.Type(lent, mine, "40", by: vera)).IsRefused.ShouldBeFalse();
        Why(await agency.Type(lent, foreign, "50", by: vera)).ShouldBeOfType<NotAllowed>();
        Why(await agency.Type(stranger, mine, "40", by: vera)).ShouldBeOfType<NotThere>();
        var member = await agency.Someone(Position.TeamMember, "Member");
        (await agency.Type(mate, mine, "40", by: member)).Refusal.ShouldBeOfType<NotAllowed>();
    }

    [Theory, OnEachDatabase]
    public async Task A_person_takes_over_the_bookings_of_a_placeholder(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var motion = await agency.Placeholder("Motion designer");
        var (li, nordwind) = (await agency.Person("Li Wei"), await agency.Project("Nordwind"));
        await agency.Confirmed(motion, nordwind, 600);
        await agency.Confirmed(motion, nordwind, 300, W48.Plus(-1));
        await agency.Held(motion, nordwind, 120, W48.Plus(1));
        await agency.Confirmed(li, nordwind, 480);

        var staffed = await agency
            .Use<StaffDemand>()
            .Run(new(motion.Id, li.Id), agency.Owner, TestAgency.Now);

        staffed.IsRefused.ShouldBeFalse();
        var board = await agency.Board($"from=2026-W47&open={li.Id},{motion.Id}");
        board.Row(li).Cells[1].Confirmed.ShouldBe(1080);
        board.Row(li).Lines![0].Cells[2].HoldUntil.ShouldBe(W48.Plus(1).Sunday);
        board.Row(motion).Cells.Select(c => c.Booked).Take(3).ShouldBe([300, 0, 0]);
        (await agency.PlanFacts()).Distinct().ShouldBe(["load.time-moved"]);
    }

    [Theory, OnEachDatabase]
    public async Task A_hold_is_confirmed_extended_released_or_handed_over(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (li, nordwind) = (await agency.Person("Li Wei"), await agency.Project("Nordwind"));
        var halva = await agency.Project("Halva");
        var hold = await agency.Held(li, nordwind, 240);

        var extended = await agency
            .Use<ExtendHold>()
            .Run(
                new(hold.Id, new(new(240), W48.Sunday), new DateOnly(2026, 11, 26)),
                agency.Owner,
                TestAgency.Now
            );
        extended.Value.Cells[0].HoldUntil.ShouldBe(new DateOnly(2026, 11, 26));
        var seen = new SeenHold(new(240), new DateOnly(2026, 11, 26));
        var handed = await agency
            .Use<HandOverHold>()
            .Run(new(hold.Id, seen, halva.Id), agency.Owner, TestAgency.Now);
        handed.Value.Cells.Select(c => c.Now).ShouldBe([PlanCell.Empty, Cell(0, 240)]);
        handed.Value.Cells[1].HoldUntil.ShouldBe(new DateOnly(2026, 11, 26));
        var moved = await agency.Store(db => db.Bookings().SingleAsync(TestAgency.Now));
        var settled = await agency
            .Use<ConfirmHold>()
            .Run(new(moved.Id, seen), agency.Owner, TestAgency.Now);
        settled.Value.Cells[0].Now.ShouldBe(Cell(240, 0));
        (
            await agency.Use<ReleaseHold>().Run(new(moved.Id, seen), agency.Owner, TestAgency.Now)
        ).Refusal.ShouldBeOfType<BookingIsConfirmed>();
    }

    [Theory, OnEachDatabase]
    public async Task Of_two_who_fill_one_week_at_once_one_is_asked_for_a_reason(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var li = await agency.Person("Li Wei");
        var projects = new List<Project>();
        foreach (var name in new[] { "Nordwind", "Halva", "Orbita", "Arktika" })
            projects.Add(await agency.Project(name));

        var outcomes = await Task.WhenAll(
            projects.Select(p => Task.Run(() => agency.Type(li, p, "60"), TestAgency.Now))
        );

        outcomes.Count(o => !o.IsRefused).ShouldBe(1);
        outcomes.Count(o => o.Refusal is OverTheLineNeedsReason).ShouldBe(3);
    }

    [Theory, OnEachDatabase]
    public async Task Five_thousand_cells_are_one_change(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var nordwind = await agency.Project("Nordwind");
        var changes = new List<ChangePlan.Change>();
        for (var i = 0; i < 50; i++)
        {
            var person = await agency.Person($"Person {i}");
            for (var w = 0; w < 100; w++)
                changes.Add(Set(person, nordwind, Cell(480, 0), PlanCell.Empty, W48.Plus(w)));
        }

        (await agency.Change([.. changes])).Value.Cells.Count.ShouldBe(5000);
        (await agency.Change([.. changes, changes[0]])).Refusal.ShouldBeOfType<TooManyCells>();
    }

    private static Refusal? Why(Outcome<ChangePlan.Changed> outcome) =>
        outcome.Refusal.ShouldBeOfType<CellsRefused>().Why;
}

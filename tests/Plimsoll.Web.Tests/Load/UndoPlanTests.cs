using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.Load.UseCases;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Tests.Platform;
using static Plimsoll.Web.Tests.Load.PlanActs;
using static Plimsoll.Web.Tests.Load.PlanOf;

namespace Plimsoll.Web.Tests.Load;

public sealed class UndoPlanTests
{
    [Theory, OnEachDatabase]
    public async Task What_was_cleared_comes_back_with_its_owner_its_reason_and_its_day(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var (li, nordwind) = (await agency.Person("Li Wei"), await agency.Project("Nordwind"));
        var anna = await agency.Someone(Position.AccountManager, "Anna");
        var held = await agency.Held(
            li,
            nordwind,
            240,
            until: new(2026, 11, 25),
            owner: anna.Person
        );
        _ = await agency.Type(li, nordwind, "110+10t", "print files are due");
        var before = await Bookings(agency);
        before.ShouldContain(b => b.Reason == "print files are due");
        before.ShouldContain(b => b.Owner == anna.Person && b.Until == held.HoldUntil);

        var cleared = await agency.Type(li, nordwind, "");
        var undone = await Undo(agency, cleared.Value.Batch);

        undone.Value.Cells.ShouldHaveSingleItem().Reason.ShouldBe("print files are due");
        (await Bookings(agency)).ShouldBe(before);
        (await agency.PlanFacts())[^1].ShouldBe("load.time-put-back");

        var again = await Undo(agency, undone.Value.Batch);
        again.Value.Cells[0].Now.ShouldBe(PlanCell.Empty);
        _ = await Undo(agency, again.Value.Batch);
        (await Bookings(agency)).ShouldBe(before);
    }

    [Theory, OnEachDatabase]
    public async Task Time_of_who_has_left_and_on_what_is_closed_comes_back(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (li, nordwind) = (await agency.Person("Li Wei"), await agency.Project("Nordwind"));
        await agency.Confirmed(li, nordwind, 480, W48.Plus(2));
        await agency.Store(db =>
            db.People()
                .Where(p => p.Id == li.Id)
                .ExecuteUpdateAsync(p => p.SetProperty(x => x.LastDay, W48.Sunday), TestAgency.Now)
        );
        var cleared = await agency.Type(li, nordwind, "", week: W48.Plus(2));
        (await agency.Type(li, nordwind, "8h", week: W48.Plus(2)))
            .Refusal.ShouldBeOfType<CellsRefused>()
            .Why.ShouldBeOfType<PersonHasLeft>();

        (await Undo(agency, cleared.Value.Batch)).Value.Cells[0].Now.ShouldBe(Cell(480, 0));

        var again = await agency.Type(li, nordwind, "", week: W48.Plus(2));
        await agency.Store(db =>
            db.Projects()
                .Where(p => p.Id == nordwind.Id)
                .ExecuteUpdateAsync(p => p.SetProperty(x => x.Stage, Stage.Closed), TestAgency.Now)
        );
        (await Undo(agency, again.Value.Batch)).Value.Cells[0].Now.ShouldBe(Cell(480, 0));
    }

    [Theory, OnEachDatabase]
    public async Task All_of_it_is_taken_back_or_nothing(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (li, nordwind) = (await agency.Person("Li Wei"), await agency.Project("Nordwind"));
        var two = await agency.Change(
            Set(li, nordwind, Cell(480, 0)),
            Set(li, nordwind, Cell(480, 0), week: W48.Plus(1))
        );
        var over = await agency.Type(li, nordwind, "30", week: W48.Plus(1));

        (await Undo(agency, two.Value.Batch))
            .Refusal.ShouldBeOfType<CellChangedMeanwhile>()
            .Cells.ShouldBe([
                new CellNow(
                    new CellKey(li.Id, nordwind.Id, W48.Plus(1)),
                    over.Value.Cells[0].Now,
                    null
                ),
            ]);
        (await Bookings(agency)).Count.ShouldBe(2);

        _ = await Undo(agency, over.Value.Batch);
        (await Undo(agency, two.Value.Batch)).IsRefused.ShouldBeFalse();
        (await Bookings(agency)).ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task A_hold_that_was_confirmed_is_held_again(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (li, nordwind) = (await agency.Person("Li Wei"), await agency.Project("Nordwind"));
        await agency.Held(li, nordwind, 240, until: new(2026, 11, 26));
        var before = await Bookings(agency);
        var confirmed = await agency.Change(Set(li, nordwind, Cell(240, 0)));

        _ = await Undo(agency, confirmed.Value.Batch);

        (await Bookings(agency)).ShouldBe(before);
    }

    [Theory, OnEachDatabase]
    public async Task Only_what_she_may_plan_is_hers_to_take_back(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (li, nordwind) = (await agency.Person("Li Wei"), await agency.Project("Nordwind"));
        var member = await agency.Someone(Position.TeamMember, "Member");
        var stranger = await agency.Someone(Position.AccountManager, "Vera");
        var booked = await agency.Type(li, nordwind, "40");

        (await Undo(agency, booked.Value.Batch, member)).Refusal.ShouldBeOfType<NotAllowed>();
        (await Undo(agency, booked.Value.Batch, stranger))
            .Refusal.ShouldBeOfType<CellsRefused>()
            .Why.ShouldBeOfType<NotThere>();
        (await Undo(agency, Guid.CreateVersion7())).Refusal.ShouldBeOfType<NotThere>();
    }

    private static Task<Outcome<ChangePlan.Changed>> Undo(
        TestAgency agency,
        Guid batch,
        Actor? by = null
    ) => agency.Use<UndoPlan>().Run(batch, by ?? agency.Owner, TestAgency.Now);

    private sealed record Kept(
        Week Week,
        Certainty Certainty,
        Minutes Planned,
        DateOnly? Until,
        PersonId Owner,
        string? Reason
    );

    private static Task<List<Kept>> Bookings(TestAgency agency) =>
        agency.Store(db =>
            db.Bookings()
                .OrderBy(b => b.Week)
                .ThenBy(b => b.Certainty)
                .Select(b => new Kept(
                    b.Week,
                    b.Certainty,
                    b.Planned,
                    b.HoldUntil,
                    b.Owner,
                    b.OverReason
                ))
                .ToListAsync(TestAgency.Now)
        );
}

using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.Load.UseCases;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Tests.Platform;
using static Plimsoll.Web.Tests.Load.PlanActs;
using static Plimsoll.Web.Tests.Load.PlanOf;

namespace Plimsoll.Web.Tests.Load;

public sealed class HoldsTests
{
    private static readonly DateOnly Thursday = new(2026, 11, 26);
    private static readonly DateOnly Friday = new(2026, 11, 27);

    [Theory, OnEachDatabase]
    public async Task Of_two_who_decide_about_one_hold_at_once_one_is_told(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (li, nordwind) = (await agency.Person("Li Wei"), await agency.Project("Nordwind"));
        var hold = await agency.Held(li, nordwind, 240, until: Thursday);
        var seen = new SeenHold(new(240), Thursday);

        var outcomes = await Task.WhenAll(
            new[] { Friday, W48.Sunday }.Select(day =>
                Task.Run(
                    () =>
                        agency
                            .Use<ExtendHold>()
                            .Run(new(hold.Id, seen, day), agency.Owner, TestAgency.Now),
                    TestAgency.Now
                )
            )
        );

        var kept = outcomes.Where(o => !o.IsRefused).ShouldHaveSingleItem().Value.Cells[0];
        outcomes
            .Single(o => o.IsRefused)
            .Refusal.ShouldBeOfType<CellChangedMeanwhile>()
            .Cells.ShouldHaveSingleItem()
            .HoldUntil.ShouldBe(kept.HoldUntil);
        var stands = await agency.Store(db => db.Bookings().SingleAsync(TestAgency.Now));
        stands.HoldUntil.ShouldBe(kept.HoldUntil);
    }

    [Theory, OnEachDatabase]
    public async Task Nothing_is_done_to_a_hold_that_is_not_as_it_was_seen(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (li, nordwind) = (await agency.Person("Li Wei"), await agency.Project("Nordwind"));
        var halva = await agency.Project("Halva");
        var hold = await agency.Held(li, nordwind, 240, until: Friday);
        var now = new CellNow(new CellKey(li.Id, nordwind.Id, W48), Cell(0, 240), Friday);
        var (owner, ct) = (agency.Owner, TestAgency.Now);
        foreach (
            var old in new[] { new SeenHold(new(240), Thursday), new SeenHold(new(300), Friday) }
        )
        {
            Outcome<ChangePlan.Changed>[] outcomes =
            [
                await agency.Use<ConfirmHold>().Run(new(hold.Id, old), owner, ct),
                await agency.Use<ExtendHold>().Run(new(hold.Id, old, W48.Sunday), owner, ct),
                await agency.Use<ReleaseHold>().Run(new(hold.Id, old), owner, ct),
                await agency.Use<HandOverHold>().Run(new(hold.Id, old, halva.Id), owner, ct),
            ];
            foreach (var outcome in outcomes)
                outcome.Refusal.ShouldBeOfType<CellChangedMeanwhile>().Cells.ShouldBe([now]);
        }
        (await agency.PlanFacts()).ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task A_program_says_what_it_has_seen_of_a_hold(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (li, nordwind) = (await agency.Person("Li Wei"), await agency.Project("Nordwind"));
        var hold = await agency.Held(li, nordwind, 240, until: Friday);
        var browser = await agency.SignedIn(agency.Owner);
        Task<HttpResponseMessage> Confirm(object words) =>
            browser.Send(HttpMethod.Post, $"/api/v1/load/holds/{hold.Id}/confirm", words);

        var silent = await Confirm(new { });
        silent.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var late = await Confirm(new { was = new { minutes = 240, holdUntil = "2026-11-26" } });
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var problem = await late.Json();
        problem.GetProperty("code").GetString().ShouldBe("cell-changed-meanwhile");
        problem.GetProperty("cells")[0].GetProperty("holdUntil").GetString().ShouldBe("2026-11-27");

        var done = await Confirm(new { was = new { minutes = 240, holdUntil = "2026-11-27" } });
        done.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnEachDatabase]
    public async Task A_changed_day_is_recorded_shown_and_undone(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (li, nordwind) = (await agency.Person("Li Wei"), await agency.Project("Nordwind"));
        var hold = await agency.Held(li, nordwind, 240, until: Thursday);
        var browser = await agency.SignedIn(agency.Owner);

        var extended = await browser.Send(
            HttpMethod.Post,
            $"/api/v1/load/holds/{hold.Id}/extend",
            new { was = new { minutes = 240, holdUntil = "2026-11-26" }, until = "2026-11-27" }
        );

        var cell = (await extended.Json()).GetProperty("cells")[0];
        cell.GetProperty("wasHoldUntil").GetString().ShouldBe("2026-11-26");
        cell.GetProperty("holdUntil").GetString().ShouldBe("2026-11-27");
        var fact = await agency.Store(db =>
            db.Facts().SingleAsync(f => f.Kind == "load.hold-extended", TestAgency.Now)
        );
        JsonSerializer
            .Deserialize<JsonElement>(fact.Changes!)
            .GetProperty("holdUntil")
            .GetRawText()
            .ShouldBe("""["2026-11-26","2026-11-27"]""");
        (await browser.GetStringAsync("/activity", TestAgency.Now)).ShouldContain(
            "changed until when time is held, of"
        );
        var where = $"person={li.Id}&project={nordwind.Id}&week=2026-W48";
        (await browser.GetStringAsync($"/load/booking?{where}", TestAgency.Now)).ShouldContain(
            "4 h tentative until 26 Nov → 4 h tentative until 27 Nov"
        );
        var step = (await browser.Get($"/api/v1/load/cell?{where}")).GetProperty("changes")[0];
        step.GetProperty("wasHoldUntil").GetString().ShouldBe("2026-11-26");

        var undone = await browser.Change(
            new
            {
                person = li.Id.Value,
                project = nordwind.Id.Value,
                week = "2026-W48",
                set = cell.GetProperty("was"),
                was = cell.GetProperty("now"),
                holdUntil = cell.GetProperty("wasHoldUntil"),
                wasHoldUntil = cell.GetProperty("holdUntil"),
            }
        );
        undone.StatusCode.ShouldBe(HttpStatusCode.OK);
        var stands = await agency.Store(db => db.Bookings().SingleAsync(TestAgency.Now));
        stands.HoldUntil.ShouldBe(Thursday);
    }

    [Theory, OnEachDatabase]
    public async Task Each_day_that_comes_and_goes_with_a_hold_is_recorded(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (li, nordwind) = (await agency.Person("Li Wei"), await agency.Project("Nordwind"));
        await agency.Change(Set(li, nordwind, Cell(0, 240)) with { HoldUntil = Thursday });
        await agency.Change(Set(li, nordwind, Cell(0, 300)));
        await agency.Change(Set(li, nordwind, Cell(300, 0)));

        var card = await agency
            .Use<CellCard>()
            .Ask(new(li.Id, nordwind.Id, W48), agency.Owner, TestAgency.Now);

        card.Value.Changes.Select(c => (c.WasHoldUntil, c.HoldUntil))
            .ShouldBe([(Thursday, null), (null, null), (null, Thursday)]);
    }

    [Theory, OnEachDatabase]
    public async Task What_is_moved_stays_the_promise_of_whose_it_was(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var vera = await agency.Someone(Position.AccountManager, "Vera");
        var (li, nordwind) = (await agency.Person("Li Wei"), await agency.Project("Nordwind"));
        var halva = await agency.Project("Halva");
        await agency.Held(li, nordwind, 240, until: Thursday, owner: vera.Person);

        var moved = await agency
            .Use<ChangePlan>()
            .Run(
                new(
                    [
                        Set(li, nordwind, PlanCell.Empty, Cell(0, 240)),
                        Set(li, halva, Cell(0, 240), PlanCell.Empty) with
                        {
                            HoldUntil = Thursday,
                        },
                    ],
                    Moves: true
                ),
                agency.Owner,
                TestAgency.Now
            );

        moved.IsRefused.ShouldBeFalse();
        var hold = await agency.Store(db => db.Bookings().SingleAsync(TestAgency.Now));
        (hold.Owner, hold.HoldUntil).ShouldBe((vera.Person, Thursday));
    }
}

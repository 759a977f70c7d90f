using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.Load.UseCases;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Mail;
using Plimsoll.Web.Tests.Platform;
using static Plimsoll.Web.Tests.Load.PlanOf;

namespace Plimsoll.Web.Tests.Load;

public sealed class LapseHoldsTests
{
    private static readonly DateOnly Yesterday = new(2026, 11, 22);

    [Theory, OnEachDatabase]
    public async Task A_tentative_booking_lapses_on_its_hold_date_and_its_owner_is_told(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var vera = await agency.Someone(Position.AccountManager, "Vera");
        var role = await agency.Keep(Role.New("Designer").Value);
        var li = await agency.Person("Li Wei", role: role.Id);
        var (nordwind, halva) = (
            await agency.Project("Nordwind", vera.Person),
            await agency.Project("Halva", vera.Person)
        );
        await agency.Internal("Portfolio");
        var motion = await agency.Placeholder("Motion designer", role.Id);
        await agency.Confirmed(motion, halva, 1200);
        await agency.Held(li, nordwind, 600, until: Yesterday, owner: vera.Person);
        await agency.Held(li, nordwind, 300, W48.Plus(1), new DateOnly(2026, 11, 23));

        (await agency.Use<LapseHolds>().Run(TestAgency.Now)).ShouldBe(1);
        (await agency.Use<LapseHolds>().Run(TestAgency.Now)).ShouldBe(0);

        (await agency.Board("")).Row(li).Cells.Select(c => c.Tentative).Take(2).ShouldBe([0, 300]);
        (await agency.PlanFacts()).ShouldBe(["load.hold-lapsed"]);
        var letter = await agency.Store(db => db.Letters().SingleAsync(TestAgency.Now));
        letter.To.ShouldBe("vera@agency.example");
        letter.Text.ShouldContain("10 h of Li Wei on Nordwind");
        letter.Text.ShouldContain("Motion designer on Halva: 20 h not yet staffed");
        letter.Text.ShouldContain("- Portfolio");
        var browser = await agency.SignedIn(vera);
        var page = await browser.GetStringAsync("/notices", TestAgency.Now);
        page.ShouldContain("10 h of Li Wei on Nordwind, week of 23 Nov 2026");
        page.ShouldContain("Motion designer on Halva");
    }

    [Theory, OnEachDatabase]
    public async Task Three_nodes_at_once_lapse_each_hold_once(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var li = await agency.Person("Li Wei");
        const int holds = 12;
        for (var i = 0; i < holds; i++)
            await agency.Held(li, await agency.Project($"Project {i}"), 60, until: Yesterday);

        var lapsed = await Task.WhenAll(
            Enumerable
                .Range(0, 3)
                .Select(_ =>
                    Task.Run(() => agency.Use<LapseHolds>().Run(TestAgency.Now), TestAgency.Now)
                )
        );

        lapsed.Sum().ShouldBe(holds);
        (await agency.Store(db => db.Bookings().CountAsync(TestAgency.Now))).ShouldBe(0);
        (await agency.Store(db => db.Notices().CountAsync(TestAgency.Now))).ShouldBe(holds);
        (await agency.Store(db => db.Letters().CountAsync(TestAgency.Now))).ShouldBe(holds);
        (await agency.PlanFacts()).Count.ShouldBe(holds);
    }

    [Theory, OnEachDatabase]
    public async Task Lapsed_time_can_be_held_again_from_its_notice(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var vera = await agency.Someone(Position.AccountManager, "Vera");
        var li = await agency.Person("Li Wei");
        await agency.Team("Own", vera.Person, li.Id);
        var nordwind = await agency.Project("Nordwind", vera.Person);
        await agency.Held(li, nordwind, 600, until: Yesterday, owner: vera.Person);
        await agency.Use<LapseHolds>().Run(TestAgency.Now);
        var notice = await agency.Store(db => db.Notices().SingleAsync(TestAgency.Now));

        var browser = await agency.SignedIn(vera);
        var answer = await browser.Submit(
            "/notices",
            $"again-{notice.Id}",
            ("Again.Notice", notice.Id.ToString()),
            ("Again.Until", "2026-11-26")
        );

        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        var hold = await agency.Store(db => db.Bookings().SingleAsync(TestAgency.Now));
        hold.HoldUntil.ShouldBe(new DateOnly(2026, 11, 26));
        (
            await agency.Store(db => db.Notices().CountAsync(n => n.Read == null, TestAgency.Now))
        ).ShouldBe(0);
        (
            await agency.Use<HoldAgain>().Run(new(notice.Id, W48.Sunday), vera, TestAgency.Now)
        ).Refusal.ShouldBeOfType<HoldStands>();
        (
            await agency
                .Use<HoldAgain>()
                .Run(new(notice.Id, W48.Sunday), agency.Owner, TestAgency.Now)
        ).Refusal.ShouldBeOfType<NotThere>();
    }
}

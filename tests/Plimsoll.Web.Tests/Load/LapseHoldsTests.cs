using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Domain.People;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.Load.UseCases;
using Plimsoll.Web.People.Store;
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
    public async Task Two_nodes_at_once_lapse_each_hold_once(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        await using var other = agency.Twin();
        var vera = await agency.Someone(Position.AccountManager, "Vera");
        const int holds = 16;
        for (var i = 0; i < holds; i++)
            await agency.Held(
                await agency.Person($"Person {i}"),
                await agency.Project($"Project {i}", vera.Person),
                60,
                until: Yesterday,
                owner: vera.Person
            );
        LapseHolds[] nodes = [agency.Use<LapseHolds>(), other.Use<LapseHolds>()];
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var runs = nodes
            .Select(async node =>
            {
                await start.Task;
                return await node.Run(TestAgency.Now);
            })
            .ToList();
        start.SetResult();

        (await Task.WhenAll(runs)).Sum().ShouldBe(holds);
        (await agency.Store(db => db.Bookings().CountAsync(TestAgency.Now))).ShouldBe(0);
        var told = await agency.Store(db =>
            db.Notices().Where(n => n.Person == vera.Person).ToListAsync(TestAgency.Now)
        );
        told.Select(n => n.Words).Distinct().Count().ShouldBe(holds);
        told.Count.ShouldBe(holds);
        (await agency.Store(db => db.Letters().CountAsync(TestAgency.Now))).ShouldBe(holds);
        (await agency.PlanFacts()).ShouldBe(Enumerable.Repeat("load.hold-lapsed", holds));
    }

    [Theory, OnEachDatabase]
    public async Task What_is_held_anew_while_the_old_hold_lapses_stands(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        await using var other = agency.Twin();
        var nordwind = await agency.Project("Nordwind");
        var people = new List<Person>();
        for (var i = 0; i < 8; i++)
        {
            people.Add(await agency.Person($"Person {i}"));
            await agency.Held(people[i], nordwind, 600, until: Yesterday);
        }

        var lapse = Task.Run(() => other.Use<LapseHolds>().Run(TestAgency.Now), TestAgency.Now);
        foreach (var person in people)
            (await agency.Type(person, nordwind, "20t")).IsRefused.ShouldBeFalse();
        await lapse;

        var holds = await agency.Store(db => db.Bookings().ToListAsync(TestAgency.Now));
        holds.Select(h => h.Person).ShouldBe(people.Select(p => p.Id), ignoreOrder: true);
        holds.ShouldAllBe(h => h.Planned.Value == 480 && h.HoldUntil > Yesterday);
        (await agency.Use<LapseHolds>().Run(TestAgency.Now)).ShouldBe(0);
    }

    [Theory, OnEachDatabase]
    public async Task A_notice_names_nobody_whom_its_reader_may_not_see_any_more(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var vera = await agency.Someone(Position.AccountManager, "Vera");
        var role = await agency.Keep(Role.New("Designer").Value);
        var li = await agency.Person("Li Wei", role: role.Id);
        var team = await agency.Team("Own", vera.Person, li.Id);
        var (nordwind, halva) = (
            await agency.Project("Nordwind", vera.Person),
            await agency.Project("Halva", vera.Person)
        );
        await agency.Internal("Portfolio");
        var motion = await agency.Placeholder("Motion designer", role.Id);
        await agency.Confirmed(motion, halva, 1200);
        await agency.Held(li, nordwind, 600, until: Yesterday, owner: vera.Person);
        await agency.Use<LapseHolds>().Run(TestAgency.Now);
        var browser = await agency.SignedIn(vera);
        var page = await browser.GetStringAsync("/notices", TestAgency.Now);
        page.ShouldContain("Li Wei on Nordwind");
        page.ShouldContain("Motion designer on Halva");
        page.ShouldContain("Hold again");

        await agency.Store(async db =>
        {
            foreach (var project in await db.Projects().ToListAsync(TestAgency.Now))
                project.GiveTo(null);
            db.Remove(await db.Teams().SingleAsync(t => t.Id == team.Id, TestAgency.Now));
            return await db.SaveChangesAsync(TestAgency.Now);
        });

        page = await browser.GetStringAsync("/notices", TestAgency.Now);
        page.ShouldContain("10 h of somebody on other work, week of 23 Nov 2026");
        page.ShouldContain("Portfolio");
        page.ShouldNotContain("Hold again");
        var told = await browser.GetStringAsync("/api/v1/notices", TestAgency.Now);
        foreach (var text in new[] { page, told })
        {
            text.ShouldNotContain("Li Wei");
            text.ShouldNotContain("Nordwind");
            text.ShouldNotContain("Halva");
            text.ShouldNotContain(li.Id.ToString());
            text.ShouldNotContain(nordwind.Id.ToString());
        }
    }

    [Theory, OnEachDatabase]
    public async Task The_letter_too_is_of_what_its_reader_may_see(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var vera = await agency.Someone(Position.AccountManager, "Vera");
        var (li, nordwind) = (await agency.Person("Li Wei"), await agency.Project("Nordwind"));
        await agency.Held(li, nordwind, 600, until: Yesterday, owner: vera.Person);

        await agency.Use<LapseHolds>().Run(TestAgency.Now);

        var letter = await agency.Store(db => db.Letters().SingleAsync(TestAgency.Now));
        letter.Subject.ShouldBe("A hold has lapsed: somebody on other work");
        letter.Text.ShouldNotContain("Li Wei");
        letter.Text.ShouldNotContain("Nordwind");
    }

    [Theory, OnEachDatabase]
    public async Task Lapsed_time_is_not_held_again_over_what_was_planned_there_since(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var (li, nordwind) = (await agency.Person("Li Wei"), await agency.Project("Nordwind"));
        await agency.Held(li, nordwind, 600, until: Yesterday);
        await agency.Use<LapseHolds>().Run(TestAgency.Now);
        var notice = await agency.Store(db => db.Notices().SingleAsync(TestAgency.Now));
        await agency.Type(li, nordwind, "25");

        var again = await agency
            .Use<HoldAgain>()
            .Run(new(notice.Id, W48.Sunday), agency.Owner, TestAgency.Now);

        again
            .Refusal.ShouldBeOfType<CellChangedMeanwhile>()
            .Cells[0]
            .Now.ShouldBe(PlanActs.Cell(600, 0));
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

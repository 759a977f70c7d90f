using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.UseCases;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.People;

public sealed class AbsenceTests
{
    private static readonly DateOnly Monday = new(2026, 12, 7);

    [Theory, OnEachDatabase]
    public async Task Asked_approved_and_withdrawn_the_week_follows(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var anna = await agency.Someone(Position.TeamMember, "Anna");
        var id = await agency.Asks(anna, Monday, Monday.AddDays(4));
        (await agency.Absent(anna)).ShouldBe(0);

        (
            await agency
                .Use<DecideAbsences>()
                .Run(new([id], true, Seen: 0), agency.Owner, TestAgency.Now)
        ).Value.ShouldBe(1);
        (await agency.Absent(anna)).ShouldBe(2400);

        (
            await agency.Use<WithdrawAbsence>().Run(id, 1, anna, TestAgency.Now)
        ).IsRefused.ShouldBeFalse();
        (await agency.Absent(anna)).ShouldBe(0);
        (await agency.Facts("people.absence-withdrawn"))
            .Single()
            .About!.ShouldContain(anna.Person.ToString());
    }

    [Theory, OnEachDatabase]
    public async Task An_account_manager_decides_for_her_own_team_and_not_for_herself(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var manager = await agency.Someone(Position.AccountManager, "Manager");
        var mate = await agency.Someone(Position.TeamMember, "Mate");
        var stranger = await agency.Someone(Position.TeamMember, "Stranger");
        await agency.Team("Hers", manager.Person, mate.Person);
        var hers = await agency.Asks(manager, Monday, Monday);
        var mates = await agency.Asks(mate, Monday, Monday);
        var strangers = await agency.Asks(stranger, Monday, Monday);

        (await agency.Use<AbsenceQueue>().Ask(manager, TestAgency.Now))
            .Select(r => r.Absence.Name)
            .ShouldBe(["Mate"]);
        foreach (var id in new[] { hers, strangers })
            (
                await agency
                    .Use<DecideAbsences>()
                    .Run(new([mates, id], true), manager, TestAgency.Now)
            ).Refusal.ShouldBeOfType<NotThere>();
        (
            await agency
                .Use<DecideAbsences>()
                .Run(new([mates], false, "Launch week"), manager, TestAgency.Now)
        ).Value.ShouldBe(1);
        (
            await agency.Use<DecideAbsences>().Run(new([mates], true), mate, TestAgency.Now)
        ).Refusal.ShouldBeOfType<NotAllowed>();
    }

    [Theory, OnEachDatabase]
    public async Task Colleagues_are_told_that_she_is_away_and_nothing_else(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var sick = await agency.Someone(Position.TeamMember, "Sick");
        var mate = await agency.Someone(Position.TeamMember, "Mate");
        await agency.Team("Both", sick.Person, mate.Person);
        await agency
            .Use<AskAbsence>()
            .Run(
                new(sick.Person, AbsenceKind.Sick, Monday, Monday, Note: "canary"),
                agency.Owner,
                TestAgency.Now
            );
        var asked = await agency.Asks(sick, Monday.AddDays(7), Monday.AddDays(8));

        var told = (
            await agency.Use<AbsenceList>().Ask(new(), mate, TestAgency.Now)
        ).Items.Single();
        told.From.ShouldBe(Monday);
        told.Private.ShouldBeNull();
        (
            await agency.Use<AbsenceList>().One(asked, mate, TestAgency.Now)
        ).Refusal.ShouldBeOfType<NotThere>();
        (await agency.Use<AbsenceList>().Ask(new(), sick, TestAgency.Now))
            .Items.Select(a => a.Private!.Kind)
            .ShouldBe([AbsenceKind.Sick, AbsenceKind.Vacation]);
        var bars = (
            await agency.Use<WhoIsAway>().Ask(Week.Of(Monday), null, false, mate, TestAgency.Now)
        )
            .People.Single()
            .Bars;
        bars.Single().Kind.ShouldBeNull();
        (await agency.Use<PersonCard>().Ask(sick.Person, mate, TestAgency.Now))
            .Value.Away.Single()
            .Kind.ShouldBeNull();
    }

    [Theory, OnEachDatabase]
    public async Task Days_without_working_time_are_nothing_to_ask_for(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var ask = agency.Use<AskAbsence>();
        var anna = await agency.Someone(Position.TeamMember, "Anna");
        var calendar = (
            await agency.Use<AddCalendar>().Run(new("Ours", "FR"), agency.Owner, TestAgency.Now)
        ).Value;
        await agency
            .Use<SetCalendarDay>()
            .Run(
                new(calendar, SeenVersion.Any, Monday, "Founding day", 100, null),
                agency.Owner,
                TestAgency.Now
            );
        var newcomer = (
            await agency
                .Use<HirePerson>()
                .Run(
                    new("New", Calendar: calendar, Joined: Monday.AddDays(-3)),
                    agency.Owner,
                    TestAgency.Now
                )
        ).Value;

        var saturday = Monday.AddDays(-2);
        (await Asked(anna.Person, saturday, Monday.AddDays(-1))).ShouldBeOfType<DaysAreFree>();
        (await Asked(newcomer, saturday, Monday)).ShouldBeOfType<DaysAreHolidays>();
        (await Asked(newcomer, Monday, Monday)).ShouldBeOfType<DaysAreHolidays>();
        (await Asked(newcomer, Monday.AddDays(-7), Monday.AddDays(-4)))
            .ShouldBeOfType<IsNotEmployedThen>()
            .Field.ShouldBe("from");
        (await Asked(newcomer, Monday.AddDays(-7), Monday.AddDays(-3))).ShouldBeNull();
        (await Asked(anna.Person, saturday, Monday)).ShouldBeNull();

        async Task<Refusal?> Asked(PersonId person, DateOnly from, DateOnly to) =>
            (
                await ask.Run(
                    new(person, AbsenceKind.Other, from, to),
                    agency.Owner,
                    TestAgency.Now
                )
            ).Refusal;
    }

    [Theory, OnEachDatabase]
    public async Task Sick_leave_recorded_for_somebody_stands_at_once_and_only_those_who_decide_record_it(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var anna = await agency.Someone(Position.TeamMember, "Anna");
        var mate = await agency.Someone(Position.TeamMember, "Mate");
        await agency.Team("Both", anna.Person, mate.Person);
        var sick = new AskAbsence.Command(anna.Person, AbsenceKind.Sick, Monday, Monday.AddDays(1));

        (
            await agency.Use<AskAbsence>().Run(sick, mate, TestAgency.Now)
        ).Refusal.ShouldBeOfType<NotThere>();
        (
            await agency.Use<AskAbsence>().Run(sick, agency.Owner, TestAgency.Now)
        ).IsRefused.ShouldBeFalse();

        (await agency.Absent(anna)).ShouldBe(960);
    }

    [Theory, OnEachDatabase]
    public async Task Two_half_days_share_a_day_and_nothing_else_does(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var anna = await agency.Someone(Position.TeamMember, "Anna");
        var ask = agency.Use<AskAbsence>();
        var half = new AskAbsence.Command(null, AbsenceKind.Other, Monday, Monday, HalfDay: true);

        (await ask.Run(half, anna, TestAgency.Now)).IsRefused.ShouldBeFalse();
        (await ask.Run(half, anna, TestAgency.Now)).IsRefused.ShouldBeFalse();
        (
            await ask.Run(half with { HalfDay = false }, anna, TestAgency.Now)
        ).Refusal.ShouldBeOfType<IsAwayAlready>();
    }

    [Theory, OnEachDatabase]
    public async Task Days_away_take_the_hours_of_the_pattern_that_holidays_leave(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var calendar = (
            await agency
                .Use<AddCalendar>()
                .Run(new(null, "DE", BuiltIn: true), agency.Owner, TestAgency.Now)
        ).Value;
        var anna = (
            await agency
                .Use<HirePerson>()
                .Run(new("Anna", Calendar: calendar), agency.Owner, TestAgency.Now)
        ).Value;
        var christmas = new AwayDays(new(2026, 12, 21), new(2026, 12, 27), false);

        (
            await agency.Use<AbsenceCost>().Ask(anna, christmas, agency.Owner, TestAgency.Now)
        ).Value.ShouldBe(Minutes.Hours(32));
        (
            await agency
                .Use<AbsenceCost>()
                .Ask(anna, christmas with { HalfDay = true }, agency.Owner, TestAgency.Now)
        ).Value.ShouldBe(Minutes.Hours(16));
        (
            await agency
                .Use<AbsenceCost>()
                .Ask(
                    anna,
                    christmas,
                    await agency.Someone(Position.TeamMember, "Stranger"),
                    TestAgency.Now
                )
        ).Refusal.ShouldBeOfType<NotThere>();
    }

    [Theory, OnEachDatabase]
    public async Task The_queue_says_who_of_the_team_is_away_meanwhile(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var anna = await agency.Someone(Position.TeamMember, "Anna");
        var mate = await agency.Someone(Position.TeamMember, "Mate");
        var stranger = await agency.Someone(Position.TeamMember, "Stranger");
        await agency.Team("Both", anna.Person, mate.Person);
        foreach (var other in new[] { mate, stranger })
            await agency
                .Use<AskAbsence>()
                .Run(
                    new(other.Person, AbsenceKind.Vacation, Monday.AddDays(4), Monday.AddDays(8)),
                    agency.Owner,
                    TestAgency.Now
                );
        await agency.Asks(anna, Monday, Monday.AddDays(4));

        var row = (await agency.Use<AbsenceQueue>().Ask(agency.Owner, TestAgency.Now)).Single();

        row.Meanwhile.Select(o => o.Name).ShouldBe(["Mate"]);
        row.Absence.Takes.ShouldBe(Minutes.Hours(40));
    }

    [Theory, OnEachDatabase]
    public async Task A_long_list_is_read_page_by_page(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var anna = await agency.Someone(Position.TeamMember, "Anna");
        var mate = await agency.Someone(Position.TeamMember, "Mate");
        for (var day = 0; day < 3; day++)
            foreach (var who in new[] { anna, mate })
                await agency.Asks(who, Monday.AddDays(day), Monday.AddDays(day));

        var seen = new List<AbsenceId>();
        string? cursor = null;
        do
        {
            var page = await agency
                .Use<AbsenceList>()
                .Ask(new(Cursor: cursor, Limit: 1), agency.Owner, TestAgency.Now);
            seen.AddRange(page.Items.Select(a => a.Id));
            cursor = page.Next;
        } while (cursor is not null);

        seen.Distinct().Count().ShouldBe(6);
        seen.Count.ShouldBe(6);
    }
}

internal static class AbsenceActs
{
    public static async Task<AbsenceId> Asks(
        this TestAgency agency,
        Actor who,
        DateOnly from,
        DateOnly to
    ) =>
        (
            await agency
                .Use<AskAbsence>()
                .Run(new(null, AbsenceKind.Vacation, from, to), who, TestAgency.Now)
        ).Value;

    /// <summary>Her absent minutes in the week from 7 December.</summary>
    public static async Task<int> Absent(this TestAgency agency, Actor who) =>
        (
            await agency.Store(db =>
                NominalWeeks.Of(db, [who.Person], Week.Numbered(2026, 50)!.Value, 1, TestAgency.Now)
            )
        )[who.Person][0]
            .Absent
            .Value;
}

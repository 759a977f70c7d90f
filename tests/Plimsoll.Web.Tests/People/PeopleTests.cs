using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.People.UseCases;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.People;

public sealed class PeopleTests
{
    [Theory, OnEachDatabase]
    public async Task Someone_hired_stands_in_her_teams_with_the_usual_calendar(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var team = await agency.Team("Design");
        var calendar = await agency
            .Use<AddCalendar>()
            .Run(new(null, "DE", "BE", BuiltIn: true), agency.Owner, TestAgency.Now);
        await agency
            .Use<ChangeWorkspace>()
            .Run(
                new(null, "Harbour", "Europe/Berlin", calendar.Value),
                agency.Owner,
                TestAgency.Now
            );

        var hired = await agency
            .Use<HirePerson>()
            .Run(
                new(
                    "Maria Petrova",
                    Email: "maria@agency.example",
                    UsualCalendar: true,
                    Days: [480, 480, 480, 480, 0, 0, 0],
                    Teams: [team]
                ),
                agency.Owner,
                TestAgency.Now
            );

        var card = (
            await agency.Use<PersonCard>().Ask(hired.Value, agency.Owner, TestAgency.Now)
        ).Value;
        card.Teams.Select(t => t.Name).ShouldBe(["Design"]);
        card.Patterns.Single().Week.ShouldBe(Minutes.Hours(32));
        card.Private!.Calendar!.Name.ShouldBe("Germany, Berlin");
        (await agency.Facts("people.person-hired")).ShouldContain(f =>
            f.Subject == hired.Value.Value
        );
    }

    [Theory, OnEachDatabase]
    public async Task A_pattern_dated_from_a_day_takes_a_new_version_of_the_person(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var anna = (await agency.Someone(Position.TeamMember, "Anna")).Person;
        var set = new SetWorkPattern.Command(
            anna,
            0,
            new(2027, 1, 1),
            [240, 240, 240, 240, 240, 0, 0]
        );

        (
            await agency.Use<SetWorkPattern>().Run(set, agency.Owner, TestAgency.Now)
        ).IsRefused.ShouldBeFalse();

        (
            await agency.Use<SetWorkPattern>().Run(set, agency.Owner, TestAgency.Now)
        ).Refusal.ShouldBeOfType<ChangedMeanwhile>();
        (
            await agency
                .Use<RemoveWorkPattern>()
                .Run(anna, new(2027, 1, 1), 1, agency.Owner, TestAgency.Now)
        ).IsRefused.ShouldBeFalse();
        (
            await agency
                .Use<RemoveWorkPattern>()
                .Run(anna, Era.First, 2, agency.Owner, TestAgency.Now)
        ).Refusal.ShouldBeOfType<LastPatternStays>();
    }

    [Theory, OnEachDatabase]
    public async Task The_last_owner_stays(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var owner = agency.Owner.Person;
        var change = await agency.Changed(owner, p => p with { Position = Position.Director });

        (
            await agency.Use<ChangePerson>().Run(change, agency.Owner, TestAgency.Now)
        ).Refusal.ShouldBeOfType<LastOwnerStays>();
        (
            await agency.Use<ArchivePerson>().Run(owner, null, agency.Owner, TestAgency.Now)
        ).Refusal.ShouldBeOfType<LastOwnerStays>();

        await agency.Someone(Position.Owner, "Second Owner");
        (
            await agency.Use<ChangePerson>().Run(change, agency.Owner, TestAgency.Now)
        ).IsRefused.ShouldBeFalse();
    }

    [Theory, OnEachDatabase]
    public async Task A_director_neither_makes_nor_touches_an_owner(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var director = await agency.Someone(Position.Director, "Dora");

        var rise = await agency.Changed(director.Person, p => p with { Position = Position.Owner });
        (
            await agency.Use<ChangePerson>().Run(rise, director, TestAgency.Now)
        ).Refusal.ShouldBeOfType<NotAllowed>();
        (
            await agency
                .Use<ArchivePerson>()
                .Run(agency.Owner.Person, null, director, TestAgency.Now)
        ).Refusal.ShouldBeOfType<NotAllowed>();
    }

    [Theory]
    [OnEachDatabase(Position.AccountManager)]
    [OnEachDatabase(Position.TeamMember)]
    [OnEachDatabase(Position.Accountant)]
    [OnEachDatabase(Position.Lawyer)]
    [OnEachDatabase(Position.ClientGuest)]
    public async Task Only_owner_and_director_manage_people(Database database, Position position)
    {
        await using var agency = await TestAgency.Open(database);
        var actor = await agency.Someone(position, "Someone");

        (
            await agency.Use<HirePerson>().Run(new("New"), actor, TestAgency.Now)
        ).Refusal.ShouldBeOfType<NotAllowed>();
        (
            await agency.Use<AddRole>().Run("Designer", actor, TestAgency.Now)
        ).Refusal.ShouldBeOfType<NotAllowed>();
        (
            await agency.Use<AddTeam>().Run(new("Design"), actor, TestAgency.Now)
        ).Refusal.ShouldBeOfType<NotAllowed>();
        (
            await agency.Use<AddCalendar>().Run(new(null, "DE"), actor, TestAgency.Now)
        ).Refusal.ShouldBeOfType<NotAllowed>();
        (
            await agency.Use<DeletePerson>().Run(agency.Owner.Person, null, actor, TestAgency.Now)
        ).Refusal.ShouldBeOfType<NotAllowed>();
    }

    [Theory, OnEachDatabase]
    public async Task Someone_is_deleted_only_while_nothing_depends_on_her(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var mistake = (
            await agency.Use<HirePerson>().Run(new("Mistake"), agency.Owner, TestAgency.Now)
        ).Value;
        await agency.Team("Design", mistake);
        var member = await agency.Someone(Position.TeamMember, "Has an account");

        (
            await agency.Use<DeletePerson>().Run(member.Person, null, agency.Owner, TestAgency.Now)
        ).Refusal.ShouldBeOfType<SomethingDependsOnIt>();
        (
            await agency
                .Use<DeletePerson>()
                .Run(agency.Owner.Person, null, agency.Owner, TestAgency.Now)
        ).Refusal.ShouldBeOfType<LastOwnerStays>();
        (
            await agency.Use<DeletePerson>().Run(mistake, null, agency.Owner, TestAgency.Now)
        ).IsRefused.ShouldBeFalse();

        (await agency.Store(db => db.People().AnyAsync(p => p.Id == mistake))).ShouldBeFalse();
    }

    [Theory, OnEachDatabase]
    public async Task A_role_that_somebody_has_is_archived_and_not_deleted(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var role = (
            await agency.Use<AddRole>().Run("Designer", agency.Owner, TestAgency.Now)
        ).Value;
        await agency.Use<HirePerson>().Run(new("Li Wei", Role: role), agency.Owner, TestAgency.Now);

        (
            await agency.Use<AddRole>().Run("  designer ", agency.Owner, TestAgency.Now)
        ).Refusal.ShouldBeOfType<NameIsTaken>();
        (
            await agency.Use<DeleteRole>().Run(role, null, agency.Owner, TestAgency.Now)
        ).Refusal.ShouldBeOfType<SomethingDependsOnIt>();
        (
            await agency.Use<ArchiveRole>().Run(role, true, 0, agency.Owner, TestAgency.Now)
        ).IsRefused.ShouldBeFalse();
        (
            await agency
                .Use<RenameRole>()
                .Run(role, 0, "Art director", agency.Owner, TestAgency.Now)
        ).Refusal.ShouldBeOfType<ChangedMeanwhile>();
    }

    [Theory, OnEachDatabase]
    public async Task Others_see_their_own_team_and_placeholders_and_of_them_no_more_than_needed(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var me = await agency.Someone(Position.TeamMember, "Me");
        var mate = await agency.Someone(Position.TeamMember, "Mate");
        var led = await agency.Someone(Position.TeamMember, "Led");
        var past = await agency.Someone(Position.TeamMember, "Past");
        var stranger = await agency.Someone(Position.TeamMember, "Stranger");
        await agency
            .Use<HirePerson>()
            .Run(new("Motion designer", PersonKind.Placeholder), agency.Owner, TestAgency.Now);
        await agency.Team("Mine", me.Person, mate.Person);
        var leads = await agency.Team("Led", led.Person);
        await agency
            .Use<ChangeTeam>()
            .Run(new(leads, null, "Led", me.Person, null), agency.Owner, TestAgency.Now);
        var old = await agency.Team("Old", me.Person, past.Person);
        await agency.Use<ArchiveTeam>().Run(old, true, null, agency.Owner, TestAgency.Now);

        var seen = await agency.List(me);

        seen.Select(r => r.Name).ShouldBe(["Led", "Mate", "Me", "Motion designer"]);
        seen.Single(r => r.Name == "Me").Private.ShouldNotBeNull();
        seen.Where(r => r.Name != "Me").ShouldAllBe(r => r.Private == null);
        (await agency.List(agency.Owner)).Count.ShouldBe(7);
        (await agency.List(await agency.Someone(Position.ClientGuest, "Guest"))).ShouldBeEmpty();
        (
            await agency.Use<PersonCard>().Ask(stranger.Person, me, TestAgency.Now)
        ).Refusal.ShouldBeOfType<NotThere>();
    }

    [Theory, OnEachDatabase]
    public async Task The_list_is_searched_filtered_and_sorted(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var role = (
            await agency.Use<AddRole>().Run("Designer", agency.Owner, TestAgency.Now)
        ).Value;
        foreach (
            var (name, days) in new[]
            {
                ("Tomás Neves", 480),
                ("Анна Соколова", 240),
                ("Ёлкина Вера", 360),
            }
        )
            await agency
                .Use<HirePerson>()
                .Run(
                    new(
                        name,
                        Role: name[0] == 'T' ? role : null,
                        Days: [days, days, days, days, days, 0, 0]
                    ),
                    agency.Owner,
                    TestAgency.Now
                );

        (await agency.List(agency.Owner, new(Search: "tomas")))
            .Single()
            .Name.ShouldBe("Tomás Neves");
        (await agency.List(agency.Owner, new(Search: "елкина")))
            .Single()
            .Name.ShouldBe("Ёлкина Вера");
        (await agency.List(agency.Owner, new(Role: role))).Single().Role.ShouldBe("Designer");
        (await agency.List(agency.Owner, new(Sort: "hours", Limit: 2)))
            .Select(r => r.Week.Value)
            .ShouldBe([1200, 1800]);
        (await agency.List(agency.Owner, new(Archived: true))).ShouldBeEmpty();
    }
}

/// <summary>What the tests of this room do again and again.</summary>
internal static class PeopleActs
{
    public static async Task<TeamId> Team(
        this TestAgency agency,
        string name,
        params PersonId[] members
    ) =>
        (
            await agency.Use<AddTeam>().Run(new(name, null, members), agency.Owner, TestAgency.Now)
        ).Value;

    public static Task<List<FactRow>> Facts(this TestAgency agency, string kind) =>
        agency.Store(db => db.Facts().Where(f => f.Kind == kind).ToListAsync(TestAgency.Now));

    public static async Task<IReadOnlyList<PersonList.Row>> List(
        this TestAgency agency,
        Actor actor,
        PersonList.Filter? filter = null
    ) =>
        (
            await agency
                .Use<PersonList>()
                .Ask(filter ?? new(), actor, CultureInfo.InvariantCulture, TestAgency.Now)
        ).Items;

    /// <summary>The command that leaves a person as she is, but for one thing.</summary>
    public static async Task<ChangePerson.Command> Changed(
        this TestAgency agency,
        PersonId id,
        Func<ChangePerson.Command, ChangePerson.Command> but
    )
    {
        var p = await agency.Store(db =>
            db.People().AsNoTracking().SingleAsync(p => p.Id == id, TestAgency.Now)
        );
        return but(
            new(
                id,
                null,
                p.Name,
                p.Kind,
                p.Email,
                p.Position,
                p.Role,
                p.Calendar,
                p.Colour,
                p.Joined,
                p.LastDay,
                null
            )
        );
    }
}

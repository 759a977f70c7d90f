using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Domain.People;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Load.UseCases;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.Load;

/// <summary>People, projects and bookings of a test, put straight into its store.</summary>
internal static class PlanOf
{
    /// <summary>The week of the tests' today, Monday 23 November 2026.</summary>
    public static Week W48 { get; } = Week.Of(new DateOnly(2026, 11, 23));

    public static async Task<T> Keep<T>(this TestAgency agency, T thing)
        where T : class
    {
        await agency.Store(db =>
        {
            db.Add(thing);
            return db.SaveChangesAsync(TestAgency.Now);
        });
        return thing;
    }

    public static Task<Person> Person(
        this TestAgency agency,
        string name,
        Position position = Position.TeamMember,
        RoleId? role = null
    )
    {
        var person = Domain
            .People.Person.Hire(
                name,
                null,
                PersonKind.Employee,
                position,
                WorkPattern.FullTime(Era.First)
            )
            .Value;
        person.ChangeRole(role);
        return agency.Keep(person);
    }

    public static Task<Person> Placeholder(
        this TestAgency agency,
        string name,
        RoleId? role = null
    ) => agency.Keep(Domain.People.Person.NewPlaceholder(name, role).Value);

    public static async Task<Team> Team(
        this TestAgency agency,
        string name,
        params IEnumerable<PersonId> members
    )
    {
        var team = Domain.People.Team.New(name).Value;
        foreach (var member in members)
            team.Add(member);
        return await agency.Keep(team);
    }

    /// <summary>A client's project under way.</summary>
    public static async Task<Project> Project(
        this TestAgency agency,
        string name,
        PersonId? manager = null
    )
    {
        var client = await agency.Keep(Client.New("Client of " + name, agency.Owner.Person).Value);
        var project = Domain
            .Clients.Project.For(client.Id, name, ProjectKind.Retainer, Stage.Active)
            .Value;
        project.GiveTo(manager);
        return await agency.Keep(project);
    }

    public static Task<Project> Internal(this TestAgency agency, string name) =>
        agency.Keep(Domain.Clients.Project.Internal(name).Value);

    public static Task<Booking> Confirmed(
        this TestAgency agency,
        Person person,
        Project project,
        int minutes,
        Week? week = null
    ) =>
        agency.Keep(
            Booking
                .Confirm(
                    person.Id,
                    project.Id,
                    week ?? W48,
                    new Minutes(minutes),
                    agency.Owner.Person
                )
                .Value
        );

    public static Task<Booking> Held(
        this TestAgency agency,
        Person person,
        Project project,
        int minutes,
        Week? week = null,
        DateOnly? until = null,
        PersonId? owner = null
    ) =>
        agency.Keep(
            Booking
                .Hold(
                    person.Id,
                    project.Id,
                    week ?? W48,
                    new Minutes(minutes),
                    until ?? (week ?? W48).Sunday,
                    owner ?? agency.Owner.Person
                )
                .Value
        );

    public static Task<Board> Board(this TestAgency agency, string query, Actor? actor = null) =>
        agency
            .Use<LoadBoard>()
            .Ask(
                BoardView.Read(query, W48, PlanUnit.Percent),
                actor ?? agency.Owner,
                TestAgency.Now
            );

    public static BoardRow Row(this Board board, Person person) =>
        board.Rows.Single(r => r.Id == person.Id.Value);
}

/// <summary>Changes of a test, through the one door.</summary>
internal static class PlanActs
{
    public static PlanCell Cell(int confirmed, int tentative) =>
        new(new(confirmed), new(tentative));

    public static ChangePlan.Change Set(
        Person person,
        Project project,
        PlanCell wanted,
        PlanCell? was = null,
        Week? week = null
    ) => new(new(person.Id, project.Id, week ?? PlanOf.W48), null, wanted, was);

    public static Task<Outcome<ChangePlan.Changed>> Type(
        this TestAgency agency,
        Person person,
        Project project,
        string text,
        string? reason = null,
        Week? week = null,
        Actor? by = null
    ) =>
        agency
            .Use<ChangePlan>()
            .Run(
                new(
                    [new(new(person.Id, project.Id, week ?? PlanOf.W48), text, default, null)],
                    Reason: reason
                ),
                by ?? agency.Owner,
                TestAgency.Now
            );

    public static Task<Outcome<ChangePlan.Changed>> Change(
        this TestAgency agency,
        params IReadOnlyList<ChangePlan.Change> changes
    ) => agency.Use<ChangePlan>().Run(new(changes), agency.Owner, TestAgency.Now);

    /// <summary>The kinds of all facts of the plan, in their order.</summary>
    public static Task<List<string>> PlanFacts(this TestAgency agency) =>
        agency.Store(db =>
            db.Facts()
                .Where(f => f.Kind.StartsWith("load."))
                .OrderBy(f => f.Id)
                .Select(f => f.Kind)
                .ToListAsync(TestAgency.Now)
        );
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Domain.People;
using Plimsoll.Web.Desk.Sample;
using Plimsoll.Web.Desk.UseCases;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.SignIn.UseCases;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.Desk;

public sealed class SampleAgencyTests
{
    private static readonly DateTime Noon = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);

    [Theory, OnEachDatabase]
    public async Task An_empty_workspace_is_filled_once(Database database)
    {
        await using var agency = await TestAgency.Closed(database);
        var first = await agency.Use<FillSample>().Run(TestAgency.Now);
        var second = await agency.Use<FillSample>().Run(TestAgency.Now);

        first.Count.ShouldBeGreaterThan(5);
        second.ShouldBe(first);
        var people = await agency.Store(db => db.People().CountAsync(TestAgency.Now));
        people.ShouldBe(SamplePeople.All.Count + SamplePeople.Placeholders.Count);
        var visitor = await agency
            .Use<EnterWithPassword>()
            .Run(new(first[0].Email, SamplePeople.Password, "test"), TestAgency.Now);
        visitor.IsRefused.ShouldBeFalse();
    }

    [Theory, OnEachDatabase]
    public async Task An_agency_of_ones_own_is_left_as_it_is(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var visitors = await agency.Use<FillSample>().Run(TestAgency.Now);
        visitors.ShouldBeEmpty();
        var people = await agency.Store(db => db.People().CountAsync(TestAgency.Now));
        people.ShouldBe(1);
    }

    [Fact]
    public void It_can_be_filled_on_any_day()
    {
        for (var day = new DateOnly(2024, 12, 20); day.Year < 2029; day = day.AddDays(3))
            new SampleAgency(day, Noon).Bookings.Count.ShouldBeGreaterThan(500);
    }

    [Fact]
    public void It_shows_every_state_of_a_week()
    {
        var sample = new SampleAgency(new DateOnly(2026, 11, 23), Noon);
        var bookings = sample.Bookings;

        bookings.ShouldContain(b => b.OverReason != null);
        bookings.ShouldContain(b => b.HoldUntil == new DateOnly(2026, 11, 25));
        bookings
            .GroupBy(b => (b.Person, b.Project, b.Week))
            .ShouldContain(cell => cell.Count() == 2);
        sample.Comments.Select(c => c.Project is null).Distinct().Count().ShouldBe(2);
        sample
            .Absences.Select(a => a.State)
            .Distinct()
            .Count()
            .ShouldBe(Enum.GetValues<AbsenceState>().Length);
        sample.Absences.ShouldContain(a => a.HalfDay && a.Counts);
        var jonas = sample.People["jonas"];
        bookings.ShouldContain(b => b.Person == jonas.Id && b.Week.Monday > jonas.LastDay);
        bookings.ShouldContain(b =>
            sample.People.Values.Any(p => p.IsPlaceholder && p.Id == b.Person)
        );
        var projects = sample.Projects.Values;
        projects.Select(p => p.Stage).Distinct().Count().ShouldBe(Enum.GetValues<Stage>().Length);
        projects
            .Select(p => p.Kind)
            .Distinct()
            .Count()
            .ShouldBe(Enum.GetValues<ProjectKind>().Length);
    }
}

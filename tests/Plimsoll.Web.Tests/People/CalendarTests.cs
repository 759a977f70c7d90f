using System.Globalization;
using System.Text;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.UseCases;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.People;

public sealed class CalendarTests
{
    internal const string File = """
        BEGIN:VCALENDAR
        VERSION:2.0
        BEGIN:VEVENT
        UID:1
        SUMMARY:Founding day
        DTSTART;VALUE=DATE:20270503
        END:VEVENT
        BEGIN:VEVENT
        UID:2
        SUMMARY:Neujahr
        DTSTART;VALUE=DATE:20270101
        END:VEVENT
        BEGIN:VEVENT
        UID:3
        DTSTART;VALUE=DATE:20270601
        END:VEVENT
        END:VCALENDAR
        """;

    [Theory, OnEachDatabase]
    public async Task A_built_in_calendar_comes_with_its_days_and_their_source(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var id = (
            await agency
                .Use<AddCalendar>()
                .Run(new(null, "cn", BuiltIn: true), agency.Owner, TestAgency.Now)
        ).Value;

        var year = (
            await agency.Use<CalendarYear>().Ask(id, 2026, agency.Owner, TestAgency.Now)
        ).Value;

        year.Name.ShouldBe("China");
        year.Source.ShouldNotBeNullOrEmpty();
        year.Days.ShouldContain(d => d.WorksAs != null);
        year.Days.ShouldAllBe(d => d.Date.Year == 2026);
    }

    [Theory, OnEachDatabase]
    public async Task A_day_is_moved_edited_and_taken_away_by_someone_who_saw_it(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var id = (
            await agency.Use<AddCalendar>().Run(new("Ours", "DE"), agency.Owner, TestAgency.Now)
        ).Value;
        var set = agency.Use<SetCalendarDay>();

        (
            await set.Run(
                new(id, 0, new(2026, 12, 24), "Christmas Eve", 50),
                agency.Owner,
                TestAgency.Now
            )
        ).IsRefused.ShouldBeFalse();
        (
            await set.Run(new(id, 0, new(2026, 12, 24), "Again"), agency.Owner, TestAgency.Now)
        ).Refusal.ShouldBeOfType<ChangedMeanwhile>();
        (
            await set.Run(
                new(id, 1, new(2026, 12, 31), "New Year's Eve", 50, Was: new(2026, 12, 24)),
                agency.Owner,
                TestAgency.Now
            )
        ).IsRefused.ShouldBeFalse();

        (await agency.Use<CalendarYear>().Ask(id, null, agency.Owner, TestAgency.Now))
            .Value.Days.Single()
            .Date.ShouldBe(new DateOnly(2026, 12, 31));
        (
            await agency
                .Use<RemoveCalendarDay>()
                .Run(id, new(2026, 12, 31), 2, agency.Owner, TestAgency.Now)
        ).IsRefused.ShouldBeFalse();
        (
            await agency.Use<DeleteCalendar>().Run(id, 3, agency.Owner, TestAgency.Now)
        ).IsRefused.ShouldBeFalse();
    }

    [Theory, OnEachDatabase]
    public async Task A_file_is_previewed_with_its_problems_and_then_brought_in(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var id = (
            await agency
                .Use<AddCalendar>()
                .Run(new(null, "DE", BuiltIn: true), agency.Owner, TestAgency.Now)
        ).Value;
        Stream Stream() => new MemoryStream(Encoding.UTF8.GetBytes(File));

        var preview = (
            await agency.Use<HolidayPreview>().Ask(id, Stream(), agency.Owner, TestAgency.Now)
        ).Value;
        preview
            .Days.Select(d => (d.Name, d.Effect))
            .ShouldBe([
                ("Neujahr", HolidayPreview.Effect.Same),
                ("Founding day", HolidayPreview.Effect.New),
            ]);
        preview.Problems.Count.ShouldBe(1);
        preview.Gone.ShouldBeGreaterThan(5);

        (
            await agency
                .Use<ImportHolidays>()
                .Run(new(id, 0, Stream(), WholeYears: true), agency.Owner, TestAgency.Now)
        ).Value.ShouldBe(2);
        (
            await agency.Use<CalendarYear>().Ask(id, 2027, agency.Owner, TestAgency.Now)
        ).Value.Days.Count.ShouldBe(2);
        (
            await agency.Use<CalendarYear>().Ask(id, 2026, agency.Owner, TestAgency.Now)
        ).Value.Days.Count.ShouldBeGreaterThan(5);
    }

    [Theory, OnEachDatabase]
    public async Task A_calendar_that_somebody_lives_by_is_not_deleted(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var id = (
            await agency
                .Use<AddCalendar>()
                .Run(new(null, "GB", BuiltIn: true), agency.Owner, TestAgency.Now)
        ).Value;
        await agency.Use<HirePerson>().Run(new("Anna", Calendar: id), agency.Owner, TestAgency.Now);

        (
            await agency.Use<DeleteCalendar>().Run(id, null, agency.Owner, TestAgency.Now)
        ).Refusal.ShouldBeOfType<SomethingDependsOnIt>();
        (
            await agency
                .Use<CalendarList>()
                .Ask(agency.Owner, CultureInfo.InvariantCulture, TestAgency.Now)
        )
            .Single()
            .People.ShouldBe(1);
    }

    [Theory]
    [OnEachDatabase(Position.Director)]
    [OnEachDatabase(Position.TeamMember)]
    public async Task The_workspace_is_the_owners_to_set_up(Database database, Position position)
    {
        await using var agency = await TestAgency.Open(database);
        var actor = await agency.Someone(position, "Someone");
        (
            await agency
                .Use<ChangeWorkspace>()
                .Run(new(null, "Mine", "UTC", null), actor, TestAgency.Now)
        ).Refusal.ShouldBeOfType<NotAllowed>();
        (
            await agency.Use<WorkspaceSettings>().Ask(actor, TestAgency.Now)
        ).Refusal.ShouldBeOfType<NotThere>();
        (
            await agency
                .Use<ChangeWorkspace>()
                .Run(new(0, "Harbour", "Nowhere/Else", null), agency.Owner, TestAgency.Now)
        ).Refusal!.Field.ShouldBe("timeZone");
    }
}

using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Desk.Import;
using Plimsoll.Web.Desk.UseCases;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Settings;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.Desk;

public sealed class DatasetTests
{
    private static readonly string Folder = Path.Combine(
        AppContext.BaseDirectory,
        "Samples",
        "dataset"
    );
    private static readonly DateOnly AsOf = new(2026, 11, 23);

    /// <summary>A row of expected_load_person_week.csv.</summary>
    internal sealed record Expected(
        string Person,
        DateOnly Week,
        int Capacity,
        int Absence,
        int Confirmed,
        int Tentative
    );

    [Theory, OnEachDatabase]
    public async Task Every_week_of_every_person_is_as_the_data_set_expects(Database database)
    {
        await using var agency = await TestAgency.Closed(database);
        var loaded = await agency.Use<LoadDataset>().Run(new(Folder, AsOf), TestAgency.Now);
        loaded.Value.People.ShouldBe(20);

        var expected = ExpectedRows();
        var stored = await agency.Store(db => Weeks(db, expected));

        stored.ShouldBe(expected);
    }

    [Theory, OnEachDatabase]
    public async Task Programs_are_told_every_week_as_the_data_set_expects(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        _ = await agency.Use<LoadDataset>().Run(new(Folder, AsOf), TestAgency.Now);
        var browser = await agency.SignedIn(agency.Owner);

        var told = await browser.GetFromJsonAsync<JsonElement>(
            "/api/v1/load?from=2026-W48&weeks=26",
            TestAgency.Now
        );

        var emails = await agency.Store(db =>
            db.People().ToDictionaryAsync(p => p.Id.Value, p => p.Email!, TestAgency.Now)
        );
        var rows =
            from item in told.GetProperty("items").EnumerateArray()
            let email = emails[item.GetProperty("person").GetProperty("id").GetGuid()]
            from week in item.GetProperty("weeks").EnumerateArray()
            select Told(email, week);
        var expected = ExpectedRows();
        var theirs = expected.Select(e => e.Person).ToHashSet();
        rows.Where(r => theirs.Contains(r.Person)).ShouldBe(expected, ignoreOrder: true);
    }

    [Theory, OnEachDatabase]
    public async Task A_workspace_with_people_is_not_filled(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        _ = await agency.Someone(Position.TeamMember, "Li Wei");
        var outcome = await agency.Use<LoadDataset>().Run(new(Folder, AsOf), TestAgency.Now);
        outcome.Refusal.ShouldBeOfType<WorkspaceIsNotEmpty>();
    }

    [Theory, OnEachDatabase]
    public async Task A_workspace_that_has_only_its_owner_keeps_her(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var outcome = await agency.Use<LoadDataset>().Run(new(Folder, AsOf), TestAgency.Now);
        outcome.Value.Owner.Person.ShouldBe(agency.Owner.Person);
        outcome.Value.Password.ShouldBeNull();
    }

    [Theory, OnEachDatabase]
    public async Task What_cannot_be_read_leaves_nothing_behind(Database database)
    {
        var broken = Directory.CreateTempSubdirectory("plimsoll-dataset-").FullName;
        foreach (var file in Directory.GetFiles(Folder, "*.csv"))
            File.Copy(file, Path.Combine(broken, Path.GetFileName(file)));
        await File.AppendAllTextAsync(
            Path.Combine(broken, "bookings.csv"),
            "999,1,4,,2026-12-01,2026-12-02,many,confirmed,\n",
            TestAgency.Now
        );
        await using var agency = await TestAgency.Closed(database);

        var stop = await Should.ThrowAsync<CannotStart>(() =>
            agency.Use<LoadDataset>().Run(new(broken, AsOf), TestAgency.Now)
        );

        stop.Message.ShouldContain("bookings.csv");
        stop.Message.ShouldContain("\"many\"");
        (await agency.Store(db => db.People().CountAsync(TestAgency.Now))).ShouldBe(0);
        Directory.Delete(broken, recursive: true);
    }

    private static Expected Told(string email, JsonElement week)
    {
        int Minutes(string name) => week.GetProperty(name).GetInt32();
        _ = Week.TryParse(week.GetProperty("week").GetString(), out var which);
        return new Expected(
            email,
            which.Monday,
            Minutes("nominal") - Minutes("holiday"),
            Minutes("absent"),
            Minutes("confirmed") + Minutes("internal"),
            Minutes("tentative")
        );
    }

    internal static List<Expected> ExpectedRows()
    {
        var emails = CsvRows
            .Read(Folder, "people", r => (Id: r.Number("id"), Email: r.Text("email")))
            .ToDictionary(p => p.Id, p => p.Email);
        var rows = CsvRows.Read(
            Folder,
            "expected_load_person_week",
            r => new Expected(
                emails[r.Number("person_id")],
                r.Day("week"),
                r.Number("capacity_minutes"),
                r.Number("absence_minutes"),
                r.Number("confirmed_minutes"),
                r.Number("tentative_minutes")
            )
        );
        rows.Count.ShouldBe(520);
        return rows;
    }

    /// <summary>The same weeks, by the bookings and the calendars of the people as they are stored.</summary>
    private static async Task<List<Expected>> Weeks(
        Plimsoll.Web.Platform.Store.PlimsollDb db,
        List<Expected> asked
    )
    {
        var ids = await db.People().ToDictionaryAsync(p => p.Email!, p => p.Id, TestAgency.Now);
        var calendars = await PersonCalendars.Of(
            db,
            db.People(),
            AsOf,
            AsOf.AddYears(1),
            TestAgency.Now
        );
        var planned = (await db.Bookings().ToListAsync(TestAgency.Now)).ToLookup(b =>
            (b.Person, b.Week.Monday, b.Certainty)
        );
        int Sum(string email, DateOnly week, Certainty certainty) =>
            planned[(ids[email], week, certainty)].Sum(b => b.Planned.Value);
        return
        [
            .. asked.Select(e =>
            {
                var time = calendars[ids[e.Person]].On(Week.Of(e.Week));
                return new Expected(
                    e.Person,
                    e.Week,
                    time.Nominal.Value - time.Holiday.Value,
                    time.Absent.Value,
                    Sum(e.Person, e.Week, Certainty.Confirmed),
                    Sum(e.Person, e.Week, Certainty.Tentative)
                );
            }),
        ];
    }
}

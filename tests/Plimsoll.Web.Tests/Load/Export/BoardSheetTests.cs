using CsCheck;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Domain.People;
using Plimsoll.Web.Load.Export;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.Platform.Sheets;
using Plimsoll.Web.Platform.Text;
using Plimsoll.Web.Tests.Load.Import;
using Plimsoll.Web.Tests.Platform;
using static Plimsoll.Web.Tests.Load.PlanOf;

namespace Plimsoll.Web.Tests.Load.Export;

public sealed class BoardSheetTests
{
    private sealed record Entry(
        int Person,
        int Project,
        int Week,
        int Minutes,
        bool Tentative,
        string? Comment
    );

    private static readonly string[] People = ["Anna Sokolova", "李伟", "Дмитрий Ким", "Zoë"];
    private static readonly string[] Projects = ["Lumen site", "Халва, запуск", "北风 年度服务"];

    private static readonly Gen<List<Entry>> Plan = Gen.Select(
            Gen.Int[0, People.Length - 1],
            Gen.Int[0, Projects.Length],
            Gen.Int[0, 11],
            Gen.Int[1, 1200],
            Gen.Bool,
            Gen.OneOf<string?>(null, null, "if the pitch is won", "по просьбе\nклиента")
        )
        .Select(
            (person, project, week, minutes, tentative, comment) =>
                new Entry(person, project, week, minutes, tentative, comment)
        )
        .List[1, 60]
        .Select(all =>
            all.DistinctBy(e => (e.Person, e.Project, e.Week, e.Tentative))
                .DistinctBy(e => e.Comment is null ? (object)e : (e.Person, e.Project, e.Week))
                .ToList()
        );

    public static TheoryData<Database, string, string> Forms() =>
        [
            (Database.Sqlite, "unit=percent", "en"),
            (Database.Sqlite, "unit=hours", "ru"),
            (Database.Sqlite, "unit=hours&group=none", "zh-Hans"),
            (Database.Sqlite, "unit=percent&rows=projects", "en"),
            (Database.Sqlite, "unit=percent", "csv"),
            (Database.Postgres, "unit=percent", "zh-Hans"),
            (Database.Postgres, "unit=hours", "en"),
        ];

    [Theory, MemberData(nameof(Forms))]
    public async Task What_is_exported_and_imported_again_is_the_same_plan(
        Database database,
        string query,
        string form
    )
    {
        await Plan.SampleAsync(
            async entries =>
            {
                await using var agency = await TestAgency.Open(database);
                await Fill(agency, entries);
                var whole = await agency.Whole($"from=2026-W48&weeks=12&{query}");
                var file =
                    form == "csv" ? ImportOf.Csv(whole) : ImportOf.Xlsx(whole, Language.Find(form));
                var name = form == "csv" ? "load.csv" : "load.xlsx";
                var before = await agency.Written();

                // On the same board it changes nothing.
                var same = await agency.Bring(file, name);
                var draft = await agency.Draft(same);
                draft.Problems.ShouldBeEmpty();
                draft.Changes.ShouldBeEmpty();
                (draft.Absences, draft.Comments).ShouldBe((0, 0));

                // And when the plan is lost, it brings it back.
                await agency.Store(async db =>
                {
                    await db.Bookings().ExecuteDeleteAsync();
                    await db.CellComments().ExecuteDeleteAsync();
                    return 0;
                });
                (await agency.Apply(same)).Refusal.ShouldBeNull();
                (await agency.Written()).ShouldBe(before);
            },
            iter: 3,
            threads: 1
        );
    }

    [Theory, OnEachDatabase]
    public async Task An_empty_agency_gets_the_same_plan_from_the_file(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        await Fill(
            agency,
            [
                new(0, 0, 0, 960, false, "if the pitch is won"),
                new(0, 0, 0, 480, true, null),
                new(1, 1, 5, 123, true, null),
                new(2, 3, 6, 77, false, null),
                new(3, 2, 5, 2600, false, null),
            ]
        );
        var before = await agency.Written();
        var file = ImportOf.Xlsx(await agency.Whole("from=2026-W48&weeks=12"));
        await using var empty = await TestAgency.Open(database);

        var import = await empty.Bring(file);
        (await empty.Draft(import)).Problems.ShouldBeEmpty();
        (await empty.Apply(import)).Refusal.ShouldBeNull();

        (await empty.Written()).ShouldBe(before);
    }

    [Fact]
    public async Task The_sums_of_the_sheet_are_those_of_the_board_to_the_minute()
    {
        await using var agency = await TestAgency.Open(Database.Sqlite);
        await Fill(
            agency,
            [
                new(0, 0, 0, 961, false, null),
                new(0, 1, 0, 1777, true, null),
                new(0, 3, 0, 13, false, null),
                new(3, 2, 5, 2600, false, null),
            ]
        );
        var whole = await agency.Whole("from=2026-W48&weeks=8&unit=hours");
        var book = SheetFile.Read(ImportOf.Xlsx(whole), "load.xlsx", new SheetLimits()).Value;

        var grid = book.Sheets[0];
        grid.At(1, 1)!.Words.ShouldBe("Load, hours");
        foreach (var row in whole.Board.Rows)
        {
            var head = grid.Cells.Single(c => c.Words == row.Name && c.Address.Column == 1);
            for (var w = 0; w < row.Cells.Length; w++)
            {
                var total = grid.At(head.Address.Row, 4 + w);
                ((int)Math.Round((total?.Number ?? 0) * 60)).ShouldBe(row.Cells[w].Taken);
                if (row.Cells[w].Taken > 0)
                    total!.Formula!.ShouldStartWith("SUM(");
            }
        }
        var list = BoardList.Of(whole);
        list.Cells.Where(c => c.Address is { Column: 6, Row: > 1 })
            .Sum(c => c.Number)
            .ShouldBe(whole.Board.Rows.Sum(r => r.Cells.Sum(c => c.Taken)));
    }

    [Theory, OnEachDatabase]
    public async Task The_export_is_at_both_doors_and_only_for_those_who_see_the_board(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        await Fill(agency, [new(0, 0, 0, 960, false, null)]);
        var browser = await agency.SignedIn(agency.Owner);
        foreach (
            var (path, type) in new[]
            {
                ("/load/export.xlsx?from=2026-W48", SheetWriter.XlsxType),
                ("/load/export.csv", "text/csv"),
                ("/api/v1/load/export.xlsx", SheetWriter.XlsxType),
                ("/api/v1/load/export.csv", "text/csv"),
                ("/api/v1/load/export", SheetWriter.XlsxType),
            }
        )
        {
            var answer = await browser.GetAsync(path, TestAgency.Now);
            answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK, path);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe(type.Split(';')[0]);
            (await answer.Content.ReadAsByteArrayAsync(TestAgency.Now)).Length.ShouldBeGreaterThan(
                50
            );
        }
        var guest = await agency.SignedIn(await agency.Someone(Position.ClientGuest, "Gus"));
        (await guest.GetAsync("/load/export.xlsx", TestAgency.Now)).StatusCode.ShouldBe(
            System.Net.HttpStatusCode.NotFound
        );
    }

    private static async Task Fill(TestAgency agency, List<Entry> entries)
    {
        var people = new List<Person>();
        foreach (var name in People)
            people.Add(await agency.Person(name));
        var projects = new List<Domain.Clients.Project>();
        foreach (var name in Projects)
            projects.Add(await agency.Project(name));
        projects.Add(await agency.Internal("Agency meetings"));
        var away = Absence
            .Ask(
                people[1].Id,
                AbsenceKind.Vacation,
                W48.Monday,
                W48.Sunday,
                false,
                null,
                people[1].Id,
                At
            )
            .Value;
        away.Approve(agency.Owner.Person, At).ShouldBeNull();
        var half = Absence
            .Ask(
                people[2].Id,
                AbsenceKind.Vacation,
                W48.Monday.AddDays(4),
                W48.Monday.AddDays(4),
                true,
                null,
                people[2].Id,
                At
            )
            .Value;
        half.Approve(agency.Owner.Person, At).ShouldBeNull();
        await agency.Store(async db =>
        {
            db.AddRange(away, half);
            foreach (var e in entries)
            {
                var (person, project, week) = (
                    people[e.Person].Id,
                    projects[e.Project].Id,
                    W48.Plus(e.Week)
                );
                var minutes = new Minutes(e.Minutes);
                db.Add(
                    e.Tentative
                        ? Booking
                            .Hold(person, project, week, minutes, week.Sunday, agency.Owner.Person)
                            .Value
                        : Booking.Confirm(person, project, week, minutes, agency.Owner.Person).Value
                );
                if (e.Comment is { } text)
                    db.Add(
                        new CellComment
                        {
                            Person = person,
                            Project = project,
                            Week = week,
                            Text = text,
                            By = agency.Owner.Person,
                            At = At,
                        }
                    );
            }
            return await db.SaveChangesAsync(TestAgency.Now);
        });
    }

    private static readonly DateTime At = new(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc);
}

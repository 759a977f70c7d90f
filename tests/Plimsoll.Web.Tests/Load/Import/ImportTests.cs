using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Domain.People;
using Plimsoll.Web.Clients.Import;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.Load.Import;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.Load.UseCases;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Imports;
using Plimsoll.Web.Platform.Text;
using Plimsoll.Web.Tests.Platform;
using static Plimsoll.Web.Tests.Load.PlanOf;

namespace Plimsoll.Web.Tests.Load.Import;

public sealed class ImportTests
{
    [Theory, OnEachDatabase]
    public async Task The_english_sample_stands_on_the_board_as_a_person_expects(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var import = await agency.Bring(ImportOf.Sample("blocks-percent-en.xlsx"));
        await agency.Answer(import);

        var result = (await agency.Apply(import)).Value;

        result.People.Count.ShouldBe(6);
        result.Clients.ShouldBe(["Client of all"]);
        result.Projects.ShouldContain("Agency meetings");
        result.Projects.ShouldNotContain("Vacation");
        var board = await agency.Board("from=2026-W48&weeks=12&group=none");
        board.Rows.ShouldNotContain(r => r.Name.StartsWith("Total", StringComparison.Ordinal));
        var anna = board.Rows.Single(r => r.Name == "Anna Sokolova");
        anna.Detail.ShouldBe("Account manager");
        var opened = (await agency.Board($"from=2026-W48&weeks=12&open={anna.Id}")).Rows.Single(r =>
            r.Id == anna.Id
        );
        var orbita = opened.Lines!.Single(l => l.Name == "Orbita rebrand").Cells[1];
        (orbita.Confirmed, orbita.Tentative, orbita.TentativePercent).ShouldBe((0, 960, 40));
        opened.Lines!.Single(l => l.Name == "Agency meetings").IsInternal.ShouldBeTrue();
        board.Rows.Single(r => r.Name == "Maria Petrova").WeekMinutes.ShouldBe(32 * 60);
        // W53: 15 + 15 + 20 + 10 and a whole week away.
        anna.Cells[5].Away.ShouldBe(2400);
        anna.Cells[5].Percents!.Value.Load.ShouldBe(160);
        anna.Cells[5].HasReason.ShouldBeTrue();
    }

    [Theory]
    [InlineData("blocks-whole-numbers-ru.xlsx", 4)]
    [InlineData("flat-hours-en.csv", 6)]
    public async Task The_other_samples_come_in_whole_and_once(string name, int people)
    {
        await using var agency = await TestAgency.Open(Database.Sqlite);
        var import = await agency.Bring(ImportOf.Sample(name), name);
        await agency.Answer(import);
        (await agency.Apply(import)).Value.People.Count.ShouldBe(people);
        var before = await agency.Written();
        before.Count.ShouldBeGreaterThan(50);

        var again = await agency.Bring(ImportOf.Sample(name), name);
        var result = (await agency.Apply(again)).Value;

        result.Cells.ShouldBe(0);
        result.Absences.ShouldBe(0);
        (result.People.Count + result.Projects.Count + result.Clients.Count).ShouldBe(0);
        (await agency.Written()).ShouldBe(before);
    }

    [Theory, OnEachDatabase]
    public async Task Cells_of_the_sheet_are_replaced_and_others_stay(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var li = await agency.Person("Li Wei");
        var halva = await agency.Project("Halva");
        var lumen = await agency.Project("Lumen");
        await agency.Confirmed(li, halva, 960);
        await agency.Confirmed(li, lumen, 480);
        var import = await agency.Bring(
            List("Li Wei;Halva;2026-W48;600;tentative", "Li Wei;Halva;2026-W49;120;confirmed")
        );

        (await agency.Apply(import)).Value.Cells.ShouldBe(2);

        (await agency.Written()).ShouldBe([
            "Li Wei Halva 2026-W48: 0+600t ",
            "Li Wei Halva 2026-W49: 120+0t ",
            "Li Wei Lumen 2026-W48: 480+0t ",
        ]);
    }

    [Theory, OnEachDatabase]
    public async Task An_export_with_time_of_who_has_left_comes_in_without_a_word(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (gone, nordwind) = (await agency.Person("Gone"), await agency.Project("Nordwind"));
        await agency.Confirmed(gone, nordwind, 480, W48.Plus(2));
        await agency.Store(db =>
            db.People()
                .Where(p => p.Id == gone.Id)
                .ExecuteUpdateAsync(p => p.SetProperty(x => x.LastDay, W48.Sunday), TestAgency.Now)
        );
        var whole = await agency.Whole("from=2026-W48&weeks=4&unit=hours");
        var before = await agency.Written();

        foreach (
            var (file, name) in new[]
            {
                (ImportOf.Csv(whole), "load.csv"),
                (ImportOf.Xlsx(whole), "load.xlsx"),
            }
        )
        {
            var draft = await agency.Draft(await agency.Bring(file, name));
            draft.Problems.Select(p => p.Code).ShouldNotContain("left-out-has-left", name);
            draft.Problems.Select(p => p.Code).ShouldNotContain("left-out-no-time", name);
        }
        (await agency.Written()).ShouldBe(before);
    }

    [Theory, OnEachDatabase]
    public async Task Hours_in_a_week_without_working_time_come_back(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (li, nordwind) = (await agency.Person("Li Wei"), await agency.Project("Nordwind"));
        await agency.Store(async db =>
        {
            var person = await db.People().SingleAsync(p => p.Id == li.Id);
            person.SetPattern(WorkPattern.Of(W48.Plus(1).Monday, 0, 0, 0, 0, 0, 0, 0).Value);
            return await db.SaveChangesAsync(TestAgency.Now);
        });
        await agency.Confirmed(li, nordwind, 480, W48.Plus(2));
        var hours = await agency.Whole("from=2026-W48&weeks=4&unit=hours");
        var percent = await agency.Whole("from=2026-W48&weeks=4");
        var before = await agency.Written();

        foreach (
            var (file, name) in new[]
            {
                (ImportOf.Csv(hours), "load.csv"),
                (ImportOf.Xlsx(hours), "hours.xlsx"),
                (ImportOf.Xlsx(percent), "percent.xlsx"),
            }
        )
        {
            await agency.Store(db =>
                db.Bookings().Where(b => b.Project == nordwind.Id).ExecuteDeleteAsync()
            );
            (await agency.Apply(await agency.Bring(file, name))).Refusal.ShouldBeNull();
            (await agency.Written()).ShouldBe(before, name);
        }
    }

    [Theory, OnEachDatabase]
    public async Task An_import_is_undone_as_a_whole(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var anna = await agency.Person("Anna Sokolova");
        var orbita = await agency.Project("Orbita rebrand");
        var hold = await agency.Held(
            anna,
            orbita,
            500,
            W48.Plus(1),
            new DateOnly(2026, 12, 1),
            anna.Id
        );
        var over = await agency.Confirmed(anna, orbita, 3000, W48.Plus(3));
        await agency.Store(async db =>
        {
            var kept = await db.Bookings().SingleAsync(b => b.Id == over.Id);
            kept.Explain("The client pays double").ShouldBeNull();
            return await db.SaveChangesAsync(TestAgency.Now);
        });
        var before = await agency.Written();
        var import = await agency.Bring(ImportOf.Sample("blocks-percent-en.xlsx"));
        await agency.Answer(import);
        (await agency.Apply(import)).Value.People.Count.ShouldBe(5);
        (await agency.Written()).ShouldNotBe(before);

        (await agency.Undo(import)).Refusal.ShouldBeNull();

        (await agency.Written()).ShouldBe(before);
        await agency.Store(async db =>
        {
            (await db.People().CountAsync()).ShouldBe(2);
            (await db.Projects().CountAsync()).ShouldBe(1);
            (await db.Clients().CountAsync()).ShouldBe(1);
            (await db.Roles().CountAsync()).ShouldBe(0);
            (await db.Absences().CountAsync()).ShouldBe(0);
            var held = await db.Bookings().SingleAsync(b => b.Certainty == Certainty.Tentative);
            (held.HoldUntil, held.Owner).ShouldBe((hold.HoldUntil, anna.Id));
            (
                await db.Bookings().SingleAsync(b => b.Certainty == Certainty.Confirmed)
            ).OverReason.ShouldBe("The client pays double");
            return 0;
        });
        (await agency.Undo(import)).Refusal.ShouldBeOfType<ImportIsNotApplied>();
    }

    [Theory, OnEachDatabase]
    public async Task Undoing_is_refused_when_a_cell_was_changed_since(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var li = await agency.Person("Li Wei");
        var halva = await agency.Project("Halva");
        var import = await agency.Bring(
            List("Li Wei;Halva;2026-W48;600;confirmed", "Li Wei;Halva;2026-W49;120;confirmed")
        );
        (await agency.Apply(import)).Refusal.ShouldBeNull();
        var change = new ChangePlan.Change(
            new CellKey(li.Id, halva.Id, W48.Plus(1)),
            null,
            new PlanCell(new Minutes(60), default),
            null
        );
        (
            await agency.Use<ChangePlan>().Run(new([change]), agency.Owner, TestAgency.Now)
        ).Refusal.ShouldBeNull();
        var before = await agency.Written();

        var no = (await agency.Undo(import)).Refusal.ShouldBeOfType<ImportChangedSince>();

        (no.Count, no.What).ShouldBe((1, "Li Wei, Halva, 2026-W49"));
        (await agency.Written()).ShouldBe(before);
    }

    [Theory, OnEachDatabase]
    public async Task What_breaks_off_in_the_middle_leaves_nothing(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var import = await agency.Bring(Many());
        await agency.Answer(import);
        using var stop = new CancellationTokenSource();

        // As a killed process would: the first portions are written, and then nothing comes any more.
        await Should.ThrowAsync<OperationCanceledException>(() =>
            agency.Apply(import, progress: new Killing(stop), ct: stop.Token)
        );

        await agency.Store(async db =>
        {
            (await db.Bookings().CountAsync()).ShouldBe(0);
            (await db.People().CountAsync()).ShouldBe(1);
            (await db.Projects().CountAsync()).ShouldBe(0);
            (await db.Facts().CountAsync(f => f.Door == Door.Import)).ShouldBe(0);
            return 0;
        });
        await agency.Use<PutBackImports>().Run(new(null, ImportOf.Runner, []), TestAgency.Now);
        (await agency.Draft(import)).Head.State.ShouldBe(ImportState.Draft);
        (await agency.Apply(import)).Value.Cells.ShouldBe(26 * 200);
    }

    [Theory, OnEachDatabase]
    public async Task Of_two_who_apply_the_same_draft_one_does(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        await agency.Person("Li Wei");
        await agency.Project("Halva");
        var import = await agency.Bring(List("Li Wei;Halva;2026-W48;600;confirmed"));

        var both = await Task.WhenAll(agency.Apply(import), agency.Apply(import));

        both.Count(b => b.IsRefused).ShouldBe(1);
        both.Single(b => b.IsRefused).Refusal.ShouldBeOfType<ImportIsNoDraft>();
        (await agency.Written()).ShouldBe(["Li Wei Halva 2026-W48: 600+0t "]);
        (await agency.Apply(import)).Refusal.ShouldBeOfType<ImportIsNoDraft>();
    }

    [Fact]
    public async Task Time_away_covers_its_share_from_the_last_day_backwards_and_nothing_twice()
    {
        await using var agency = await TestAgency.Open(Database.Sqlite);
        var li = await agency.Person("Li Wei");
        var sick = Absence
            .Ask(li.Id, AbsenceKind.Sick, W48.Monday, W48.Monday, false, null, li.Id, At)
            .Value;
        sick.Approve(agency.Owner.Person, At).ShouldBeNull();
        await agency.Keep(sick);
        var import = await agency.Bring(
            List(
                "Li Wei;Vacation;2026-W48;2400;away",
                "Li Wei;Vacation;2026-W49;2400;away",
                "Li Wei;Vacation;2026-W51;720;away"
            )
        );

        (await agency.Apply(import)).Value.Absences.ShouldBe(3);

        var away = await agency.Store(db =>
            db.Absences()
                .Where(a => a.Kind == AbsenceKind.Vacation)
                .OrderBy(a => a.From)
                .Select(a => $"{a.From:yyyy-MM-dd} {a.To:yyyy-MM-dd} {a.HalfDay} {a.State}")
                .ToListAsync()
        );
        away.ShouldBe([
            "2026-11-24 2026-12-04 False Approved",
            "2026-12-17 2026-12-17 True Approved",
            "2026-12-18 2026-12-18 False Approved",
        ]);
        (await agency.Board("from=2026-W48&weeks=4"))
            .Row(li)
            .Cells.Select(c => c.Away)
            .ShouldBe([2400, 2400, 0, 720]);
    }

    [Fact]
    public async Task What_a_colour_means_is_remembered()
    {
        await using var agency = await TestAgency.Open(Database.Sqlite);
        var file = ImportOf.Sample("blocks-percent-en.xlsx");
        var import = await agency.Bring(file);
        await agency.Answer(
            import,
            a =>
                a with
                {
                    Fills = new Dictionary<string, FillMeaning>
                    {
                        ["9FC5E8"] = FillMeaning.Confirmed,
                    },
                }
        );

        var next = await agency.Draft(await agency.Bring(file));

        next.Plan.Fills.Single(f => f.Fill == "9FC5E8").Meaning.ShouldBe(FillMeaning.Confirmed);
        next.Plan.Cells.ShouldNotContain(c => c.Meaning == FillMeaning.Tentative);
    }

    [Fact]
    public async Task Names_are_found_exactly_plainly_or_nearly()
    {
        await using var agency = await TestAgency.Open(Database.Sqlite);
        await agency.Person("Tomás Neves");
        await agency.Person("Anna Sokolova");
        await agency.Person("Dmitri Kim");
        await agency.Project("Lumen site");
        var draft = await agency.Draft(
            await agency.Bring(
                List(
                    "tomas neves;Lumen site;2026-W48;60;confirmed",
                    "Sokolova, Anna;LUMEN SITE;2026-W48;60;confirmed",
                    "Dmitry Kim;Lumens site;2026-W48;60;confirmed",
                    "Elena Vogel;Quite another;2026-W48;60;confirmed"
                )
            )
        );

        draft
            .People.Select(p => (p.Strength, p.Answer.Kind))
            .ShouldBe([
                (MatchStrength.Plain, NameAnswer.Existing),
                (MatchStrength.Similar, NameAnswer.Existing),
                (MatchStrength.Similar, NameAnswer.Existing),
                (MatchStrength.None, NameAnswer.Create),
            ]);
        draft
            .Work.Select(w => w.Strength)
            .ShouldBe([MatchStrength.Exact, MatchStrength.Similar, MatchStrength.None]);
        draft.Problems.Select(p => $"{p.At} {p.Code}").ShouldBe(["B5 client-is-missing"]);
    }

    [Fact]
    public async Task An_account_manager_imports_what_she_may_plan_and_is_told_nothing_else()
    {
        await using var agency = await TestAgency.Open(Database.Sqlite);
        var vera = await agency.Someone(Position.AccountManager, "Vera");
        var near = await agency.Person("Nina Near");
        var far = await agency.Person("Fritz Far");
        await agency.Team("Hers", vera.Person, near.Id);
        var own = await agency.Project("Own work", vera.Person);
        await agency.Confirmed(near, own, 60, W48.Plus(5));
        await agency.Project("Foreign work");
        var import = await agency.Bring(
            List(
                "Nina Near;Own work;2026-W48;600;confirmed",
                "Nina Near;Foreign work;2026-W48;600;confirmed",
                "Fritz Far;Own work;2026-W48;600;confirmed"
            ),
            actor: vera
        );
        var draft = await agency.Draft(import, vera);
        draft.People.Single(p => p.Found.Name == "Fritz Far").Answer.Kind.ShouldBe(NameAnswer.Skip);
        draft.Choices.People.ShouldNotContain(p => p.Name == far.Name);
        draft.Choices.MayCreatePeople.ShouldBeFalse();
        draft
            .Work.Single(w => w.Found.Name == "Foreign work")
            .Strength.ShouldBe(MatchStrength.None);

        var answers = draft.Answers with
        {
            Work = new Dictionary<string, WorkAnswer> { ["Foreign work"] = new(NameAnswer.Skip) },
        };
        (
            await agency.Use<AnswerImport>().Run(new(import, answers), vera, TestAgency.Now)
        ).Refusal.ShouldBeNull();
        (await agency.Apply(import, vera)).Value.Cells.ShouldBe(1);
        (
            await agency
                .Use<BringSheet>()
                .Run(
                    new("x.csv", Stream.Null),
                    await agency.Someone(Position.TeamMember, "Tim"),
                    TestAgency.Now
                )
        ).Refusal.ShouldBeOfType<NotAllowed>();
    }

    [Fact]
    public async Task What_the_workspace_says_to_a_sheet_is_said_of_its_cells()
    {
        await using var agency = await TestAgency.Open(Database.Sqlite);
        var gone = await agency.Person("Gustav Gone");
        await agency.Store(db =>
        {
            var person = db.People().Single(p => p.Id == gone.Id);
            _ = person.ChangeEmployment(person.Joined, W48.Monday.AddDays(-1));
            return db.SaveChangesAsync(TestAgency.Now);
        });
        await agency.Project("Own work");
        var whole = await agency.Draft(
            await agency.Bring(
                List(
                    "Gustav Gone;Own work;2026-W48;600;confirmed",
                    "Anna;Own work;2026-W46;600;tentative",
                    "Li;Own work;2026-W46;600;tentative",
                    $"{new string('n', 130)};Own work;2026-W48;600;confirmed",
                    "Gustav Gone;Own work;2026-W49;600;confirmed"
                )
            )
        );
        whole
            .Problems.Select(p => $"{p.At} {p.Code}")
            .ShouldBe([
                "D2:D6 left-out-has-left",
                "D3:D4 left-out-lapsed",
                "A5 name-is-impossible",
            ]);

        var vera = await agency.Someone(Position.AccountManager, "Vera");
        var near = await agency.Person("Nina Near");
        await agency.Team("Hers", vera.Person);
        var own = await agency.Project("Hers alone", vera.Person);
        await agency.Confirmed(near, own, 60, W48.Plus(5));
        var hers = await agency.Draft(
            await agency.Bring(
                List(
                    "Nina Near;Vacation;2026-W48;2400;away",
                    "Nina Near;Hers alone;2026-W48;600;confirmed",
                    "Nina Near;Vacation;2026-W50;2400;away"
                ),
                actor: vera
            ),
            vera
        );
        hers.Problems.Select(p => $"{p.At} {p.Code}").ShouldBe(["D2:D4 left-out-absences"]);
    }

    [Theory]
    [InlineData("en", "macros")]
    [InlineData("ru", "макрос")]
    [InlineData("zh-Hans", "宏")]
    public async Task A_hostile_file_is_refused_beside_the_field_in_every_language(
        string language,
        string word
    )
    {
        await using var agency = await TestAgency.Open(Database.Sqlite);
        var browser = await agency.SignedIn(agency.Owner);
        browser.DefaultRequestHeaders.Add("Accept-Language", language);
        var page = await browser.GetStringAsync("/load/import", TestAgency.Now);
        var action = System.Net.WebUtility.HtmlDecode(
            System
                .Text.RegularExpressions.Regex.Match(page, "action=\"(/load/import/file[^\"]+)\"")
                .Groups[1]
                .Value
        );
        using var form = new MultipartFormDataContent
        {
            {
                new ByteArrayContent(ImportOf.Sample("blocks-percent-en.xlsx")),
                "file",
                "plan.xlsm"
            },
        };

        var answer = await browser.PostAsync(action, form, TestAgency.Now);

        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        var said = await browser.GetStringAsync(answer.Headers.Location, TestAgency.Now);
        var error = System
            .Text.RegularExpressions.Regex.Match(said, "id=\"file-error\"[^>]*>([^<]+)<")
            .Groups[1]
            .Value;
        error.ShouldContain(word, Case.Insensitive);
        (await agency.Store(db => db.Imports().CountAsync())).ShouldBe(0);
    }

    private static readonly DateTime At = new(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc);

    private static byte[] List(params string[] lines) =>
        System.Text.Encoding.UTF8.GetBytes(
            "person;project;week;minutes;certainty\n" + string.Join('\n', lines) + "\n"
        );

    /// <summary>Enough for several portions.</summary>
    private static byte[] Many() =>
        List([
            .. Enumerable
                .Range(0, 200)
                .SelectMany(p =>
                    Enumerable
                        .Range(0, 26)
                        .Select(w => $"Person {p};Project {p % 7};{W48.Plus(w)};60;confirmed")
                ),
        ]);

    private sealed class Killing(CancellationTokenSource stop) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => stop.Cancel();
    }
}

using System.Text;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Import;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Files;
using Plimsoll.Web.Platform.Imports;
using Plimsoll.Web.Platform.Sheets;
using Plimsoll.Web.Tasks.Import;
using Plimsoll.Web.Tasks.Store;
using Plimsoll.Web.Tasks.UseCases;
using Plimsoll.Web.Tests.Load;
using Plimsoll.Web.Tests.Platform;
using static Plimsoll.Web.Tests.Tasks.Import.TasksBrought;

namespace Plimsoll.Web.Tests.Tasks.Import;

public sealed class TaskImportTests
{
    [Theory, OnEachDatabase]
    public async Task A_table_is_mapped_and_its_names_are_matched(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var li = await agency.Person("Li Wei");
        var halva = await agency.Project("Halva");
        var import = await agency.BringTasks(
            Csv(
                "Our tasks, exported on Monday",
                "",
                "No.,What to do,Project,Who,When,How long,Steps",
                "1,Banner,halva,LI WEI,2026-12-04,90,\"[x] sizes\n[ ] text\"",
                "2,Landing page,Halva,Nobody Known,,,"
            )
        );
        var draft = await agency.TaskDraft(import);
        // The title is not known by its heading: nothing is imported before somebody says so.
        draft.Codes().ShouldContain(TaskProblem.NoTitles);

        await agency.AnswerTasks(
            import,
            a =>
                a with
                {
                    Columns = new Dictionary<int, TaskColumn>
                    {
                        [2] = TaskColumn.Title,
                        [3] = TaskColumn.Project,
                        [4] = TaskColumn.Responsible,
                        [5] = TaskColumn.Due,
                        [6] = TaskColumn.Estimate,
                        [7] = TaskColumn.Checklist,
                    },
                    Estimates = EstimateUnit.Minutes,
                    People = new Dictionary<string, PersonAnswer>
                    {
                        ["Nobody Known"] = new(NameAnswer.Skip),
                    },
                }
        );
        draft = await agency.TaskDraft(import);
        draft.Found.HeadingRow.ShouldBe(3);
        draft.Codes().ShouldBe([TaskProblem.PersonLeftOut]);
        draft.Problems.Single().At.ToString().ShouldBe("B5");
        (await agency.ApplyTasks(import)).Value.Tasks.ShouldBe(2);

        var tasks = await agency.AllTasks();
        var banner = tasks.Titled("Banner");
        (banner.Project, banner.Responsible!.Id, banner.Due, banner.Estimate).ShouldBe(
            (halva.Id, li.Id, (DateOnly?)new DateOnly(2026, 12, 4), (Minutes?)new Minutes(90))
        );
        (banner.Checklist, banner.ChecklistDone).ShouldBe((2, 1));
        tasks.Titled("Landing page").Responsible.ShouldBeNull();
    }

    [Theory, OnEachDatabase]
    public async Task An_import_is_undone_as_a_whole(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var halva = await agency.Project("Halva");
        await agency.Task(halva.Id, "There before");
        var import = await agency.BringTasks(
            Csv(
                "ID,Title,Project,Assignee,Labels,Blocked by",
                "1,First,Halva,Anna,content,",
                "2,Second,Halva,Anna,content,1",
                "3,Third,Lumen,Boris,,2"
            )
        );
        await agency.AnswerTasks(import);
        var result = (await agency.ApplyTasks(import)).Value;
        (result.Tasks, result.Streams, result.People.Count, result.Projects.Count).ShouldBe(
            (3, 1, 2, 1)
        );

        (await agency.UndoTasks(import)).Refusal.ShouldBeNull();

        (await agency.AllTasks()).Select(t => t.Title).ShouldBe(["There before"]);
        await agency.Store(async db =>
        {
            (await db.People().CountAsync()).ShouldBe(1);
            (await db.Projects().CountAsync()).ShouldBe(1);
            (await db.Projects().SelectMany(p => p.Streams).CountAsync()).ShouldBe(0);
            (await db.Facts().Where(f => f.Kind == "tasks.task-deleted").CountAsync()).ShouldBe(3);
            return 0;
        });
        (await agency.UndoTasks(import)).Refusal.ShouldBeOfType<ImportIsNotApplied>();
        // A number is given once and never again.
        (await agency.Task(halva.Id, "After")).Key.ShouldEndWith("-4");
    }

    [Theory, OnEachDatabase]
    public async Task What_was_changed_since_stands_in_the_way_of_undoing(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var halva = await agency.Project("Halva");
        var import = await agency.BringTasks(
            Csv("ID,Title,Project", "1,First,Halva", "2,Second,Halva")
        );
        await agency.AnswerTasks(import);
        _ = await agency.ApplyTasks(import);
        var second = (await agency.AllTasks()).Titled("Second");
        (await agency.Change(second.Id, new() { Title = new("Renamed") })).Refusal.ShouldBeNull();

        var no = (await agency.UndoTasks(import)).Refusal.ShouldBeOfType<ImportChangedSince>();

        (no.Count, no.What).ShouldBe((1, second.Key));
        (await agency.AllTasks()).Count.ShouldBe(2);
    }

    [Theory, OnEachDatabase]
    public async Task What_was_said_since_stands_in_the_way_of_undoing_until_it_is_deleted(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var halva = await agency.Project("Halva");
        var import = await agency.BringTasks(
            Csv("ID,Title,Project,Comment", "1,First,Halva,Said elsewhere", "2,Second,Halva,")
        );
        await agency.AnswerTasks(import);
        _ = await agency.ApplyTasks(import);
        var first = (await agency.AllTasks()).Titled("First");
        (await agency.Words(first.Id)).ShouldBe(["Said elsewhere"]);
        using var words = new MemoryStream("Sizes"u8.ToArray());
        var file = (
            await agency.Use<BringFile>().Run(new("sizes.txt", words), agency.Owner, TestAgency.Now)
        ).Value;
        var comment = await agency.Say(first.Id, $"Said here, see [sizes](/files/{file})");

        var no = (await agency.UndoTasks(import)).Refusal.ShouldBeOfType<ImportChangedSince>();
        (no.Count, no.What).ShouldBe((1, first.Key));
        (await agency.Words(first.Id)).Count.ShouldBe(2);

        _ = await agency.Use<PutBackImports>().Run(new(import, Runner, []), TestAgency.Now);
        _ = await agency.Use<DeleteComment>().Run(new(comment), agency.Owner, TestAgency.Now);
        (await agency.UndoTasks(import)).Refusal.ShouldBeNull();
        (await agency.AllTasks()).ShouldBeEmpty();
        (
            await agency.Store(db =>
                db.Files().CountAsync(f => f.Id == file && f.Holder == null, TestAgency.Now)
            )
        ).ShouldBe(1);
    }

    [Theory, OnEachDatabase]
    public async Task Half_an_import_is_none(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        await agency.Project("Halva");
        var import = await agency.BringTasks(
            Csv([
                "Title,Project,Assignee",
                .. Enumerable.Range(1, 1_200).Select(i => $"Task {i},Halva,Anna"),
            ])
        );
        using var stop = new CancellationTokenSource();

        // As a killed process would: the first portions are written, and then nothing comes any more.
        await Should.ThrowAsync<OperationCanceledException>(() =>
            agency.ApplyTasks(import, progress: new Killing(stop), ct: stop.Token)
        );

        await agency.Store(async db =>
        {
            (await db.Tasks().CountAsync()).ShouldBe(0);
            (await db.People().CountAsync()).ShouldBe(1);
            (await db.Facts().CountAsync(f => f.Door == Door.Import)).ShouldBe(0);
            return 0;
        });
        await agency.Use<PutBackImports>().Run(new(null, Runner, []), TestAgency.Now);
        (await agency.ApplyTasks(import)).Value.Tasks.ShouldBe(1_200);
    }

    [Theory, OnEachDatabase]
    public async Task An_account_manager_brings_tasks_into_her_own_projects_only(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var anna = await agency.Someone(Position.AccountManager, "Anna");
        var boris = await agency.Someone(Position.TeamMember, "Boris");
        await agency.Project("Secret of others");
        (
            await agency.TryBring(Csv("Title", "x"), actor: boris)
        ).Refusal.ShouldBeOfType<NotAllowed>();
        var import = await agency.BringTasks(
            Csv("Title,Project,Assignee", "Banner,Secret of others,Somebody new"),
            actor: anna
        );

        var draft = await agency.TaskDraft(import, anna);

        draft.Choices.Projects.ShouldBeEmpty();
        draft.Choices.MayCreatePeople.ShouldBeFalse();
        draft.People.Single().Answer.Kind.ShouldBe(NameAnswer.Skip);
        // To her it is not there, so it would be another one of the same name.
        draft.Work.Single().Answer.Kind.ShouldBe(NameAnswer.Create);
        (
            await agency
                .Use<Plimsoll.Web.Tasks.Queries.DraftTaskImport>()
                .Ask(import, 1, boris, TestAgency.Now)
        ).Refusal.ShouldBeOfType<NotThere>();
    }

    [Fact]
    public void A_program_is_known_by_its_headings()
    {
        Found(
                Csv(
                    "Task List,Task Name,Assignee,Label,Due On,Completed On,Estimate",
                    "Design,Logo,Anna,NEW,2026-11-30,,2"
                )
            )
            .ShouldSatisfyAllConditions(
                f => f.Source.ShouldBe(TaskSource.ActiveCollab),
                f =>
                    f.Tasks.Single()
                        .ShouldSatisfyAllConditions(
                            t => t.Stream.ShouldBe("Design"),
                            t => t.State.ShouldBe("NEW"),
                            t => t.Estimate.ShouldBe(Minutes.Hours(2)),
                            t => t.IsDone.ShouldBeFalse()
                        )
            );
        Found(
                Csv(
                    "ID;Название;Описание;Постановщик;Исполнитель;Соисполнители;Проект;Крайний срок;Статус;Теги;Важная",
                    "7;Макет;[b]Срочно[/b] смотреть [url=https://a.example/x]тут[/url];Ольга;Анна;Борис, Вера;Халва;04.12.2026 19:00;Ждёт контроля;дизайн;Да"
                )
            )
            .ShouldSatisfyAllConditions(
                f => f.Source.ShouldBe(TaskSource.Bitrix24),
                f =>
                    f.Tasks.Single()
                        .ShouldSatisfyAllConditions(
                            t => t.Helpers.ShouldBe(["Борис", "Вера"]),
                            t => t.Due.ShouldBe(new DateOnly(2026, 12, 4)),
                            t => t.Priority.ShouldBe(TaskPriority.High),
                            t => StateWords.State(t.State).ShouldBe(TaskState.InReview),
                            t =>
                                t.Description.ShouldBe(
                                    "**Срочно** смотреть [тут](https://a.example/x)"
                                )
                        )
            );
        Found(Csv("Title;State", "x;Done")).Source.ShouldBe(TaskSource.Table);
    }

    [Theory]
    [InlineData("2026-11-13", 2026, 11, 13)]
    [InlineData("2026-11-13T23:30:00Z", 2026, 11, 13)]
    [InlineData("13.11.2026", 2026, 11, 13)]
    [InlineData("13.11.26 09:41", 2026, 11, 13)]
    [InlineData("13/Nov/26 9:41 AM", 2026, 11, 13)]
    [InlineData("13/11/2026", 2026, 11, 13)]
    [InlineData("11/13/2026", 2026, 11, 13)]
    [InlineData("Nov 13, 2026", 2026, 11, 13)]
    [InlineData("13 ноября 2026", 2026, 11, 13)]
    [InlineData("2026年11月13日", 2026, 11, 13)]
    public void A_day_is_read_as_other_programs_write_it(
        string text,
        int year,
        int month,
        int day
    ) =>
        Found(Csv("Title;Due date", $"x;\"{text}\""))
            .Tasks.Single()
            .Due.ShouldBe(new DateOnly(year, month, day));

    [Theory]
    [InlineData("3,5", 210)]
    [InlineData("3:30", 210)]
    [InlineData("2h 30m", 150)]
    [InlineData("1d 4h", 720)]
    [InlineData("45 мин", 45)]
    [InlineData("2小时", 120)]
    public void An_estimate_is_read_as_other_programs_write_it(string text, int minutes) =>
        Found(Csv("Title;Estimate", $"x;{text}", "y;1,25"))
            .Tasks[0]
            .Estimate.ShouldBe(new Minutes(minutes));

    [Fact]
    public void What_is_not_understood_is_named_by_its_cell_and_column()
    {
        var found = Found(
            Csv("Title;Due date;Estimate;Priority", "One;31.02.2026;soon;Whatever", ";01.12.2026;;")
        );

        found
            .Problems.Select(p => (p.Where ?? p.At.ToString(), p.Code))
            .ShouldBe([
                ("D2 · Priority", TaskProblem.PriorityNotUnderstood),
                ("B2 · Due date", TaskProblem.DayNotUnderstood),
                ("C2 · Estimate", TaskProblem.EstimateNotUnderstood),
                ("A3 · Title", TaskProblem.RowWithoutTitle),
            ]);
        found.Tasks.Count.ShouldBe(1);
    }

    [Theory, OnEachDatabase]
    public async Task What_breaks_a_law_is_mended_and_said(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        await agency.Project("Halva");
        var import = await agency.BringTasks(
            Csv(
                "Key;Title;Project;Status;Start;Due;Waits for",
                "1;Review me;Halva;In review;;;",
                "2;Late start;Halva;To do;2026-12-10;2026-12-01;",
                "3;A;Halva;To do;;;4",
                "4;B;Halva;To do;;;3",
                $"5;{new string('x', 250)};Halva;To do;;;99"
            )
        );
        var draft = await agency.TaskDraft(import);
        draft
            .Codes()
            .ShouldBe(
                [
                    TaskProblem.ReviewNeedsReviewer,
                    TaskProblem.DueBeforeItStarts,
                    TaskProblem.WaitsInCircle,
                    TaskProblem.TitleIsLong,
                    TaskProblem.OtherNotInFile,
                ],
                ignoreOrder: true
            );

        (await agency.ApplyTasks(import)).Value.Tasks.ShouldBe(5);

        var tasks = await agency.AllTasks();
        tasks.Titled("Review me").State.ShouldBe(TaskState.InWork);
        tasks.Titled("Late start").Starts.ShouldBeNull();
        var long_ = tasks.Single(t => t.Title.EndsWith('…'));
        long_.Title.Length.ShouldBe(200);
        (await agency.Card(long_.Id)).Description.ShouldBe(new string('x', 250));
    }

    [Theory]
    [InlineData(
        "h1. Head\n* one\n** two\n{code:java}\n*x*\n{code}",
        "# Head\n- one\n  - two\n\n```\n*x*\n```",
        TaskSource.Jira
    )]
    [InlineData(
        "[Site|https://a.example] and _soft_ {{mono}} [~anna]",
        "[Site](https://a.example) and *soft* `mono` @anna",
        TaskSource.Jira
    )]
    [InlineData(
        "<p>One <b>bold</b></p><ul><li>a</li><li>b <a href=\"https://a.example/\">link</a></li></ul>",
        "One **bold**\n\n- a\n- b [link](<https://a.example/>)",
        TaskSource.ActiveCollab
    )]
    [InlineData(
        "<p><a href=\"javascript:alert(1)\">x</a><script>alert(1)</script></p>",
        "x",
        TaskSource.Table
    )]
    [InlineData("plain < text & more", "plain < text & more", TaskSource.Table)]
    public void Written_text_becomes_markdown(string text, string markdown, TaskSource source) =>
        ForeignText.ToMarkdown(text, source).ShouldBe(markdown);

    [Fact]
    public void Hostile_texts_end_soon()
    {
        var deep = string.Concat(Enumerable.Repeat("<div><b>", 20_000)) + "x";
        ForeignText.ToMarkdown(deep, TaskSource.ActiveCollab).Length.ShouldBeLessThan(100_000);
        foreach (var source in Enum.GetValues<TaskSource>())
        foreach (
            var text in new[] { "[", "{code}", "*_", "{{", "[b]", "<", "|", "!", "h1. ", "{quote}" }
        )
            _ = ForeignText.ToMarkdown(string.Concat(Enumerable.Repeat(text, 20_000)), source);
    }

    [Theory]
    [InlineData("=cmd|'/c calc'!A0", "formula-reaches-outside")]
    [InlineData("<html>", "not-a-spreadsheet")]
    [InlineData("", "sheet-is-empty")]
    [InlineData("{\"cards\": [", "sheet-is-broken")]
    [InlineData("{\"name\": \"no board\"}", "not-a-file-of-tasks")]
    [InlineData("{\"lists\": [{\"id\": 7}], \"cards\": []}", "sheet-is-broken")]
    public async Task Hostile_files_are_refused_with_a_sentence(string content, string code)
    {
        await using var agency = await TestAgency.Open(Database.Sqlite);
        var file = content.StartsWith('=') ? Csv("Title;Note", "x;" + content) : Csv(content);
        (await agency.TryBring(file)).Refusal!.Code.ShouldBe(code);
        (await agency.Store(db => db.Imports().CountAsync())).ShouldBe(0);
    }

    [Fact]
    public void A_board_nested_without_end_is_refused()
    {
        var deep =
            "{\"lists\":[],\"cards\":[],\"x\":"
            + string.Concat(Enumerable.Repeat("[", 100_000))
            + string.Concat(Enumerable.Repeat("]", 100_000))
            + "}";
        TaskFile
            .Read(
                Encoding.UTF8.GetBytes(deep),
                "board.json",
                new SheetLimits(),
                new TaskFileHints("board", TimeZoneInfo.Utc)
            )
            .Refusal.ShouldBeOfType<SheetIsBroken>();
    }

    [Fact]
    public void A_board_with_holes_is_read_as_far_as_it_goes()
    {
        var found = Found(
            Encoding.UTF8.GetBytes(
                """
                {"name":null,"lists":[null,{"id":"l","name":"Doing"}],"labels":[{"id":"x","name":"","color":"red"}],
                "cards":[null,{"id":"c","name":" "},
                {"name":"Card","idList":"l","due":"never","idMembers":[null,"nobody"],"idLabels":["x"],
                "attachments":[null,{"name":"a]b","url":"javascript:alert(1)"},{"name":"Brief","url":"https://a.example/b"}]}]}
                """
            ),
            "board.json"
        );

        var card = found.Tasks.Single();
        (card.Title, card.State, card.Project, card.Due).ShouldBe(("Card", "Doing", "tasks", null));
        card.Labels.ShouldBe(["red"]);
        card.Description.ShouldBe("- [Brief](<https://a.example/b>)");
        found
            .Problems.Select(p => p.Code)
            .ShouldBe(
                [TaskProblem.RowWithoutTitle, TaskProblem.DayNotUnderstood],
                ignoreOrder: true
            );
    }

    private sealed class Killing(CancellationTokenSource stop) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => stop.Cancel();
    }
}

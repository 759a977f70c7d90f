using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Sheets;
using Plimsoll.Web.Tasks.Import;
using Plimsoll.Web.Tasks.Store;
using Plimsoll.Web.Tests.Platform;
using static Plimsoll.Web.Tests.Tasks.Import.TasksBrought;

namespace Plimsoll.Web.Tests.Tasks.Import;

/// <summary>The exports of other programs, brought in as a person would.</summary>
public sealed class SampleTasksTests
{
    [Theory, OnEachDatabase]
    public async Task A_jira_export_comes_in_with_people_states_estimates_and_links(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var import = await agency.BringTasks(Sample("jira-all-fields.csv"), "jira-all-fields.csv");
        var draft = await agency.TaskDraft(import);
        draft.Found.Source.ShouldBe(TaskSource.Jira);
        draft.Found.Estimates.ShouldBe(EstimateUnit.Seconds);
        draft.People.Select(p => p.Found.Name).ShouldBe(["dmitri", "anna"]);
        draft
            .States.Select(s => (s.Word, s.Answer))
            .ShouldBe([
                ("Done", TaskState.Done),
                ("In Progress", TaskState.InWork),
                ("To Do", TaskState.ToDo),
            ]);
        draft.Work.Single().Found.Name.ShouldBe("HA");
        await agency.AnswerTasks(import);

        var result = (await agency.ApplyTasks(import)).Value;

        result.Tasks.ShouldBe(24);
        result.People.ShouldBe(["dmitri", "anna"]);
        result.Comments.ShouldBe(32);
        result.Projects.ShouldBe(["HA"]);
        var tasks = await agency.AllTasks();
        var fourth = tasks.Titled("Banner texts, round 4");
        (fourth.State, fourth.Due, fourth.Estimate, fourth.Priority, fourth.StreamName).ShouldBe(
            (
                TaskState.ToDo,
                new DateOnly(2026, 11, 24),
                Minutes.Hours(4),
                TaskPriority.High,
                "content"
            )
        );
        fourth.Responsible!.Name.ShouldBe("dmitri");
        var fifth = await agency.Card(tasks.Titled("Banner texts, round 5").Id);
        var said = await agency.Store(db =>
            db.Comments().Where(c => c.Task == fifth.Row.Id).SingleAsync(TestAgency.Now)
        );
        (said.Text, said.IsInternal, said.At).ShouldBe(
            (
                "Client agreed to three sizes",
                true,
                new DateTime(2026, 11, 17, 10, 2, 0, DateTimeKind.Utc)
            )
        );
        fifth.WaitsFor.Single().Title.ShouldBe("Banner texts, round 4");
        fifth.Description.ShouldBe("Text with **wiki** markup, red and a, comma\n\n#urgent");
    }

    [Theory, OnEachDatabase]
    public async Task A_redmine_export_in_windows_1251_comes_in(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var import = await agency.BringTasks(Sample("redmine-cp1251.csv"), "redmine-cp1251.csv");
        var draft = await agency.TaskDraft(import);
        draft.Found.Source.ShouldBe(TaskSource.Redmine);
        draft
            .States.Select(s => (s.Word, s.Answer))
            .ShouldBe([
                ("В работе", TaskState.InWork),
                ("Закрыта", TaskState.Done),
                ("Новая", TaskState.ToDo),
            ]);
        draft.Problems.Where(p => p.Weight is ProblemWeight.Note).ShouldBeEmpty();
        await agency.AnswerTasks(import);

        (await agency.ApplyTasks(import)).Value.Tasks.ShouldBe(24);

        var first = (await agency.AllTasks()).Titled("Тексты для баннеров 1");
        (first.State, first.Starts, first.Due, first.Estimate).ShouldBe(
            (
                TaskState.InWork,
                new DateOnly(2026, 11, 2),
                new DateOnly(2026, 11, 11),
                new Minutes(210)
            )
        );
        first.Responsible!.Name.ShouldBe("Дмитрий Ким");
        first.ProjectName.ShouldBe("Халва");
        (await agency.Card(first.Id)).Description.ShouldBe("Описание; с точкой с запятой");
    }

    [Theory, OnEachDatabase]
    public async Task An_asana_export_comes_in_and_says_that_subtasks_stand_alone(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var import = await agency.BringTasks(Sample("asana.csv"), "asana.csv");
        var draft = await agency.TaskDraft(import);
        draft.Found.Source.ShouldBe(TaskSource.Asana);
        draft.People.Single().Found.Email.ShouldBe("anna@example.com");
        draft.Codes().ShouldContain(TaskProblem.PartOfAnother);
        await agency.AnswerTasks(import);

        (await agency.ApplyTasks(import)).Value.People.ShouldBe(["Anna Sokolova"]);

        var tasks = await agency.AllTasks();
        tasks.Count.ShouldBe(24);
        // Done whatever its column says, and since then.
        var done = tasks.Titled("Media plan 3");
        (done.State, done.StateSince.Date).ShouldBe((TaskState.Done, new DateTime(2026, 11, 12)));
        tasks.Titled("Media plan 7").State.ShouldBe(TaskState.WithClient);
        tasks.Titled("Media plan 2").State.ShouldBe(TaskState.InWork);
        (await agency.Card(tasks.Titled("Media plan 5").Id)).Description.ShouldBe(
            "Notes\n\n↑ Media plan 4"
        );
        tasks.ShouldAllBe(t => t.StreamName == "promo" && t.ProjectName == "Kupol Bank SMM");
    }

    [Theory, OnEachDatabase]
    public async Task A_trello_board_comes_in_with_lists_checklists_members_and_labels(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var import = await agency.BringTasks(Sample("trello-board.json"), "trello-board.json");
        var draft = await agency.TaskDraft(import);
        draft.Found.Source.ShouldBe(TaskSource.Trello);
        draft
            .States.Select(s => (s.Word, s.Answer))
            .ShouldBe([
                ("Backlog", TaskState.ToDo),
                ("This week", TaskState.InWork),
                ("With client", TaskState.WithClient),
                ("Done", TaskState.Done),
            ]);
        draft.Problems.Single(p => p.Code == TaskProblem.CommentsStayInside).Words["n"].ShouldBe(1);
        await agency.AnswerTasks(import);

        var result = (await agency.ApplyTasks(import)).Value;

        (result.Tasks, result.Streams).ShouldBe((29, 1));
        result.Projects.ShouldBe(["Halva Christmas launch"]);
        var tasks = await agency.AllTasks();
        var first = tasks.Titled("Banner 1");
        (first.State, first.Due, first.StreamName, first.Checklist, first.ChecklistDone).ShouldBe(
            (TaskState.InWork, new DateOnly(2026, 11, 11), "content", 2, 1)
        );
        first.Responsible!.Name.ShouldBe("Dmitri Kim");
        (await agency.Card(first.Id)).Description.ShouldBe("**bold** text");
        var said = await agency.Store(db => db.Comments().SingleAsync(TestAgency.Now));
        (said.Task, said.Text, said.By, said.IsInternal, said.At).ShouldBe(
            (
                first.Id,
                "Agreed: three sizes, same fee",
                first.Responsible.Id,
                true,
                new DateTime(2026, 11, 12, 8, 0, 0, DateTimeKind.Utc)
            )
        );
        (await agency.Store(db => db.Set<Notice>().CountAsync(TestAgency.Now))).ShouldBe(0);
        // Put away where it stood, or done.
        tasks.Titled("Banner 14").State.ShouldBe(TaskState.Dropped);
        tasks.Titled("Banner 7").State.ShouldBe(TaskState.Done);
        tasks.Count(t => t.State is TaskState.Dropped).ShouldBe(3);
    }

    [Theory]
    [InlineData("jira-all-fields.csv")]
    [InlineData("trello-board.json")]
    [InlineData("redmine-cp1251.csv")]
    [InlineData("asana.csv")]
    public async Task The_same_file_brought_again_brings_nothing_twice(string name)
    {
        await using var agency = await TestAgency.Open(Database.Sqlite);
        var import = await agency.BringTasks(Sample(name), name);
        await agency.AnswerTasks(import);
        var first = (await agency.ApplyTasks(import)).Value;

        var again = await agency.TaskDraft(await agency.BringTasks(Sample(name), name));

        again.Total.ShouldBe(0);
        again.Codes().Count(c => c == TaskProblem.IsThereAlready).ShouldBe(first.Tasks);
        again.Errors.ShouldBe(1);
    }
}

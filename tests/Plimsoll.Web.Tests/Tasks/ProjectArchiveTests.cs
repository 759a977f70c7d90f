using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.Platform.Files;
using Plimsoll.Web.Platform.Sheets;
using Plimsoll.Web.Platform.Text.Markdown;
using Plimsoll.Web.Tasks.Import;
using Plimsoll.Web.Tasks.Queries;
using Plimsoll.Web.Tasks.Store;
using Plimsoll.Web.Tasks.UseCases;
using Plimsoll.Web.Tests.Load;
using Plimsoll.Web.Tests.Platform;
using Plimsoll.Web.Tests.Tasks.Import;

namespace Plimsoll.Web.Tests.Tasks;

/// <summary>A project taken away and brought in again.</summary>
public sealed class ProjectArchiveTests
{
    [Theory, OnEachDatabase]
    public async Task A_project_comes_back_byte_for_byte_in_an_empty_workspace(Database database)
    {
        byte[] before;
        await using (var agency = await TestAgency.Open(database))
            before = await Taken(agency, await Filled(agency));
        await using var empty = await TestAgency.Open(database);
        empty.Clock.Advance(TimeSpan.FromDays(1));
        var import = await empty.BringTasks(before, "HAL.zip");
        var draft = await empty.TaskDraft(import);
        draft.Found.Source.ShouldBe(TaskSource.Plimsoll);
        draft.Codes().ShouldBe([TaskProblem.CommentsStayInside]);

        var result = (await empty.ApplyTasks(import)).Value;

        (result.Tasks, result.Comments, result.Clients.Single()).ShouldBe(
            (4, 1, "Client of Halva")
        );
        var project = await empty.Store(db => db.Projects().SingleAsync(TestAgency.Now));
        var after = await Taken(empty, project.Id);
        Json(after).ShouldBe(Json(before));
        after.ShouldBe(before);
    }

    [Theory, OnEachDatabase]
    public async Task What_was_brought_is_undone_with_its_files(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var halva = await Filled(agency);
        var import = await agency.BringTasks(await Taken(agency, halva), "HAL.zip");
        await agency.AnswerTasks(
            import,
            a =>
                a with
                {
                    Again = true,
                    Work = a.Work.ToDictionary(
                        w => w.Key,
                        w => new Web.Clients.Import.WorkAnswer(
                            Web.Clients.Import.NameAnswer.Create,
                            NewClient: "Another"
                        )
                    ),
                }
        );
        (await agency.ApplyTasks(import)).Value.Tasks.ShouldBe(4);
        var copy = await agency.Store(db =>
            db.Projects().SingleAsync(p => p.Id != halva, TestAgency.Now)
        );
        // Its code is another's here.
        copy.Code.ShouldNotBe("HAL");

        (await agency.UndoTasks(import)).Refusal.ShouldBeNull();

        await agency.Store(async db =>
        {
            (await db.Projects().CountAsync()).ShouldBe(1);
            (await db.Tasks().CountAsync()).ShouldBe(4);
            (await db.Files().CountAsync(f => f.Holder != null)).ShouldBe(1);
            return 0;
        });
    }

    [Fact]
    public async Task Only_who_sees_the_project_takes_it_away()
    {
        await using var agency = await TestAgency.Open(Database.Sqlite);
        var halva = await Filled(agency);
        var li = await agency.Someone(Position.TeamMember, "Li Wei");
        foreach (
            var path in new[]
            {
                $"/projects/{halva}/export.zip",
                $"/api/v1/projects/{halva}/export.zip",
            }
        )
        {
            using var refused = await (await agency.SignedIn(li)).GetAsync(path, TestAgency.Now);
            refused.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
            using var given = await (await agency.SignedIn(agency.Owner)).GetAsync(
                path,
                TestAgency.Now
            );
            given.Content.Headers.ContentDisposition!.FileName.ShouldBe("HAL.zip");
            (await given.Content.ReadAsByteArrayAsync(TestAgency.Now)).ShouldBe(
                await Taken(agency, halva)
            );
        }
    }

    [Theory]
    [InlineData("{", "sheet-is-broken")]
    [InlineData("{}", "not-a-file-of-tasks")]
    [InlineData(
        "{\"format\":\"plimsoll-project-1\",\"project\":{\"name\":\"x\"},\"tasks\":[null]}",
        "not-a-file-of-tasks"
    )]
    public void A_damaged_project_is_refused(string json, string code)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("project.json").Open())
            entry.Write(Encoding.UTF8.GetBytes(json));
        TaskFile
            .Read(
                file.ToArray(),
                "x.zip",
                new SheetLimits(),
                new TaskFileHints("x", TimeZoneInfo.Utc)
            )
            .Refusal!.Code.ShouldBe(code);
    }

    [Fact]
    public void A_project_that_unpacks_without_end_is_refused()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry("project.json", CompressionLevel.SmallestSize).Open())
        {
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 80; i++)
                entry.Write(zeros);
        }
        TaskFile
            .Read(
                file.ToArray(),
                "x.zip",
                new SheetLimits(),
                new TaskFileHints("x", TimeZoneInfo.Utc)
            )
            .Refusal.ShouldBeOfType<SheetIsABomb>();
    }

    private static string Json(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return new StreamReader(zip.GetEntry("project.json")!.Open()).ReadToEnd();
    }

    private static async Task<ProjectId> Filled(TestAgency agency)
    {
        var anna = await agency.Person("Anna Sokolova");
        var boris = await agency.Person("Boris");
        var halva = await agency.Project("Halva");
        await agency.Store(async db =>
        {
            var project = await db.Projects().SingleAsync(p => p.Id == halva.Id);
            project.ChangeCode("HAL").ShouldBeNull();
            project.ChangeColour(3).ShouldBeNull();
            project.ChangeDates(new DateOnly(2026, 10, 1), null).ShouldBeNull();
            project.AddStream("Promotion").IsRefused.ShouldBeFalse();
            project.AddStream("Content").IsRefused.ShouldBeFalse();
            return await db.SaveChangesAsync();
        });
        var stream = (
            await agency.Store(db =>
                db.Projects().SingleAsync(p => p.Id == halva.Id, TestAgency.Now)
            )
        ).Streams[1];
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes("the brief"));
        var file = (
            await agency.Use<BringFile>().Run(new("brief.txt", bytes), agency.Owner, TestAgency.Now)
        ).Value;
        var dropped = await agency.Task(halva.Id, "Gone again");
        (
            await agency.Use<DeleteTask>().Run(new(dropped.Task), agency.Owner, TestAgency.Now)
        ).Refusal.ShouldBeNull();
        var first = await agency.Task(
            halva.Id,
            "=First, with \"quotes\"",
            new()
            {
                Description = new($"See [the brief]({OwnFile.At(file)}) and **more**"),
                Stream = new(stream.Id),
                Responsible = new(anna.Id),
                Helpers = new([boris.Id]),
                Reviewer = new(agency.Owner.Person),
                Priority = new(TaskPriority.High),
                Starts = new(new DateOnly(2026, 11, 24)),
                Due = new(new DateOnly(2026, 12, 4)),
                Estimate = new(new Minutes(95)),
                State = new(TaskState.InReview),
            }
        );
        agency.Clock.Advance(TimeSpan.FromMinutes(7));
        var second = await agency.Task(halva.Id, "Second");
        var third = await agency.Task(halva.Id, "Third");
        await agency.Task(halva.Id, "Fourth", new() { State = new(TaskState.Dropped) });
        (
            await agency
                .Use<WaitForTask>()
                .Run(new(second.Task, third.Task), agency.Owner, TestAgency.Now)
        ).Refusal.ShouldBeNull();
        (
            await agency
                .Use<AddComment>()
                .Run(
                    new(first.Task, $"Look [here]({OwnFile.At(file)})"),
                    agency.Owner,
                    null,
                    TestAgency.Now
                )
        ).Refusal.ShouldBeNull();
        return halva.Id;
    }

    private static async Task<byte[]> Taken(TestAgency agency, ProjectId project)
    {
        var whole = (
            await agency.Use<WholeProject>().Ask(project, agency.Owner, TestAgency.Now)
        ).Value;
        using var file = new MemoryStream();
        await whole.Archive.Write(file, whole.Files, TestAgency.Now);
        return file.ToArray();
    }
}

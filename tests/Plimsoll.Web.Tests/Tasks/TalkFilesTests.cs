using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Files;
using Plimsoll.Web.Tasks.Queries;
using Plimsoll.Web.Tasks.UseCases;
using Plimsoll.Web.Tests.Clients;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.Tasks;

/// <summary>Files in descriptions and comments are read by those who may read the text they stand in.</summary>
public sealed class TalkFilesTests
{
    [Theory, OnEachDatabase]
    public async Task A_file_in_a_text_is_read_by_who_may_read_the_text(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var project = await agency.Project("Halva", await agency.Client("Halva", agency.Owner));
        var dmitri = await agency.Someone(Position.TeamMember, "Dmitri Kim");
        var stranger = await agency.Someone(Position.TeamMember, "Sam Stranger");
        var guest = await agency.Someone(Position.ClientGuest, "Gus Guest");
        await agency.Book(dmitri.Person, project);
        var (brief, inside, told) = (
            await Bring(agency, "brief.txt"),
            await Bring(agency, "inside.txt"),
            await Bring(agency, "told.txt")
        );
        (await MayRead(agency, brief, dmitri)).ShouldBeFalse();

        var task = (
            await agency.Task(
                project,
                "Key visual",
                new() { Description = new($"See [the brief](/files/{brief})") }
            )
        ).Task;
        var comment = await agency.Say(task, $"![draft](/files/{inside})");
        _ = await agency.Say(task, $"[version 3](/files/{told})", toClient: true);
        foreach (var file in new[] { brief, inside, told })
        {
            (await MayRead(agency, file, dmitri)).ShouldBeTrue();
            (await MayRead(agency, file, stranger)).ShouldBeFalse();
            (await MayRead(agency, file, guest)).ShouldBeFalse();
        }
        (await agency.Use<TaskFiles>().Ask(task, dmitri, TestAgency.Now))
            .Select(f => (f.Card.Name, f.IsInternal))
            .ShouldBe([("brief.txt", true), ("inside.txt", true), ("told.txt", false)]);
        (await agency.Use<TaskFiles>().Ask(task, stranger, TestAgency.Now)).ShouldBeEmpty();

        // Gone with the comment, and back with it.
        _ = await agency.Use<DeleteComment>().Run(new(comment), agency.Owner, TestAgency.Now);
        (await MayRead(agency, inside, dmitri)).ShouldBeFalse();
        _ = await agency.Use<PutBackComment>().Run(comment, agency.Owner, TestAgency.Now);
        (await MayRead(agency, inside, dmitri)).ShouldBeTrue();
    }

    [Theory, OnEachDatabase]
    public async Task Naming_a_file_of_the_team_to_the_client_opens_it_to_nobody(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var project = await agency.Project("Halva", await agency.Client("Halva", agency.Owner));
        var task = (await agency.Task(project, "Key visual")).Task;
        var file = await Bring(agency, "margin.txt");
        _ = await agency.Say(task, $"[margin](/files/{file})");
        _ = await agency.Say(task, $"[margin](/files/{file})", toClient: true);
        (await agency.Use<TaskFiles>().Ask(task, agency.Owner, TestAgency.Now))
            .ShouldHaveSingleItem()
            .IsInternal.ShouldBeTrue();
        // And what somebody else has only just brought is not taken from her.
        var dmitri = await agency.Someone(Position.TeamMember, "Dmitri Kim");
        var hers = await Bring(agency, "hers.txt", dmitri);
        _ = await agency.Say(task, $"[hers](/files/{hers})");
        (await MayRead(agency, hers, agency.Owner)).ShouldBeFalse();
    }

    [Theory, OnEachDatabase]
    public async Task Other_words_bring_other_files_and_the_first_stay(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var task = (await agency.Task(await agency.Project("Learning", null), "Fonts")).Task;
        var (first, second) = (await Bring(agency, "a.txt"), await Bring(agency, "b.txt"));
        var comment = await agency.Say(task, $"[a](/files/{first})");
        _ = await agency
            .Use<EditComment>()
            .Run(new(comment, $"[b](/files/{second})"), agency.Owner, TestAgency.Now);
        (await agency.Use<TaskFiles>().Ask(task, agency.Owner, TestAgency.Now))
            .Select(f => f.Card.Name)
            .ShouldBe(["a.txt", "b.txt"]);
    }

    [Theory, OnEachDatabase]
    public async Task The_files_of_a_deleted_task_go(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var project = await agency.Project("Learning", null);
        var file = await Bring(agency, "a.txt");
        var task = await agency.Task(
            project,
            "Fonts",
            new() { Description = new($"[a](/files/{file})") }
        );
        _ = await agency.Use<DeleteTask>().Run(new(task.Task), agency.Owner, TestAgency.Now);
        (
            await agency.Store(db =>
                db.Files().CountAsync(f => f.Holder == null && f.Id == file, TestAgency.Now)
            )
        ).ShouldBe(1);
    }

    [Theory, OnEachDatabase]
    public async Task Programs_bring_files_to_a_comment_and_read_the_list(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var task = await agency.Task(await agency.Project("Learning", null), "Fonts");
        var file = await Bring(agency, "specimen.txt");
        var browser = await agency.SignedIn(agency.Owner);
        var program = await browser.AsScript();
        var added = await program.PostAsJsonAsync(
            $"/api/v1/tasks/{task.Task}/comments",
            new { text = "Attached.", files = new[] { file } },
            TestAgency.Now
        );
        added.StatusCode.ShouldBe(HttpStatusCode.Created);
        var list = await program.GetFromJsonAsync<JsonElement>(
            $"/api/v1/tasks/{task.Task}/files",
            TestAgency.Now
        );
        var one = list.GetProperty("items")[0];
        one.GetProperty("file").GetProperty("name").GetString().ShouldBe("specimen.txt");
        one.GetProperty("for").GetString().ShouldBe("internal");
        // What the text does not name stands below it.
        var html = await browser.GetStringAsync($"/tasks/{task.Key}", TestAgency.Now);
        html.ShouldMatch($"<a href=\"/files/{file}\"[^>]*>specimen.txt</a>");
    }

    private static async Task<Guid> Bring(TestAgency agency, string name, Actor? by = null)
    {
        using var words = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(name));
        return (
            await agency.Use<BringFile>().Run(new(name, words), by ?? agency.Owner, TestAgency.Now)
        ).Value;
    }

    private static async Task<bool> MayRead(TestAgency agency, Guid file, Actor actor) =>
        !(await agency.Use<FoundFile>().Ask(file, actor, TestAgency.Now)).IsRefused;
}

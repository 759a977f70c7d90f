using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Tests.Clients;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.Tasks;

/// <summary>The talk about a task through its page without scripts, and through the interface for programs.</summary>
public sealed class TalkDoorsTests
{
    [Theory, OnEachDatabase]
    public async Task Whoever_may_not_tell_the_client_is_told_that_only_the_team_reads_it(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var project = await agency.Project("Halva", await agency.Client("Halva", agency.Owner));
        var inside = await agency.Project("Learning", null);
        _ = await agency.Task(project, "Key visual");
        _ = await agency.Task(inside, "Fonts");
        var dmitri = await agency.Someone(Position.TeamMember, "Dmitri Kim");
        await agency.Book(dmitri.Person, project);
        await agency.Book(dmitri.Person, inside);
        var browser = await agency.SignedIn(dmitri);

        var html = await browser.GetStringAsync("/tasks/HA-1", TestAgency.Now);
        html.ShouldNotContain("name=\"Say.For\"");
        html.ShouldContain("Team only");
        html = await browser.GetStringAsync("/tasks/LE-1", TestAgency.Now);
        html.ShouldContain("name=\"Say.Text\"");
        html.ShouldNotContain("Team only");
    }

    [Theory, OnEachDatabase]
    public async Task One_says_rewords_reacts_deletes_and_puts_back_without_scripts(
        Database database
    )
    {
        await using var agency = await TestAgency.Open(database);
        var client = await agency.Client("Halva", agency.Owner);
        var project = await agency.Project("Halva", client);
        var task = await agency.Task(project, "Key visual");
        var browser = await agency.SignedIn(agency.Owner);
        const string page = "/tasks/HA-1";

        var empty = await browser.Submit(
            page,
            "talk-say",
            ("Say.Text", " "),
            ("Say.For", "client")
        );
        var html = await empty.Content.ReadAsStringAsync(TestAgency.Now);
        html.ShouldContain("role=\"alert\"");
        html.ShouldMatch("value=\"client\" checked");
        var added = await browser.Submit(page, "talk-say", ("Say.Text", "Is it **red**?"));
        added.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var said = (await agency.Talk(task.Task)).Comments.ShouldHaveSingleItem();
        said.IsInternal.ShouldBeTrue();
        added.Headers.Location!.ToString().ShouldEndWith($"#c-{said.Id}");
        html = await browser.GetStringAsync(page, TestAgency.Now);
        html.ShouldContain("Is it <strong>red</strong>?");
        html.ShouldContain("Team only");

        html = await browser.GetStringAsync($"{page}?edit={said.Id}", TestAgency.Now);
        html.ShouldContain("name=\"Reword.Text\"");
        (
            await browser.Submit(
                $"{page}?edit={said.Id}",
                "talk-reword",
                ("Reword.Comment", said.Id.ToString()),
                ("Reword.Version", "0"),
                ("Reword.Text", "Is it blue?")
            )
        ).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var late = await browser.Submit(
            $"{page}?edit={said.Id}",
            "talk-reword",
            ("Reword.Comment", said.Id.ToString()),
            ("Reword.Version", "0"),
            ("Reword.Text", "Is it green?")
        );
        html = await late.Content.ReadAsStringAsync(TestAgency.Now);
        html.ShouldContain("Is it blue?");
        html.ShouldContain("Is it green?");
        html = await browser.GetStringAsync($"{page}/comments/{said.Id}", TestAgency.Now);
        html.ShouldContain("Is it <strong>red</strong>?");

        var react = await browser.Submit(
            $"{page}?react={said.Id}",
            "talk-act",
            ("Deed.Do", $"react|{said.Id}|eyes")
        );
        react.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetStringAsync(page, TestAgency.Now)).ShouldContain(
            $"value=\"react|{said.Id}|eyes\" aria-pressed=\"true\""
        );
        _ = await browser.Submit(page, "talk-act", ("Deed.Do", $"delete|{said.Id}"));
        var gone = await browser.Submit(
            $"{page}?edit={said.Id}",
            "talk-reword",
            ("Reword.Comment", said.Id.ToString()),
            ("Reword.Text", "What I typed meanwhile")
        );
        (await gone.Content.ReadAsStringAsync(TestAgency.Now)).ShouldContain(
            "What I typed meanwhile"
        );
        html = await browser.GetStringAsync(page, TestAgency.Now);
        html.ShouldNotContain("Is it blue?");
        html.ShouldContain($"value=\"put-back|{said.Id}\"");
        _ = await browser.Submit(page, "talk-act", ("Deed.Do", $"put-back|{said.Id}"));
        (await browser.GetStringAsync(page, TestAgency.Now)).ShouldContain("Is it blue?");
        (await browser.Submit(page, "talk-act", ("Deed.Do", "nonsense"))).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );
    }

    [Theory, OnEachDatabase]
    public async Task In_the_panel_one_stays_beside_the_list(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var project = await agency.Project("Learning", null);
        var task = await agency.Task(project, "Fonts");
        var browser = await agency.SignedIn(agency.Owner);
        var list = $"/tasks?group=person&task={task.Key}";
        (await browser.GetStringAsync(list, TestAgency.Now)).ShouldContain("data-talk");
        var added = await browser.Submit(
            $"/tasks/{task.Key}?back={Uri.EscapeDataString(list)}",
            "talk-say",
            ("Say.Text", "Which ones?")
        );
        added.Headers.Location!.ToString().ShouldContain("/tasks?group=person&task=");
        var html = await browser.GetStringAsync(list, TestAgency.Now);
        html.ShouldContain("Which ones?");
        var said = (await agency.Talk(task.Task)).Comments[0].Id;
        (await browser.GetStringAsync($"{list}&edit={said}", TestAgency.Now)).ShouldContain(
            "name=\"Reword.Text\""
        );
    }

    [Theory, OnEachDatabase]
    public async Task A_comment_lives_through_the_interface(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var client = await agency.Client("Halva", agency.Owner);
        var project = await agency.Project("Halva", client);
        var task = await agency.Task(project, "Key visual");
        var program = await (await agency.SignedIn(agency.Owner)).AsScript();
        var now = TestAgency.Now;
        var comments = $"/api/v1/tasks/{task.Task}/comments";

        (
            await program.PostAsJsonAsync(comments, new { text = "x", @for = "everybody" }, now)
        ).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var added = await program.PostAsJsonAsync(
            comments,
            new { text = "Version 3", @for = "client" },
            now
        );
        added.StatusCode.ShouldBe(HttpStatusCode.Created);
        added.Headers.ETag!.Tag.ShouldBe("\"v0\"");
        var at = added.Headers.Location!.ToString();
        var json = await added.Content.ReadFromJsonAsync<JsonElement>(now);
        json.GetProperty("for").GetString().ShouldBe("client");
        (await program.GetAsync(at, now)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (
            await program.PatchAsync(at, JsonContent.Create(new { text = "Version 4" }), now)
        ).StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        using var edit = new HttpRequestMessage(HttpMethod.Patch, at)
        {
            Content = JsonContent.Create(new { text = "Version 4" }),
        };
        edit.Headers.IfMatch.Add(new EntityTagHeaderValue("\"v0\""));
        var edited = await program.SendAsync(edit, now);
        edited.Headers.ETag!.Tag.ShouldBe("\"v1\"");
        var versions = await program.GetFromJsonAsync<JsonElement>($"{at}/versions", now);
        versions
            .GetProperty("items")
            .EnumerateArray()
            .Select(v => v.GetProperty("text").GetString())
            .ShouldBe(["Version 4", "Version 3"]);

        var reacted = await program.PutAsync($"{at}/reactions/thumbs-up", null, now);
        (await reacted.Content.ReadFromJsonAsync<JsonElement>(now))
            .GetProperty("reactions")[0]
            .GetProperty("by")
            .GetArrayLength()
            .ShouldBe(1);
        (await program.PutAsync($"{at}/reactions/shrug", null, now)).StatusCode.ShouldBe(
            HttpStatusCode.BadRequest
        );
        (await program.DeleteAsync($"{at}/reactions/thumbs-up", now)).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );
        (await program.DeleteAsync(at, now)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        var talk = await program.GetFromJsonAsync<JsonElement>(comments, now);
        talk.GetProperty("total").GetInt32().ShouldBe(0);
        (await program.PostAsync($"{at}/put-back", null, now)).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );
        talk = await program.GetFromJsonAsync<JsonElement>(comments, now);
        var stamp = talk.GetProperty("stamp").GetString();
        talk.GetProperty("total").GetInt32().ShouldBe(1);
        (await program.GetFromJsonAsync<JsonElement>($"/api/v1/tasks/{task.Task}/talk", now))
            .GetProperty("stamp")
            .GetString()
            .ShouldBe(stamp);
        var people = await program.GetFromJsonAsync<JsonElement>(
            $"/api/v1/tasks/{task.Task}/people?q=olga",
            now
        );
        people.GetProperty("items")[0].GetProperty("name").GetString().ShouldBe("Olga Owner");
    }

    [Theory, OnEachDatabase]
    public async Task A_guest_reaches_no_word_of_it(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var client = await agency.Client("Halva", agency.Owner);
        var task = await agency.Task(await agency.Project("Halva", client), "Key visual");
        var said = await agency.Say(task.Task, "Over the line?");
        var guest = await agency.SignedIn(await agency.Someone(Position.ClientGuest, "Gus Guest"));
        foreach (
            var path in new[]
            {
                $"/tasks/HA-1/comments/{said}",
                $"/api/v1/tasks/{task.Task}/comments",
                $"/api/v1/tasks/{task.Task}/talk?seen=1",
                $"/api/v1/tasks/{task.Task}/people",
                $"/api/v1/comments/{said}",
                $"/api/v1/comments/{said}/versions",
            }
        )
            (await guest.GetAsync(path, TestAgency.Now)).StatusCode.ShouldBe(
                HttpStatusCode.NotFound,
                path
            );
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Tests.Clients;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.Tasks;

public sealed class QuickTaskTests
{
    [Theory, OnEachDatabase]
    public async Task A_line_is_read_and_then_kept_as_it_was_read(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var client = await agency.Client("Halva", agency.Owner);
        var project = await agency.Project("Halva launch", client);
        var stream = await agency
            .Use<Web.Clients.UseCases.AddStream>()
            .Run(new(project, default, "Content"), agency.Owner, TestAgency.Now);
        var ada = await agency.Someone(Position.TeamMember, "Ada Lee");
        var script = await (await agency.SignedIn(agency.Owner)).AsScript();
        const string Line = "Banner texts for Halva tomorrow 3h @ada #content !";

        var read = await script.GetFromJsonAsync<JsonElement>(
            "/api/v1/tasks/quick?text=" + Uri.EscapeDataString(Line),
            TestAgency.Now
        );
        read.GetProperty("title").GetString().ShouldBe("Banner texts");
        read.GetProperty("due").GetString().ShouldBe("2026-11-24");
        read.GetProperty("estimate").GetInt32().ShouldBe(180);
        read.GetProperty("priority").GetString().ShouldBe("high");
        read.GetProperty("project").GetProperty("name").GetString().ShouldBe("Halva launch");
        read.GetProperty("parts").GetArrayLength().ShouldBe(6);
        (await agency.Titles("")).ShouldBeEmpty();

        var kept = await script.PostAsJsonAsync(
            "/api/v1/tasks/quick",
            new { text = Line },
            TestAgency.Now
        );
        kept.StatusCode.ShouldBe(HttpStatusCode.Created);
        kept.Headers.Contains("Plimsoll-Undo").ShouldBeTrue();
        var row = (
            await agency.Card(
                new(
                    (await kept.Content.ReadFromJsonAsync<JsonElement>(TestAgency.Now))
                        .GetProperty("task")
                        .GetProperty("id")
                        .GetGuid()
                )
            )
        ).Row;
        row.Title.ShouldBe("Banner texts");
        row.Stream.ShouldBe(stream.Value);
        row.Responsible!.Id.ShouldBe(ada.Person);
        row.Due.ShouldBe(new DateOnly(2026, 11, 24));
    }

    [Theory, OnEachDatabase]
    public async Task What_is_not_clear_is_asked_for_before_it_is_kept(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        await agency.Someone(Position.TeamMember, "Anna Petrova");
        await agency.Someone(Position.TeamMember, "Anna Sokolova");
        var project = await agency.Project("Learning", null);
        var script = await (await agency.SignedIn(agency.Owner)).AsScript();
        async Task<string?> Refused(object words)
        {
            var answer = await script.PostAsJsonAsync("/api/v1/tasks/quick", words, TestAgency.Now);
            return answer.IsSuccessStatusCode
                ? null
                : (await answer.Content.ReadFromJsonAsync<JsonElement>(TestAgency.Now))
                    .GetProperty("code")
                    .GetString();
        }

        (await Refused(new { text = "Fonts @anna #learning" })).ShouldBe("name-may-be-several");
        (await Refused(new { text = "Fonts" })).ShouldBe("is-missing");
        (await Refused(new { text = "tomorrow", within = project.Value })).ShouldBe("is-missing");
        (await agency.Titles("")).ShouldBeEmpty();
        (await Refused(new { text = "Fonts @nobody", within = project.Value })).ShouldBeNull();
        (await agency.Titles("")).ShouldBe(["Fonts @nobody"]);
    }

    [Theory, OnEachDatabase]
    public async Task A_line_cannot_name_what_its_writer_does_not_see(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var client = await agency.Client("Halva", agency.Owner);
        await agency.Project("Halva launch", client);
        var ada = await agency.Someone(Position.TeamMember, "Ada Lee");
        var script = await agency.SignedIn(ada);

        var read = await script.GetFromJsonAsync<JsonElement>(
            "/api/v1/tasks/quick?text=" + Uri.EscapeDataString("Banners for Halva #halva"),
            TestAgency.Now
        );
        read.GetProperty("project").ValueKind.ShouldBe(JsonValueKind.Null);
        read.GetProperty("client").ValueKind.ShouldBe(JsonValueKind.Null);
        read.GetProperty("title").GetString().ShouldBe("Banners for Halva #halva");
        var html = await script.GetStringAsync("/tasks/quick", TestAgency.Now);
        html.ShouldNotContain("Halva");
        html.ShouldContain("Ada Lee");
    }
}

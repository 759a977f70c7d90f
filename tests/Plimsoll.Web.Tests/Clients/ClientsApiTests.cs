using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.Clients;

public sealed class ClientsApiTests
{
    [Theory, OnEachDatabase]
    public async Task A_project_lives_through_the_interface(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var program = await (await agency.SignedIn(agency.Owner)).AsScript();
        var now = TestAgency.Now;

        var client = await program.PostAsJsonAsync(
            "/api/v1/clients",
            new { name = "Nordwind", accountManager = agency.Owner.Person.Value },
            now
        );
        client.StatusCode.ShouldBe(HttpStatusCode.Created);
        var clientId = (await Json(client)).GetProperty("id").GetGuid();
        var made = await program.PostAsJsonAsync(
            "/api/v1/projects",
            new
            {
                name = "Launch",
                client = clientId,
                kind = "fixed-price",
                streams = new[] { "Content" },
            },
            now
        );
        made.StatusCode.ShouldBe(HttpStatusCode.Created);
        var address = made.Headers.Location!.ToString();
        var project = await Json(made);
        project.GetProperty("stage").GetString().ShouldBe("pitch");
        project
            .GetProperty("nextStages")
            .EnumerateArray()
            .Select(s => s.GetString())
            .ShouldBe(["won", "active", "closed"]);

        (
            await program.PutAsJsonAsync(address + "/stage", new { stage = "won" }, now)
        ).StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        (
            await Change(program, address + "/stage", "\"v9\"", new { stage = "won" })
        ).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        var refused = await Change(program, address + "/stage", "\"v0\"", new { stage = "paused" });
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Json(refused)).GetProperty("code").GetString().ShouldBe("stage-does-not-follow");
        var won = await Change(program, address + "/stage", "\"v0\"", new { stage = "won" });
        won.StatusCode.ShouldBe(HttpStatusCode.OK);
        won.Headers.ETag!.Tag.ShouldBe("\"v1\"");

        var list = await program.GetFromJsonAsync<JsonElement>(
            "/api/v1/projects?kind=fixed-price&q=nordwind",
            now
        );
        list.GetProperty("items")[0]
            .GetProperty("client")
            .GetProperty("name")
            .GetString()
            .ShouldBe("Nordwind");
    }

    [Theory, OnEachDatabase]
    public async Task Malformed_words_are_named(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var program = await (await agency.SignedIn(agency.Owner)).AsScript();
        var answer = await program.PostAsJsonAsync(
            "/api/v1/projects",
            new { name = "Launch", kind = "favour" },
            TestAgency.Now
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Json(answer)).GetProperty("errors").TryGetProperty("kind", out _).ShouldBeTrue();
    }

    [Theory, OnEachDatabase]
    public async Task A_name_that_is_not_hers_does_not_appear(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var anna = await agency.Someone(Position.AccountManager, "Anna Sokolova");
        var boris = await agency.Someone(Position.AccountManager, "Boris Orlov");
        var halva = await agency.Client("Halva", boris);
        await agency.Project("Launch", halva, boris);
        var program = await agency.SignedIn(anna);

        foreach (
            var path in new[]
            {
                "/api/v1/clients",
                "/api/v1/projects?q=launch",
                "/api/v1/search?q=halva",
                "/api/v1/search?q=boris",
                "/search?q=laun",
            }
        )
        {
            var said = await program.GetStringAsync(path, TestAgency.Now);
            said.ShouldNotContain("Halva");
            said.ShouldNotContain("Boris");
            said.ShouldNotContain("Launch");
        }
        (await program.GetAsync($"/api/v1/clients/{halva}", TestAgency.Now)).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    private static Task<HttpResponseMessage> Change(
        HttpClient program,
        string path,
        string version,
        object words
    )
    {
        var request = new HttpRequestMessage(HttpMethod.Put, path)
        {
            Content = JsonContent.Create(words),
        };
        request.Headers.Add("If-Match", version);
        return program.SendAsync(request, TestAgency.Now);
    }

    private static async Task<JsonElement> Json(HttpResponseMessage answer) =>
        await answer.Content.ReadFromJsonAsync<JsonElement>(TestAgency.Now);
}

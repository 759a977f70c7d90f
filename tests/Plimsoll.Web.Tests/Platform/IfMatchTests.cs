using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Plimsoll.Web.Tests.People;

namespace Plimsoll.Web.Tests.Platform;

/// <summary>A change names the version it was made from, as RFC 9110, 13.1.1 has it.</summary>
public sealed class IfMatchTests
{
    [Theory]
    [OnEachDatabase(null, HttpStatusCode.PreconditionRequired)]
    [OnEachDatabase("\"v0\"", HttpStatusCode.OK)]
    [OnEachDatabase("*", HttpStatusCode.OK)]
    [OnEachDatabase("\"v7\", \"v0\"", HttpStatusCode.OK)]
    [OnEachDatabase("W/\"v9\", \"foreign\", \"v0\"", HttpStatusCode.OK)]
    [OnEachDatabase("W/\"v0\"", HttpStatusCode.PreconditionFailed)]
    [OnEachDatabase("\"v7\", W/\"v0\"", HttpStatusCode.PreconditionFailed)]
    [OnEachDatabase("\"v00\"", HttpStatusCode.PreconditionFailed)]
    [OnEachDatabase("\"0\"", HttpStatusCode.PreconditionFailed)]
    [OnEachDatabase("\"*\"", HttpStatusCode.PreconditionFailed)]
    [OnEachDatabase("v0", HttpStatusCode.PreconditionFailed)]
    public async Task A_tag_matches_or_does_not(
        Database database,
        string? seen,
        HttpStatusCode expected
    )
    {
        await using var agency = await TestAgency.Open(database);
        var program = await agency.Program(agency.Owner);
        var team = await agency.Team("Design");

        var answer = await Send(program, HttpMethod.Put, $"/api/v1/teams/{team}", seen);

        answer.StatusCode.ShouldBe(expected);
        if (expected is not HttpStatusCode.OK)
            (await answer.Content.ReadFromJsonAsync<JsonElement>(TestAgency.Now))
                .GetProperty("code")
                .GetString()
                .ShouldBe(seen is null ? "if-match-is-missing" : "changed-meanwhile");
    }

    [Theory]
    [OnEachDatabase(null, HttpStatusCode.OK)]
    [OnEachDatabase("*", HttpStatusCode.OK)]
    [OnEachDatabase("W/\"v0\"", HttpStatusCode.PreconditionFailed)]
    [OnEachDatabase("\"foreign\"", HttpStatusCode.PreconditionFailed)]
    public async Task Where_no_tag_is_asked_for_one_that_is_sent_still_counts(
        Database database,
        string? seen,
        HttpStatusCode expected
    )
    {
        await using var agency = await TestAgency.Open(database);
        var program = await agency.Program(agency.Owner);
        var team = await agency.Team("Design");

        (
            await Send(program, HttpMethod.Post, $"/api/v1/teams/{team}/archive", seen)
        ).StatusCode.ShouldBe(expected);
    }

    private static Task<HttpResponseMessage> Send(
        HttpClient program,
        HttpMethod method,
        string url,
        string? seen
    )
    {
        var request = new HttpRequestMessage(method, url)
        {
            Content = JsonContent.Create(new { name = "Design and more" }),
        };
        if (seen is not null)
            request.Headers.TryAddWithoutValidation("If-Match", seen);
        return program.SendAsync(request, TestAgency.Now);
    }
}

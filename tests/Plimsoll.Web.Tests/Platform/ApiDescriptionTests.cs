using System.Net;
using System.Text.Json;
using Plimsoll.Web.Tests.Architecture;

namespace Plimsoll.Web.Tests.Platform;

public sealed class ApiDescriptionTests
{
    private static readonly string File = Path.Combine(House.Root, "docs", "api", "openapi.json");

    /// <summary>A changed contract is a visible difference: <c>PLIMSOLL_WRITE_OPENAPI=1</c> writes the file anew (bin/openapi).</summary>
    [Fact]
    public async Task The_description_that_is_checked_in_is_the_one_that_is_served()
    {
        await using var agency = await TestAgency.Open(Database.Sqlite);
        var served = await agency.Browser().GetStringAsync("/api/v1/openapi.json", TestAgency.Now);
        if (Environment.GetEnvironmentVariable("PLIMSOLL_WRITE_OPENAPI") is not null)
            await System.IO.File.WriteAllTextAsync(
                File,
                served.ReplaceLineEndings("\n") + "\n",
                TestAgency.Now
            );
        var kept = await System.IO.File.ReadAllTextAsync(File, TestAgency.Now);
        served
            .ReplaceLineEndings("\n")
            .Trim()
            .ShouldBe(kept.Trim(), "run bin/openapi and look at the difference");
    }

    [Fact]
    public async Task The_description_is_of_version_3_1_and_every_route_says_what_it_does()
    {
        await using var agency = await TestAgency.Open(Database.Sqlite);
        var document = JsonDocument
            .Parse(await agency.Browser().GetStringAsync("/api/v1/openapi.json", TestAgency.Now))
            .RootElement;
        document.GetProperty("openapi").GetString()!.ShouldStartWith("3.1");
        var silent =
            from path in document.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            where !operation.Value.TryGetProperty("summary", out _)
            select operation.Name + " " + path.Name;
        silent.ShouldBeEmpty();
    }

    [Fact]
    public void No_two_things_of_the_interface_share_a_name()
    {
        var wires = typeof(Program)
            .Assembly.GetTypes()
            .Where(t => t.Name.EndsWith("Wire", StringComparison.Ordinal))
            .ToList();
        wires.Count.ShouldBeGreaterThan(20);
        wires.GroupBy(t => t.Name).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_change_of_the_plan_and_an_export_say_what_they_take()
    {
        await using var agency = await TestAgency.Open(Database.Sqlite);
        var document = JsonDocument
            .Parse(await agency.Browser().GetStringAsync("/api/v1/openapi.json", TestAgency.Now))
            .RootElement;

        document
            .GetProperty("components")
            .GetProperty("schemas")
            .GetProperty("ChangeWire")
            .GetProperty("properties")
            .EnumerateObject()
            .Select(p => p.Name)
            .ShouldContain("person");
        document
            .GetProperty("paths")
            .GetProperty("/api/v1/load/export.csv")
            .GetProperty("get")
            .GetProperty("parameters")
            .EnumerateArray()
            .Select(p => p.GetProperty("name").GetString())
            .ShouldContain("from");
    }

    [Fact]
    public async Task An_unknown_route_answers_with_problem_details()
    {
        await using var agency = await TestAgency.Open(Database.Sqlite);
        var browser = await agency.SignedIn(agency.Owner);
        var answer = await browser.GetAsync("/api/v1/no-such-thing", TestAgency.Now);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task Nobody_gets_in_without_a_session_or_a_token()
    {
        await using var agency = await TestAgency.Open(Database.Sqlite);
        var answer = await agency.Browser().GetAsync("/api/v1/no-such-thing", TestAgency.Now);
        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task The_page_for_programs_can_be_read()
    {
        await using var agency = await TestAgency.Open(Database.Sqlite);
        var browser = await agency.SignedIn(agency.Owner);
        (await browser.GetStringAsync("/developers", TestAgency.Now)).ShouldContain("OpenAPI 3.1");
    }
}

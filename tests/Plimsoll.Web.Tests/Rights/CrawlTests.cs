using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Tests.Platform;

namespace Plimsoll.Web.Tests.Rights;

/// <summary>
/// Every page and route there is, walked as every position. Nothing lists the routes but the program itself, so a new
/// one is walked from its first day; one with a parameter that cannot be filled here fails until it is told how.
/// </summary>
public sealed partial class CrawlTests
{
    /// <summary>Streams never end; who gets what through them is tested where they live.</summary>
    private static readonly string[] Endless = ["/load/live", "/tasks/live"];

    public static TheoryData<Position> Positions() => [.. Enum.GetValues<Position>()];

    /// <summary>Both databases for the one who sees all: what waits for an answer is drawn differently from what has it at once.</summary>
    public static TheoryData<Position, Database> PositionsAndDatabases() =>
        new([
            .. Enum.GetValues<Position>().Select(p => (p, Database.Sqlite)),
            (Position.Owner, Database.Postgres),
            (Position.TeamMember, Database.Postgres),
        ]);

    [Theory, MemberData(nameof(PositionsAndDatabases))]
    public async Task Nobody_is_told_what_is_not_hers(Position position, Database database)
    {
        var world = await CanaryAgency.Open(database, position);
        await using var agency = world.Agency;
        var browser = await agency.SignedIn(world.Visitor);
        var hidden = CanaryAgency.HiddenFrom(position);
        var walked = 0;
        var leaks = new List<string>();
        foreach (var path in Paths(world, HttpMethods.Get))
        {
            using var answer = await browser.GetAsync(path, TestAgency.Now);
            walked++;
            if ((int)answer.StatusCode >= 500)
                leaks.Add($"{path} failed with {(int)answer.StatusCode}");
            var said = await Read(answer);
            leaks.AddRange(
                hidden
                    .Where(h => said.Contains(h, StringComparison.OrdinalIgnoreCase))
                    .Select(h => $"{path} tells {h}")
            );
        }
        walked.ShouldBeGreaterThan(10);
        leaks.ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Positions))]
    public async Task Nobody_changes_what_is_not_hers(Position position)
    {
        if (position is Position.Owner or Position.Director)
            return;
        var world = await CanaryAgency.Open(Database.Sqlite, position);
        await using var agency = world.Agency;
        var browser = await agency.SignedIn(world.Visitor);
        var stamp = await FormStamp(browser);
        var hidden = CanaryAgency.HiddenFrom(position);
        var wrong = new List<string>();
        foreach (
            var method in new[]
            {
                HttpMethods.Post,
                HttpMethods.Put,
                HttpMethods.Patch,
                HttpMethods.Delete,
            }
        )
        foreach (
            var path in Paths(world, method)
                .Where(p => p.StartsWith("/api/", StringComparison.Ordinal) && Foreign(p, world))
                .Where(p => !IsSaid(p, position))
        )
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path)
            {
                Content = new StringContent("{}", null, "application/json"),
            };
            request.Headers.Add("X-Plimsoll-Form", stamp);
            request.Headers.TryAddWithoutValidation("If-Match", "\"v0\"");
            using var answer = await browser.SendAsync(request, TestAgency.Now);
            var said = await Read(answer);
            if (
                answer.StatusCode
                is < HttpStatusCode.BadRequest
                    or >= HttpStatusCode.InternalServerError
            )
                wrong.Add($"{method} {path} answered {(int)answer.StatusCode}");
            wrong.AddRange(
                hidden
                    .Where(h => said.Contains(h, StringComparison.OrdinalIgnoreCase))
                    .Select(h => $"{method} {path} tells {h}")
            );
        }
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stranger_reaches_the_porch_only()
    {
        var world = await CanaryAgency.Open(Database.Sqlite, Position.TeamMember);
        await using var agency = world.Agency;
        var stranger = agency.Browser();
        string[] every =
        [
            CanaryAgency.Person,
            CanaryAgency.Client,
            CanaryAgency.Project,
            CanaryAgency.Teammate,
            CanaryAgency.Manager,
        ];
        var told = new List<string>();
        foreach (var path in Paths(world, HttpMethods.Get))
        {
            using var answer = await stranger.GetAsync(path, TestAgency.Now);
            var said = await Read(answer);
            if (every.Any(h => said.Contains(h, StringComparison.OrdinalIgnoreCase)))
                told.Add(path);
        }
        told.ShouldBeEmpty();
    }

    /// <summary>Whoever sees all clients sees what is said, and may say something to it.</summary>
    private static bool IsSaid(string path, Position position) =>
        path.Contains("/reactions/", StringComparison.Ordinal)
        && Domain.Kernel.Rights.Of(position, Right.SeeAllClients) is Reach.All;

    private static bool Foreign(string path, CanaryAgency world) =>
        world.Ids.Values.Any(id => path.Contains(id, StringComparison.Ordinal));

    private static async Task<string> FormStamp(HttpClient browser)
    {
        var html = await browser.GetStringAsync("/me", TestAgency.Now);
        return Stamp().Match(html).Groups[1].Value;
    }

    private static IEnumerable<string> Paths(CanaryAgency world, string method) =>
        world
            .Agency.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e =>
                e.Metadata.GetMetadata<IHttpMethodMetadata>() is not { } m
                || m.HttpMethods.Contains(method)
            )
            .Where(e =>
                !e
                    .RoutePattern.PathSegments.SelectMany(s => s.Parts)
                    .OfType<Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart>()
                    .Any(p => p.IsCatchAll)
            )
            .Select(e => "/" + e.RoutePattern.RawText?.TrimStart('/'))
            .Where(p =>
                !Path.HasExtension(p)
                || p.StartsWith("/api", StringComparison.Ordinal)
                || p.StartsWith("/load", StringComparison.Ordinal)
                || p.StartsWith("/feeds", StringComparison.Ordinal)
            )
            .Except(Endless)
            .Distinct()
            .Select(p => Fill(p, world));

    private static string Fill(string pattern, CanaryAgency world)
    {
        var before = "";
        var filled = pattern
            .Split('/')
            .Select(part =>
            {
                var value = !part.StartsWith('{') ? part : Value(pattern, part, before, world);
                before = part;
                return value;
            });
        return string.Join('/', filled);
    }

    /// <summary>A parameter is filled with the foreign half's thing of that kind; anything else with something that does not exist.</summary>
    private static string Value(string pattern, string part, string before, CanaryAgency world)
    {
        if (world.Ids.TryGetValue(before, out var id))
            return id;
        var (name, kind) = part.Trim('{', '}').TrimEnd('?').Split(':') switch
        {
            [var n, var k] => (n.ToLowerInvariant(), k),
            [var n] => (n.ToLowerInvariant(), ""),
            _ => ("", ""),
        };
        return (name, kind) switch
        {
            ("documentname", _) => "v1",
            ("token" or "key" or "code" or "link", _) => "no-such-token",
            (_, "int") or ("year", _) => "2026",
            (_, "long") => "1",
            ("date" or "day" or "validfrom" or "from", _) => "2026-12-25",
            ("country", _) => "DE",
            ("reaction", _) => "thumbs-up",
            ("kind", _) => "vacation",
            (_, "guid") => Guid.Empty.ToString(),
            (
                "id"
                    or "row"
                    or "stream"
                    or "person"
                    or "project"
                    or "member"
                    or "session"
                    or "letter",
                _
            ) => Guid.Empty.ToString(),
            _ => throw new InvalidOperationException(
                $"Say what {part} of {pattern} can be filled with."
            ),
        };
    }

    /// <summary>The words of an answer; a workbook is a zip of texts.</summary>
    private static async Task<string> Read(HttpResponseMessage answer)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestAgency.Now);
        if (bytes is not [(byte)'P', (byte)'K', ..])
            return System.Text.Encoding.UTF8.GetString(bytes);
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return string.Concat(zip.Entries.Select(e => new StreamReader(e.Open()).ReadToEnd()));
    }

    [GeneratedRegex(
        "name=\"(?:__RequestVerificationToken|plimsoll-form)\" (?:value|content)=\"([^\"]+)\""
    )]
    private static partial Regex Stamp();
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Tests.Load;
using Plimsoll.Web.Tests.People;
using Plimsoll.Web.Tests.SignIn;

namespace Plimsoll.Web.Tests.Platform;

/// <summary>What is typed with ill will is refused where it was typed, or is text like any other.</summary>
public sealed class HostileWordsTests
{
    [Theory]
    [OnEachDatabase("people", "nul\0inside")]
    [OnEachDatabase("teams", "nul\0inside")]
    [OnEachDatabase("roles", "nul\0inside")]
    [OnEachDatabase("calendars", "nul\0inside")]
    [OnEachDatabase("clients", "nul\0inside")]
    [OnEachDatabase("people", "\u001b[31m")]
    [OnEachDatabase("clients", "\u200b")]
    [OnEachDatabase("load/views", "nul\0inside")]
    public async Task A_name_that_cannot_be_kept_is_refused_at_its_field(
        Database database,
        string list,
        string name
    )
    {
        await using var agency = await TestAgency.Open(database);
        var program = await agency.Program(agency.Owner);

        await Refused(program, list, name);
    }

    [Theory]
    [OnEachDatabase("people")]
    [OnEachDatabase("teams")]
    [OnEachDatabase("roles")]
    [OnEachDatabase("calendars")]
    [OnEachDatabase("clients")]
    [OnEachDatabase("load/views")]
    public async Task A_name_of_ten_thousand_letters_is_refused_at_its_field(
        Database database,
        string list
    )
    {
        await using var agency = await TestAgency.Open(database);
        var program = await agency.Program(agency.Owner);

        await Refused(program, list, new string('x', 10_000));
    }

    [Theory, OnEachDatabase]
    public async Task A_search_for_anything_answers(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var program = await agency.Program(agency.Owner);
        string[] hostile = ["%00", "a%00b", "%25", "_", "%5C", "%27;--", new('x', 10_000)];

        foreach (var words in hostile)
        foreach (
            var address in new[]
            {
                "/api/v1/people?q=",
                "/api/v1/teams?q=",
                "/api/v1/roles?q=",
                "/api/v1/clients?q=",
                "/api/v1/projects?q=",
                "/api/v1/load?q=",
                "/api/v1/load/export.csv?q=",
                "/api/v1/search?q=",
                "/api/v1/activity?q=",
                "/api/v1/activity?room=",
                "/people?q=",
                "/projects?q=",
                "/clients?q=",
                "/activity?q=",
                "/activity?room=",
                "/search?q=",
                "/load?q=",
            }
        )
        {
            var length = address.Length + words.Length;
            var answer = await program.GetAsync(address + words, TestAgency.Now);
            ((int)answer.StatusCode).ShouldBeLessThan(500, $"{address} {length}");
        }
    }

    [Theory, OnEachDatabase]
    public async Task A_day_at_the_end_of_all_days_breaks_nothing(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        var (li, open) = (await agency.Person("Li Wei"), await agency.Placeholder("Designer"));
        var program = await agency.Program(agency.Owner);

        foreach (
            var address in new[]
            {
                "/api/v1/activity?from=0001-01-01&to=9999-12-31",
                "/activity?from=0001-01-01&to=9999-12-31",
                "/load?from=9998-W52",
            }
        )
            (await program.GetAsync(address, TestAgency.Now)).StatusCode.ShouldBe(
                HttpStatusCode.OK,
                address
            );
        foreach (var week in new[] { "9998-W52", "9998-W01", "0002-W01" })
        {
            var read = await program.GetAsync("/api/v1/load?from=" + week, TestAgency.Now);
            read.StatusCode.ShouldBe(HttpStatusCode.BadRequest, week);
            var staffed = await program.PostAsJsonAsync(
                "/api/v1/load/staff",
                new
                {
                    placeholder = open.Id.Value,
                    person = li.Id.Value,
                    from = week,
                },
                TestAgency.Now
            );
            staffed.StatusCode.ShouldBe(HttpStatusCode.BadRequest, week);
        }
    }

    [Theory, OnEachDatabase]
    public async Task Nobody_signs_in_with_a_nul_and_nothing_breaks(Database database)
    {
        await using var agency = await TestAgency.Open(database);

        const string Nobody = "a\0b@agency.example";

        var entered = await agency.Browser().Enter(Nobody, "x");

        // A form with such a sign in it is not read at all.
        entered.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [OnEachDatabase("//evil.example")]
    [OnEachDatabase("/\\evil.example")]
    [OnEachDatabase("/\t/evil.example")]
    [OnEachDatabase("/\r\n/evil.example")]
    [OnEachDatabase("https://evil.example")]
    [OnEachDatabase("javascript:alert(1)")]
    public async Task Signing_in_leads_nowhere_else(Database database, string to)
    {
        await using var agency = await TestAgency.Open(database);

        var answer = await agency
            .Browser()
            .Submit(
                "/signin?to=" + Uri.EscapeDataString(to),
                "signin",
                ("Form.Email", "owner@agency.example"),
                ("Form.Password", TestAgency.Password)
            );

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldNotContain("evil");
        answer.Headers.Location.OriginalString.ShouldNotContain("javascript");
    }

    [Theory, OnEachDatabase]
    public async Task Markup_in_a_name_is_text(Database database)
    {
        await using var agency = await TestAgency.Open(database);
        const string Name = "<img src=x onerror=alert(1)>\"'</script>";
        await agency.Someone(Position.TeamMember, "Mate");
        var program = await agency.Program(agency.Owner);
        foreach (var list in new[] { "people", "teams", "roles", "clients", "load/views" })
            (
                await program.PostAsJsonAsync(
                    "/api/v1/" + list,
                    new
                    {
                        name = Name,
                        position = "team-member",
                        shared = true,
                        accountManager = agency.Owner.Person.Value,
                    },
                    TestAgency.Now
                )
            ).StatusCode.ShouldBe(HttpStatusCode.Created, list);

        foreach (
            var page in new[]
            {
                "/people",
                "/clients",
                "/projects",
                "/load",
                "/load?rows=projects",
                "/activity",
                "/absences",
                "/settings/teams",
                "/settings/roles",
                "/search?q=img",
            }
        )
        {
            var html = await program.GetStringAsync(page, TestAgency.Now);
            html.ShouldNotContain("<img src=x", Case.Insensitive, page);
            html.ShouldNotContain("\"'</script>", Case.Insensitive, page);
        }
    }

    private static async Task Refused(HttpClient program, string list, string name)
    {
        var answer = await program.PostAsJsonAsync(
            "/api/v1/" + list,
            new { name, position = "team-member" },
            TestAgency.Now
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadFromJsonAsync<JsonElement>(TestAgency.Now))
            .GetProperty("errors")
            .TryGetProperty("name", out _)
            .ShouldBeTrue();
    }
}

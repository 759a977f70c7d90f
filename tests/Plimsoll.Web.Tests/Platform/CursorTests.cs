using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Tests.People;

namespace Plimsoll.Web.Tests.Platform;

/// <summary>A place in a list that is not one of ours is never taken for the beginning in silence.</summary>
public sealed class CursorTests
{
    private static readonly string[] Garbled =
    [
        "x",
        "%F0%9F%98%80",
        "%00",
        "AAAA",
        Cursor.Write("a", "b", "c"),
        Cursor.Write("nothing"),
        Cursor.Write("nothing", "-1"),
    ];

    [Theory]
    [OnEachDatabase("people")]
    [OnEachDatabase("teams")]
    [OnEachDatabase("roles")]
    [OnEachDatabase("calendars")]
    [OnEachDatabase("absences")]
    [OnEachDatabase("clients")]
    [OnEachDatabase("projects")]
    [OnEachDatabase("activity")]
    [OnEachDatabase("load")]
    public async Task Programs_are_told_which_field_is_wrong(Database database, string list)
    {
        await using var agency = await TestAgency.Open(database);
        var program = await agency.Program(agency.Owner);

        foreach (var cursor in Garbled)
        {
            var answer = await program.GetAsync($"/api/v1/{list}?cursor={cursor}", TestAgency.Now);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, cursor);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
            (await answer.Content.ReadFromJsonAsync<JsonElement>(TestAgency.Now))
                .GetProperty("errors")
                .TryGetProperty("cursor", out _)
                .ShouldBeTrue(cursor);
        }
        (await program.GetAsync($"/api/v1/{list}?cursor=", TestAgency.Now)).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );
    }

    [Theory]
    [OnEachDatabase("/people")]
    [OnEachDatabase("/clients")]
    [OnEachDatabase("/projects")]
    [OnEachDatabase("/activity")]
    public async Task People_are_shown_the_beginning_and_told_so(Database database, string page)
    {
        await using var agency = await TestAgency.Open(database);
        var browser = await agency.SignedIn(agency.Owner);

        foreach (var cursor in Garbled)
        {
            var answer = await browser.GetAsync($"{page}?cursor={cursor}", TestAgency.Now);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, cursor);
            (await answer.Content.ReadAsStringAsync(TestAgency.Now)).ShouldContain(
                "a place in the list that is not there"
            );
        }
        (await browser.GetStringAsync(page, TestAgency.Now)).ShouldNotContain(
            "a place in the list that is not there"
        );
    }
}

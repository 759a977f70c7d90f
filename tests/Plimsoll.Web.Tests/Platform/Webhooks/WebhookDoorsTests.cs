using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Webhooks;
using Plimsoll.Web.SignIn.UseCases;
using Plimsoll.Web.Tests.SignIn;
using static Plimsoll.Web.Tests.Platform.Webhooks.HookActs;

namespace Plimsoll.Web.Tests.Platform.Webhooks;

public sealed class WebhookDoorsTests
{
    [Theory, OnEachDatabase]
    public async Task A_program_makes_tests_changes_and_deletes_a_webhook(Database database)
    {
        await using var server = await HookServer.Start();
        await using var agency = await TestAgency.Open(database, null, HookServer.Allowed);
        var program = await Program(agency, agency.Owner);
        var made = await program.PostAsJsonAsync(
            "/api/v1/webhooks",
            new
            {
                name = "Payroll",
                address = server.Address,
                kinds = new[] { Roles, "people.*" },
            },
            TestAgency.Now
        );
        made.StatusCode.ShouldBe(HttpStatusCode.Created);
        made.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var secret = (await Json(made)).GetProperty("secret").GetString()!;
        secret.ShouldStartWith("whsec_");
        var at = made.Headers.Location!.ToString();

        var test = await Json(await program.PostAsync(at + "/test", null, TestAgency.Now));
        test.GetProperty("state").GetString().ShouldBe("delivered");
        server.Calls.Single().Type.ShouldBe("webhook.test");
        server.Calls.Single().IsSignedWith(secret).ShouldBeTrue();

        var one = await program.GetAsync(at, TestAgency.Now);
        var text = await one.Content.ReadAsStringAsync(TestAgency.Now);
        text.ShouldNotContain(secret);
        (await Json(one))
            .GetProperty("kinds")
            .EnumerateArray()
            .Single()
            .GetString()
            .ShouldBe("people.*");
        var change = new HttpRequestMessage(HttpMethod.Put, at)
        {
            Content = JsonContent.Create(
                new
                {
                    name = "Wages",
                    address = server.Address,
                    kinds = new[] { "*" },
                }
            ),
        };
        change.Headers.TryAddWithoutValidation("If-Match", one.Headers.ETag!.Tag);
        var changed = await program.SendAsync(change, TestAgency.Now);
        (await Json(changed)).GetProperty("name").GetString().ShouldBe("Wages");

        var delete = new HttpRequestMessage(HttpMethod.Delete, at);
        delete.Headers.TryAddWithoutValidation("If-Match", one.Headers.ETag!.Tag);
        (await program.SendAsync(delete, TestAgency.Now)).StatusCode.ShouldBe(
            HttpStatusCode.PreconditionFailed
        );
        delete = new HttpRequestMessage(HttpMethod.Delete, at);
        delete.Headers.TryAddWithoutValidation("If-Match", changed.Headers.ETag!.Tag);
        (await program.SendAsync(delete, TestAgency.Now)).StatusCode.ShouldBe(
            HttpStatusCode.NoContent
        );
    }

    [Theory, OnEachDatabase]
    public async Task The_log_is_read_page_by_page(Database database)
    {
        await using var server = await HookServer.Start();
        await using var agency = await TestAgency.Open(database, null, HookServer.Allowed);
        var hook = await agency.Hook(server.Address, Roles);
        for (var i = 0; i < 5; i++)
            await agency.Happens($"Role {i}");
        await agency.Strike();
        var program = await Program(agency, agency.Owner);
        var seen = new List<long>();
        string? cursor = null;
        do
        {
            var page = await program.GetFromJsonAsync<JsonElement>(
                $"/api/v1/webhooks/{hook.Id}/deliveries?limit=2&state=delivered&cursor={cursor}",
                TestAgency.Now
            );
            seen.AddRange(
                page.GetProperty("items")
                    .EnumerateArray()
                    .Select(i => i.GetProperty("id").GetInt64())
            );
            cursor = page.GetProperty("next").GetString();
        } while (cursor is not null);
        seen.Count.ShouldBe(5);
        seen.ShouldBe(seen.OrderDescending());
        var one = await program.GetFromJsonAsync<JsonElement>(
            $"/api/v1/webhooks/{hook.Id}/deliveries/{seen[0]}",
            TestAgency.Now
        );
        one.GetProperty("payload").GetString()!.ShouldContain("Role 4");
        (
            await program.GetAsync(
                $"/api/v1/webhooks/{Guid.CreateVersion7()}/deliveries/{seen[0]}",
                TestAgency.Now
            )
        ).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEachDatabase]
    public async Task Webhooks_are_the_owners_alone(Database database)
    {
        await using var agency = await TestAgency.Open(database, null, HookServer.Allowed);
        var hook = await agency.Hook("https://hooks.example/hook");
        var director = await agency.Someone(Position.Director, "Dana Director");
        var browser = await agency.SignedIn(director);
        (await browser.GetAsync("/settings/webhooks", TestAgency.Now)).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
        var program = await Program(agency, director);
        foreach (
            var path in new[]
            {
                "",
                "/kinds",
                $"/{hook.Id}",
                $"/{hook.Id}/deliveries",
                $"/{hook.Id}/deliveries/1",
            }
        )
            (
                (int)(await program.GetAsync("/api/v1/webhooks" + path, TestAgency.Now)).StatusCode
            ).ShouldBeOneOf([403, 404], path);
        foreach (var act in new[] { "test", "on", "off", "secret", "replay" })
            (
                await program.PostAsJsonAsync(
                    $"/api/v1/webhooks/{hook.Id}/{act}",
                    new { },
                    TestAgency.Now
                )
            ).StatusCode.ShouldBe(HttpStatusCode.Forbidden, act);
    }

    [Theory, OnEachDatabase]
    public async Task The_pages_do_what_the_interface_does(Database database)
    {
        await using var server = await HookServer.Start();
        await using var agency = await TestAgency.Open(database, null, HookServer.Allowed);
        var browser = await agency.SignedIn(agency.Owner);
        var html = await (
            await browser.Submit(
                "/settings/webhooks",
                "add",
                ("Form.Name", "Payroll"),
                ("Form.Address", server.Address),
                ("kind", Roles)
            )
        ).Read();
        var secret = html[html.IndexOf("whsec_", StringComparison.Ordinal)..][..50];
        var hook = await agency.TheHook();
        var page = $"/settings/webhooks/{hook.Id}";
        (await browser.GetStringAsync(page, TestAgency.Now)).ShouldNotContain("whsec_");

        var tested = await browser.Submit(page, "test");
        (await browser.GetStringAsync(tested.Headers.Location, TestAgency.Now)).ShouldContain(
            "204"
        );
        server.Calls.Single().IsSignedWith(secret).ShouldBeTrue();

        await agency.Happens();
        await agency.Strike();
        var told = (await agency.Log())[^1];
        (await browser.GetStringAsync(page, TestAgency.Now)).ShouldContain(told.Message);
        await browser.Submit(page, "again-" + told.Id);
        await agency.Strike();
        server.Calls.Count.ShouldBe(3);

        await browser.Submit(page, "switch", ("On", "False"));
        (await agency.TheHook()).OffBecause.ShouldBe(OffReason.ByHand);
        await browser.Submit(page, "switch", ("On", "True"));
        hook = await agency.TheHook();
        hook.Off.ShouldBeNull();
        await browser.Submit(
            page,
            "change",
            ("Form.Version", $"{hook.Version}"),
            ("Form.Name", "Wages"),
            ("Form.Address", server.Address),
            ("kind", "*")
        );
        hook = await agency.TheHook();
        hook.Name.ShouldBe("Wages");
        await browser.Submit(page, "replay", ("Range.From", "2026-11-23"));
        await agency.Strike();
        server.Calls.Count.ShouldBeGreaterThan(3);
        (await (await browser.Submit(page, "secret")).Read()).ShouldContain("whsec_");
        hook = await agency.TheHook();
        await browser.Submit(page, "delete", ("Seen", $"{hook.Version}"));
        (await browser.GetAsync(page, TestAgency.Now)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_chosen_is_known_and_kept_in_short()
    {
        await using var agency = await TestAgency.Open(Database.Sqlite, null, HookServer.Allowed);
        foreach (
            var wrong in new[] { "people", "people.", "nothing.*", "people.no-such-thing", "**" }
        )
            (
                await agency
                    .Use<AddWebhook>()
                    .Run(new("x", "https://a.example", [wrong]), agency.Owner, TestAgency.Now)
            ).Refusal.ShouldBeOfType<IsNotUnderstood>(wrong);
        (
            await agency
                .Use<AddWebhook>()
                .Run(new("x", "https://a.example", []), agency.Owner, TestAgency.Now)
        ).Refusal.ShouldBeOfType<IsMissing>();
        await agency.Hook(
            "https://a.example",
            Roles,
            "people.*",
            "clients.client-added",
            "clients.client-added"
        );
        (await agency.TheHook()).Kinds.ShouldBe("clients.client-added people.*");
    }

    private static async Task<HttpClient> Program(TestAgency agency, Actor actor)
    {
        var token = await agency
            .Use<CreateToken>()
            .Run(new("Program", ["webhooks:read", "webhooks:write"], 30), actor, TestAgency.Now);
        var program = agency.Browser();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            token.Value
        );
        return program;
    }

    private static async Task<JsonElement> Json(HttpResponseMessage answer) =>
        await answer.Content.ReadFromJsonAsync<JsonElement>(TestAgency.Now);
}

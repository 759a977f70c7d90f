using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.UseCases;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Webhooks;
using Plimsoll.Web.SignIn;
using Plimsoll.Web.SignIn.UseCases;
using static Plimsoll.Web.Tests.Platform.Webhooks.HookActs;

namespace Plimsoll.Web.Tests.Platform.Webhooks;

public sealed class SendWebhooksTests
{
    [Theory, OnEachDatabase]
    public async Task A_fact_is_told_once_signed_as_the_record_tells_it(Database database)
    {
        await using var server = await HookServer.Start();
        await using var agency = await TestAgency.Open(database, null, HookServer.Allowed);
        await agency.Happens("Before the webhook");
        var hook = await agency.Hook(server.Address, Roles);
        await agency.Happens("Дизайнер 设计师");

        await agency.Strike();
        await agency.Strike();

        var call = server.Calls.ShouldHaveSingleItem();
        call.IsSignedWith(hook.Secret).ShouldBeTrue();
        call.IsSignedWith("whsec_" + Convert.ToBase64String(new byte[32])).ShouldBeFalse();
        call.ContentType.ShouldStartWith("application/json");
        call.Timestamp.ShouldBe(
            agency
                .Clock.GetUtcNow()
                .ToUnixTimeSeconds()
                .ToString(System.Globalization.CultureInfo.InvariantCulture)
        );
        call.Type.ShouldBe(Roles);
        call.Json.GetProperty("timestamp").GetString().ShouldBe("2026-11-23T09:00:00Z");
        var data = call.Json.GetProperty("data");
        data.GetProperty("by").GetProperty("name").GetString().ShouldBe("Olga Owner");
        data.GetProperty("door").GetString().ShouldBe("page");
        data.GetProperty("subject").GetProperty("name").GetString().ShouldBe("Дизайнер 设计师");
        data.GetProperty("changes")
            .EnumerateArray()
            .Single(c => c.GetProperty("property").GetString() == "name")
            .GetProperty("after")
            .GetString()
            .ShouldBe("Дизайнер 设计师");
        var delivery = (await agency.Log()).ShouldHaveSingleItem();
        delivery.Delivered.ShouldNotBeNull();
        delivery.Status.ShouldBe(204);
        call.Id.ShouldBe(delivery.Message);
    }

    [Theory, OnEachDatabase]
    public async Task Each_is_told_what_it_has_chosen(Database database)
    {
        await using var server = await HookServer.Start();
        await using var agency = await TestAgency.Open(database, null, HookServer.Allowed);
        await agency.Hook(server.Address + "/all", "*");
        await agency.Hook(server.Address + "/room", "clients.*");
        await agency.Hook(server.Address + "/kind", Roles, "load.*");
        await agency.Happens();
        await agency.Use<AddTeam>().Run(new("Sales", null, null), agency.Owner, TestAgency.Now);
        await agency.Strike();
        server
            .Calls.Where(c => c.Path == "/hook/all")
            .Select(c => c.Type)
            .ShouldBe(
                [
                    "platform.webhook-added",
                    "platform.webhook-added",
                    "platform.webhook-added",
                    Roles,
                    "people.team-added",
                ],
                ignoreOrder: true
            );
        server.Calls.ShouldNotContain(c => c.Path == "/hook/room");
        server.Calls.Where(c => c.Path == "/hook/kind").Select(c => c.Type).ShouldBe([Roles]);
    }

    [Theory, OnEachDatabase]
    public async Task However_many_nodes_look_at_once_each_fact_is_sent_once(Database database)
    {
        await using var server = await HookServer.Start();
        await using var agency = await TestAgency.Open(database, null, HookServer.Allowed);
        await agency.Hook(server.Address, Roles);
        for (var i = 0; i < 12; i++)
            await agency.Happens($"Role {i}");

        await Task.WhenAll(agency.Strike(), agency.Strike(), agency.Strike());
        await agency.Strike();

        server.Calls.Count.ShouldBe(12);
        server.Calls.Select(c => c.Id).Distinct().Count().ShouldBe(12);
        (await agency.Log()).ShouldAllBe(d => d.Tries == 1 && d.Delivered != null);
    }

    [Theory, OnEachDatabase]
    public async Task What_a_stopped_node_was_sending_is_sent_again_under_the_same_id(
        Database database
    )
    {
        await using var server = await HookServer.Start();
        await using var agency = await TestAgency.Open(database, null, HookServer.Allowed);
        await agency.Hook(server.Address, Roles);
        await agency.Happens();
        using var stop = new CancellationTokenSource();
        server.Answer = http => Task.Delay(Timeout.Infinite, http.RequestAborted);
        var arrived = server.Next;
        var sending = agency.Strike(stop.Token);
        await arrived;
        await stop.CancelAsync();
        await Record.ExceptionAsync(() => sending);

        server.Answers(200);
        await agency.Strike();
        server.Calls.Count.ShouldBe(1, "the lease still holds");
        agency.Clock.Advance(Delivery.Lease);
        await agency.Strike();

        server.Calls.Count.ShouldBe(2);
        server.Calls.Select(c => c.Id).Distinct().ShouldHaveSingleItem();
        server.Calls.Select(c => c.Body).Distinct().ShouldHaveSingleItem();
        (await agency.Log()).Single().Delivered.ShouldNotBeNull();
    }

    [Theory, OnEachDatabase]
    public async Task A_killed_node_loses_nothing(Database database)
    {
        await using var server = await HookServer.Start();
        await using var agency = await TestAgency.Open(database, null, HookServer.Allowed);
        agency.Clock.SetUtcNow(TimeProvider.System.GetUtcNow());
        await agency.Hook(server.Address, Roles);
        await agency.Happens();
        server.Answer = http => Task.Delay(Timeout.Infinite, http.RequestAborted);
        var arrived = server.Next;
        using (var node = await OtherNode.Start(agency, ("WEBHOOKS__PRIVATE", "true")))
        {
            await arrived.WaitAsync(TimeSpan.FromSeconds(120), TestAgency.Now);
            node.Kill();
        }
        server.Answers(200);
        agency.Clock.SetUtcNow(TimeProvider.System.GetUtcNow() + Delivery.Lease);
        await agency.Strike();
        server.Calls.Count.ShouldBeGreaterThan(1);
        server.Calls.Select(c => c.Id).Distinct().ShouldHaveSingleItem();
        (await agency.Log()).Single().Delivered.ShouldNotBeNull();
    }

    [Theory, OnEachDatabase]
    public async Task A_delivery_is_tried_ever_more_rarely_for_about_a_day_then_parked(
        Database database
    )
    {
        await using var server = await HookServer.Start();
        await using var agency = await TestAgency.Open(database, null, HookServer.Allowed);
        await agency.Hook(server.Address, Roles);
        await agency.Happens();
        server.Answers(500);
        var began = agency.Clock.GetUtcNow();
        var waited = TimeSpan.Zero;
        for (var tries = 1; tries < Delivery.MostTries; tries++)
        {
            await agency.Strike();
            await agency.Strike();
            var delivery = (await agency.Log()).Single();
            delivery.Tries.ShouldBe(tries);
            delivery.Trouble.ShouldBe(DeliveryTrouble.Refused);
            var wait = delivery.NextTry!.Value - agency.Clock.GetUtcNow().UtcDateTime;
            wait.ShouldBeInRange(Delivery.Wait(tries, 0), Delivery.Wait(tries, 1));
            if (tries > 1 && tries < 7)
                wait.ShouldBeGreaterThan(waited);
            waited = wait;
            agency.Clock.Advance(wait);
        }
        await agency.Strike();
        var parked = (await agency.Log()).Single();
        parked.Parked.ShouldNotBeNull();
        parked.NextTry.ShouldBeNull();
        server.Calls.Count.ShouldBe(Delivery.MostTries);
        (agency.Clock.GetUtcNow() - began).TotalHours.ShouldBeInRange(18, 30);

        server.Answers(200);
        (
            await agency
                .Use<ReplayDeliveries>()
                .Run(new(parked.Webhook, parked.Id), agency.Owner, TestAgency.Now)
        ).Value.ShouldBe(1);
        await agency.Strike();
        (await agency.Log()).Single().Delivered.ShouldNotBeNull();
        server.Calls.Select(c => c.Id).Distinct().ShouldHaveSingleItem();
    }

    [Theory, OnEachDatabase]
    public async Task The_other_side_can_ask_for_a_longer_wait(Database database)
    {
        await using var server = await HookServer.Start();
        await using var agency = await TestAgency.Open(database, null, HookServer.Allowed);
        await agency.Hook(server.Address, Roles);
        await agency.Happens();
        server.Answer = http =>
        {
            http.Response.StatusCode = 429;
            http.Response.Headers.RetryAfter = "1800";
            return Task.CompletedTask;
        };
        await agency.Strike();
        ((await agency.Log()).Single().NextTry! - agency.Clock.GetUtcNow().UtcDateTime).ShouldBe(
            TimeSpan.FromMinutes(30)
        );
    }

    [Theory, OnEachDatabase]
    public async Task After_days_of_failure_it_is_switched_off_and_the_owner_is_told(
        Database database
    )
    {
        await using var server = await HookServer.Start();
        await using var agency = await TestAgency.Open(database, null, HookServer.Allowed);
        await agency.Hook(server.Address, Roles);
        server.Answers(503);
        for (var day = 0; day < 5; day++)
        {
            await agency.Happens($"Role {day}");
            for (var tries = 0; tries < Delivery.MostTries; tries++)
            {
                await agency.Strike();
                agency.Clock.Advance(Delivery.Wait(tries + 1, 1));
            }
        }
        var hook = await agency.TheHook();
        hook.OffBecause.ShouldBe(OffReason.Failing);
        (hook.Off - hook.FailingSince).ShouldNotBeNull();
        (hook.Off - hook.FailingSince)!.Value.ShouldBeGreaterThanOrEqualTo(Webhook.FailsAtMost);
        var notice = await agency.Store(db => db.Notices().SingleAsync(TestAgency.Now));
        notice.Person.ShouldBe(agency.Owner.Person);
        notice.Kind.ShouldBe("platform.webhook-off");
        (
            await agency.Store(db =>
                db.Facts().CountAsync(f => f.Kind == "platform.webhook-given-up")
            )
        ).ShouldBe(1);
        var sent = server.Calls.Count;
        await agency.Happens("Unheard");
        await agency.Strike();
        server.Calls.Count.ShouldBe(sent);
        (await agency.Log()).ShouldAllBe(d => d.NextTry == null);
    }

    [Theory, OnEachDatabase]
    public async Task One_that_says_it_is_gone_is_asked_no_more(Database database)
    {
        await using var server = await HookServer.Start();
        await using var agency = await TestAgency.Open(database, null, HookServer.Allowed);
        await agency.Hook(server.Address, Roles);
        server.Answers(410);
        await agency.Happens("One");
        await agency.Happens("Two");
        await agency.Strike();
        (await agency.TheHook()).OffBecause.ShouldBe(OffReason.Gone);
        agency.Clock.Advance(TimeSpan.FromDays(2));
        await agency.Strike();
        server.Calls.Count.ShouldBe(1);
    }

    [Theory, OnEachDatabase]
    public async Task What_was_missed_while_it_was_off_can_be_sent_afterwards(Database database)
    {
        await using var server = await HookServer.Start();
        await using var agency = await TestAgency.Open(database, null, HookServer.Allowed);
        var hook = await agency.Hook(server.Address, Roles);
        await agency.Happens("Told");
        await agency.Strike();
        await Turn(agency, hook.Id, on: false);
        var since = agency.Clock.GetUtcNow().UtcDateTime;
        await agency.Happens("Missed");
        await agency.Strike();
        await Turn(agency, hook.Id, on: true);
        await agency.Strike();
        server.Calls.Count.ShouldBe(1);

        var replay = await agency
            .Use<ReplayDeliveries>()
            .Run(new(hook.Id, Since: since), agency.Owner, TestAgency.Now);
        replay
            .Refusal.ShouldBeOfType<IsNotUnderstood>("the end is not after the beginning")
            .Field.ShouldBe("to");
        agency.Clock.Advance(TimeSpan.FromMinutes(1));
        (
            await agency
                .Use<ReplayDeliveries>()
                .Run(new(hook.Id, Since: since.AddHours(-1)), agency.Owner, TestAgency.Now)
        ).Value.ShouldBe(2);
        await agency.Strike();
        server.Calls.Count.ShouldBe(3);
        server.Calls.Select(c => c.Id).Distinct().Count().ShouldBe(2);
    }

    [Theory, OnEachDatabase]
    public async Task For_a_day_after_a_new_secret_both_sign(Database database)
    {
        await using var server = await HookServer.Start();
        await using var agency = await TestAgency.Open(database, null, HookServer.Allowed);
        var hook = await agency.Hook(server.Address, Roles);
        var renewed = (
            await agency.Use<RenewWebhookSecret>().Run(hook.Id, agency.Owner, TestAgency.Now)
        ).Value;
        renewed.ShouldNotBe(hook.Secret);
        await agency.Happens("One");
        await agency.Strike();
        server.Calls[0].IsSignedWith(hook.Secret).ShouldBeTrue();
        server.Calls[0].IsSignedWith(renewed).ShouldBeTrue();
        agency.Clock.Advance(Webhook.Overlap);
        await agency.Happens("Two");
        await agency.Strike();
        server.Calls[1].IsSignedWith(hook.Secret).ShouldBeFalse();
        server.Calls[1].IsSignedWith(renewed).ShouldBeTrue();
        var kept = await agency.TheHook();
        kept.Secret.ShouldNotContain(renewed);
    }

    [Theory, OnEachDatabase]
    public async Task A_slow_answer_is_not_waited_for(Database database)
    {
        await using var server = await HookServer.Start();
        await using var agency = await TestAgency.Open(database, null, HookServer.Allowed);
        await agency.Hook(server.Address, Roles);
        await agency.Happens();
        server.Answer = http => Task.Delay(Timeout.Infinite, http.RequestAborted);
        var arrived = server.Next;
        var sending = agency.Strike();
        await arrived;
        agency.Clock.Advance(TimeSpan.FromSeconds(15));
        await sending;
        (await agency.Log()).Single().Trouble.ShouldBe(DeliveryTrouble.TookTooLong);
    }

    [Theory, OnEachDatabase]
    public async Task Of_the_answer_a_little_is_kept_as_plain_text(Database database)
    {
        await using var server = await HookServer.Start();
        await using var agency = await TestAgency.Open(database, null, HookServer.Allowed);
        await agency.Hook(server.Address, Roles);
        await agency.Happens();
        server.Answer = async http =>
        {
            http.Response.StatusCode = 200;
            await http.Response.WriteAsync("Принято\0\u001b[31m 👍");
            await http.Response.WriteAsync(new string('x', 1_000_000));
        };
        await agency.Strike();
        var delivery = (await agency.Log()).Single();
        delivery.Delivered.ShouldNotBeNull();
        delivery.Excerpt!.ShouldStartWith("Принято[31m 👍xxx");
        delivery.Excerpt!.Length.ShouldBe(Delivery.ExcerptLimit);
    }

    [Theory, OnEachDatabase]
    public async Task No_secret_leaves_the_house(Database database)
    {
        await using var server = await HookServer.Start();
        await using var agency = await TestAgency.Open(database, null, HookServer.Allowed);
        var hook = await agency.Hook(server.Address + "?key=HerKeyZq", "*");
        var renewed = await agency
            .Use<RenewWebhookSecret>()
            .Run(hook.Id, agency.Owner, TestAgency.Now);
        var token = await agency
            .Use<CreateToken>()
            .Run(new("Export", ["*"], 30), agency.Owner, TestAgency.Now);
        var feed = await agency.Use<AddFeed>().Run("Phone", agency.Owner, TestAgency.Now);
        await agency.Strike();
        var said = string.Concat(server.Calls.Select(c => c.Body));
        server.Calls.Count.ShouldBeGreaterThan(3);
        foreach (var secret in new[] { hook.Secret, renewed.Value, token.Value, feed.Value.Secret })
        {
            said.ShouldNotContain(secret);
            said.ShouldNotContain(Secrets.HashOf(secret));
        }
        said.ShouldNotContain("HerKeyZq");
        said.ShouldNotContain((await agency.TheHook()).Secret);
    }

    /// <summary>Numbers are given before the commit: on PostgreSQL a smaller one can become visible after a larger one.</summary>
    [Fact]
    public async Task A_fact_that_is_committed_late_is_told_all_the_same()
    {
        await using var server = await HookServer.Start();
        await using var agency = await TestAgency.Open(Database.Postgres, null, HookServer.Allowed);
        await agency.Hook(server.Address, Roles);
        await using var late = await agency
            .Use<IDbContextFactory<Web.Platform.Store.PlimsollDb>>()
            .CreateDbContextAsync(TestAgency.Now);
        await using var open = await late.Database.BeginTransactionAsync(TestAgency.Now);
        late.Record(Roles, Guid.CreateVersion7(), agency.Owner, Utc(agency));
        await late.SaveChangesAsync(TestAgency.Now);

        await agency.Happens("Sooner");
        for (var i = 0; i < 6; i++)
            await agency.Strike();
        server.Calls.Count.ShouldBe(1);
        await open.CommitAsync(TestAgency.Now);
        await agency.Strike();

        server.Calls.Count.ShouldBe(2);
        await agency.StrikeUntilPassed();
        server.Calls.Count.ShouldBe(2);
    }

    [Theory, OnEachDatabase]
    public async Task The_log_goes_back_thirty_days_and_what_waits_stays(Database database)
    {
        await using var server = await HookServer.Start();
        await using var agency = await TestAgency.Open(database, null, HookServer.Allowed);
        await agency.Hook(server.Address, Roles);
        await agency.Happens("Old");
        await agency.StrikeUntilPassed();
        agency.Clock.Advance(TimeSpan.FromDays(31));
        server.Answers(500);
        await agency.Happens("New");
        await agency.Strike();
        await agency.Use<DropOldDeliveries>().Run(TestAgency.Now);
        (await agency.Log()).Single().NextTry.ShouldNotBeNull();
        await agency.Strike();
        (await agency.Log()).Count.ShouldBe(1, "what is dropped is not made again");
    }

    private static DateTime Utc(TestAgency agency) => agency.Clock.GetUtcNow().UtcDateTime;

    private static async Task Turn(TestAgency agency, Guid hook, bool on) =>
        (
            await agency.Use<SwitchWebhook>().Run(hook, on, agency.Owner, TestAgency.Now)
        ).IsRefused.ShouldBeFalse();
}

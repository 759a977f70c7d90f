using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Webhooks;
using static Plimsoll.Web.Tests.Platform.Webhooks.HookActs;

namespace Plimsoll.Web.Tests.Platform.Webhooks;

/// <summary>Whoever may type an address must not reach, through this server, what only this server reaches.</summary>
public sealed class PrivateNetworkTests
{
    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("100.63.255.255", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("100.100.100.200", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.8.8.8", false)]
    [InlineData("168.63.129.16", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("192.0.0.192", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("198.18.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("64:ff9b:1::a00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2001::1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("fd00:ec2::254", false)]
    [InlineData("fe80::1", false)]
    [InlineData("ff02::1", false)]
    public void An_address_is_of_the_open_internet_or_not(string address, bool open) =>
        PublicAddress.Is(IPAddress.Parse(address)).ShouldBe(open);

    [Theory]
    [InlineData("http://example.com/hook", "webhook-needs-https")]
    [InlineData("https://127.0.0.1/hook", "webhook-address-is-private")]
    [InlineData("https://0x7f.1/hook", "webhook-address-is-private")]
    [InlineData("https://2130706433/hook", "webhook-address-is-private")]
    [InlineData("https://[::1]/hook", "webhook-address-is-private")]
    [InlineData("https://[::ffff:10.0.0.1]/hook", "webhook-address-is-private")]
    [InlineData("https://169.254.169.254/latest/meta-data", "webhook-address-is-private")]
    [InlineData("https://localhost/hook", "webhook-address-is-private")]
    [InlineData("https://LOCALHOST./hook", "webhook-address-is-private")]
    [InlineData("https://db/hook", "webhook-address-is-private")]
    [InlineData("https://user:secret@example.com/hook", "is-not-understood")]
    [InlineData("ftp://example.com/hook", "is-not-understood")]
    [InlineData("file:///etc/passwd", "is-not-understood")]
    [InlineData("example.com/hook", "is-not-understood")]
    [InlineData(" ", "is-missing")]
    public async Task An_address_that_shows_where_it_leads_is_refused_when_it_is_typed(
        string address,
        string code
    )
    {
        await using var agency = await TestAgency.Open(Database.Sqlite);
        var made = await agency
            .Use<AddWebhook>()
            .Run(new("Payroll", address, ["*"]), agency.Owner, TestAgency.Now);
        made.Refusal!.Code.ShouldBe(code);
        made.Refusal.Field.ShouldBe("address");
    }

    [Theory, OnEachDatabase]
    public async Task A_name_that_leads_inside_is_found_out_at_the_connection(Database database)
    {
        await using var server = await HookServer.Start();
        await using var agency = await Resolving(database, _ => [IPAddress.Loopback]);
        await agency.Hook($"https://hooks.example:{server.Port}/hook", Roles);
        await agency.Happens();
        await agency.Strike();
        server.Calls.ShouldBeEmpty();
        (await agency.Log()).Single().Trouble.ShouldBe(DeliveryTrouble.PrivateAddress);
    }

    /// <summary>DNS rebinding: the answer that is looked at is the one that is used, so a later one changes nothing.</summary>
    [Theory, OnEachDatabase]
    public async Task A_name_is_asked_once_for_each_connection(Database database)
    {
        await using var server = await HookServer.Start();
        var asked = 0;
        await using var agency = await Resolving(
            database,
            _ => ++asked == 1 ? [IPAddress.Parse("10.0.0.1")] : [IPAddress.Loopback]
        );
        await agency.Hook($"https://hooks.example:{server.Port}/hook", Roles);
        await agency.Happens();
        await agency.Strike();
        asked.ShouldBe(1);
        server.Calls.ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task A_test_says_where_the_name_leads_no_more_than_the_log(Database database)
    {
        await using var agency = await Resolving(
            database,
            _ => [IPAddress.Parse("192.168.7.7"), IPAddress.Parse("fd00::7")]
        );
        var hook = await agency.Hook("https://hooks.example/hook", Roles);
        (
            await agency.Use<TestWebhook>().Run(hook.Id, agency.Owner, TestAgency.Now)
        ).IsRefused.ShouldBeFalse();
        var test = (await agency.Log()).Single();
        test.Trouble.ShouldBe(DeliveryTrouble.PrivateAddress);
        test.Parked.ShouldNotBeNull();
        test.Excerpt.ShouldBeNull();
    }

    [Theory, OnEachDatabase]
    public async Task A_redirect_is_not_followed(Database database)
    {
        await using var server = await HookServer.Start();
        await using var agency = await TestAgency.Open(database, null, HookServer.Allowed);
        await agency.Hook(server.Address, Roles);
        await agency.Happens();
        server.Answer = http =>
        {
            http.Response.StatusCode = 307;
            http.Response.Headers.Location = "/inside";
            return Task.CompletedTask;
        };
        await agency.Strike();
        server.Calls.Single().Path.ShouldBe("/hook");
        (await agency.Log()).Single().Trouble.ShouldBe(DeliveryTrouble.Redirected);
    }

    private static Task<TestAgency> Resolving(
        Database database,
        Func<string, IPAddress[]> resolve
    ) =>
        TestAgency.Open(
            database,
            s =>
                s.Replace(
                    ServiceDescriptor.Singleton<ResolveHost>(
                        (host, _) => Task.FromResult(resolve(host))
                    )
                )
        );
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Web.People.UseCases;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Webhooks;

namespace Plimsoll.Web.Tests.Platform.Webhooks;

/// <summary>What an owner does with webhooks.</summary>
internal static class HookActs
{
    public static async Task<AddWebhook.Made> Hook(
        this TestAgency agency,
        string address,
        params string[] kinds
    ) =>
        (
            await agency
                .Use<AddWebhook>()
                .Run(
                    new("Payroll", address, kinds is [] ? ["*"] : kinds),
                    agency.Owner,
                    TestAgency.Now
                )
        ).Value;

    public static Task Strike(this TestAgency agency, CancellationToken? ct = null) =>
        agency.Use<SendWebhooks>().Run(ct ?? TestAgency.Now);

    /// <summary>
    /// Strikes until the webhook has passed all that has happened so far. What any other database of the server has open
    /// holds it up meanwhile.
    /// </summary>
    public static async Task StrikeUntilPassed(this TestAgency agency)
    {
        var last = await agency.Store(db => db.Facts().MaxAsync(f => f.Id, TestAgency.Now));
        for (var i = 0; i < 5000 && (await agency.TheHook()).Followed < last; i++)
            await agency.Strike();
        (await agency.TheHook()).Followed.ShouldBe(last);
    }

    /// <summary>Something that is a fact.</summary>
    public static async Task Happens(this TestAgency agency, string role = "Designer") =>
        (
            await agency.Use<AddRole>().Run(role, agency.Owner, TestAgency.Now)
        ).IsRefused.ShouldBeFalse();

    public static Task<List<Delivery>> Log(this TestAgency agency) =>
        agency.Store(db =>
            db.Deliveries().AsNoTracking().OrderBy(d => d.Id).ToListAsync(TestAgency.Now)
        );

    public static Task<Webhook> TheHook(this TestAgency agency) =>
        agency.Store(db => db.Webhooks().AsNoTracking().SingleAsync(TestAgency.Now));

    /// <summary>A kind that nothing in the making of a webhook is of.</summary>
    public const string Roles = "people.role-added";
}

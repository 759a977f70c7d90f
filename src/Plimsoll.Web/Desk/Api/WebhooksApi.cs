using Microsoft.AspNetCore.Mvc;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Text;
using Plimsoll.Web.Platform.Webhooks;

namespace Plimsoll.Web.Desk.Api;

/// <summary>Webhooks and their deliveries, for programs; for those who have the settings.</summary>
internal static class WebhooksApi
{
    private const string Read = "webhooks:read";
    private const string Write = "webhooks:write";

    public static void Map(RouteGroupBuilder api)
    {
        var webhooks = api.MapGroup("/webhooks").WithTags("Webhooks");
        MapThemselves(webhooks);
        MapDeliveries(webhooks);
    }

    private static void MapThemselves(RouteGroupBuilder webhooks)
    {
        webhooks
            .MapGet("/", List)
            .Needs(Read)
            .WithName("ListWebhooks")
            .WithSummary("The webhooks and how they fare.")
            .Produces<WebhooksWire>();
        webhooks
            .MapGet("/kinds", Kinds)
            .Needs(Read)
            .WithName("ListFactKinds")
            .WithSummary("The kinds of facts that a webhook can be told of.")
            .Produces<FactKindsWire>();
        webhooks
            .MapGet("/{id:guid}", One)
            .Needs(Read)
            .WithName("GetWebhook")
            .WithSummary("One webhook and how it fares.")
            .Produces<WebhookWire>();
        webhooks
            .MapPost("/", Add)
            .Needs(Write)
            .WithName("AddWebhook")
            .WithSummary(
                "Adds a webhook; the secret it signs with is in the answer and nowhere else."
            )
            .NeverStored()
            .Produces<NewWebhookWire>(StatusCodes.Status201Created);
        webhooks
            .MapPut("/{id:guid}", Change)
            .Needs(Write)
            .WithName("ChangeWebhook")
            .WithSummary("Changes what a webhook is called, where it leads and what it is told of.")
            .Produces<WebhookWire>();
        webhooks
            .MapDelete("/{id:guid}", Delete)
            .Needs(Write)
            .WithName("DeleteWebhook")
            .WithSummary("Deletes a webhook and its log.")
            .Produces(StatusCodes.Status204NoContent);
        webhooks
            .MapPost("/{id:guid}/on", On)
            .Needs(Write)
            .WithName("SwitchWebhookOn")
            .WithSummary("Switches a webhook on: it is told of what happens from now on.")
            .Produces<WebhookWire>();
        webhooks
            .MapPost("/{id:guid}/off", Off)
            .Needs(Write)
            .WithName("SwitchWebhookOff")
            .WithSummary("Switches a webhook off; what waited is parked.")
            .Produces<WebhookWire>();
        webhooks
            .MapPost("/{id:guid}/secret", Renew)
            .Needs(Write)
            .WithName("RenewWebhookSecret")
            .WithSummary("Makes a new secret; for a day the former one signs as well.")
            .NeverStored()
            .Produces<WebhookSecretWire>();
    }

    private static void MapDeliveries(RouteGroupBuilder webhooks)
    {
        webhooks
            .MapPost("/{id:guid}/test", Test)
            .Needs(Write)
            .WithName("TestWebhook")
            .WithSummary("Sends a test at once and answers with what came of it.")
            .Produces<DeliveryWire>();
        webhooks
            .MapGet("/{id:guid}/deliveries", Deliveries)
            .Needs(Read)
            .WithName("ListDeliveries")
            .WithSummary("What was sent to a webhook, newest first.")
            .Produces<PageOf<DeliveryWire>>();
        webhooks
            .MapGet("/{id:guid}/deliveries/{delivery:long}", Delivery)
            .Needs(Read)
            .WithName("GetDelivery")
            .WithSummary("One message to a webhook, and what came of its last try.")
            .Produces<DeliveryWire>();
        webhooks
            .MapPost("/{id:guid}/replay", Replay)
            .Needs(Write)
            .WithName("ReplayDeliveries")
            .WithSummary("Sends one delivery again, or all that happened in a range of time.")
            .Produces<ReplayedWire>();
    }

    private static async Task<IResult> List(
        WebhookList webhooks,
        Asking asking,
        CancellationToken ct
    ) =>
        Answer.Of(
            await webhooks.Ask(asking.Actor, ct),
            asking.Phrases,
            rows => TypedResults.Ok(new WebhooksWire([.. rows.Select(WebhookWire.Of)], null))
        );

    private static IResult Kinds(KnownFacts known, Asking asking) =>
        asking.Actor.May(Right.Settings)
            ? TypedResults.Ok(
                new FactKindsWire(
                    [
                        .. known.Kinds.Select(k => new FactKindWire(
                            k,
                            KnownFacts.RoomOf(k),
                            asking.Phrases["fact." + k]
                        )),
                    ],
                    null
                )
            )
            : Answer.Problem(new NotAllowed(), asking.Phrases);

    private static async Task<IResult> One(
        Guid id,
        WebhookList webhooks,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    ) =>
        Answer.Of(
            await webhooks.One(id, asking.Actor, ct),
            asking.Phrases,
            row =>
            {
                ETag.Write(http, row.Version);
                return TypedResults.Ok(WebhookWire.Of(row));
            }
        );

    private static async Task<IResult> Add(
        WebhookWords words,
        AddWebhook add,
        Asking asking,
        CancellationToken ct
    ) =>
        Answer.Of(
            await add.Run(new(words.Name, words.Address, words.Kinds), asking.Actor, ct),
            asking.Phrases,
            made =>
                TypedResults.Created(
                    $"/api/v1/webhooks/{made.Id}",
                    new NewWebhookWire(made.Id, made.Secret)
                )
        );

    private static async Task<IResult> Change(
        Guid id,
        WebhookWords words,
        ChangeWebhook change,
        WebhookList webhooks,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (ETag.Seen(http.Request).Refused(out var unseen, out var version))
            return Answer.Problem(unseen, asking.Phrases);
        var command = new ChangeWebhook.Command(
            id,
            version,
            words.Name,
            words.Address,
            words.Kinds
        );
        return (await change.Run(command, asking.Actor, ct)).Refusal is { } no
            ? Answer.Problem(no, asking.Phrases)
            : await One(id, webhooks, asking, http, ct);
    }

    private static async Task<IResult> Delete(
        Guid id,
        DeleteWebhook delete,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (ETag.Seen(http.Request).Refused(out var unseen, out var version))
            return Answer.Problem(unseen, asking.Phrases);
        return Answer.Of(
            await delete.Run(id, version, asking.Actor, ct),
            asking.Phrases,
            _ => TypedResults.NoContent()
        );
    }

    private static Task<IResult> On(
        Guid id,
        SwitchWebhook turn,
        WebhookList webhooks,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    ) => Switch(id, true, turn, webhooks, asking, http, ct);

    private static Task<IResult> Off(
        Guid id,
        SwitchWebhook turn,
        WebhookList webhooks,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    ) => Switch(id, false, turn, webhooks, asking, http, ct);

    private static async Task<IResult> Switch(
        Guid id,
        bool on,
        SwitchWebhook turn,
        WebhookList webhooks,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    ) =>
        (await turn.Run(id, on, asking.Actor, ct)).Refusal is { } no
            ? Answer.Problem(no, asking.Phrases)
            : await One(id, webhooks, asking, http, ct);

    private static async Task<IResult> Renew(
        Guid id,
        RenewWebhookSecret renew,
        Asking asking,
        CancellationToken ct
    ) =>
        Answer.Of(
            await renew.Run(id, asking.Actor, ct),
            asking.Phrases,
            secret => TypedResults.Ok(new WebhookSecretWire(secret))
        );

    private static async Task<IResult> Test(
        Guid id,
        TestWebhook test,
        DeliveryLog log,
        Asking asking,
        CancellationToken ct
    ) =>
        (await test.Run(id, asking.Actor, ct)).Refused(out var no, out var delivery)
            ? Answer.Problem(no, asking.Phrases)
            : await Delivery(id, delivery, log, asking, ct);

    private static async Task<IResult> Deliveries(
        Guid id,
        DeliveryLog log,
        Asking asking,
        [FromQuery] string? state,
        [FromQuery] string? cursor,
        [FromQuery] int? limit,
        CancellationToken ct
    )
    {
        var wanted = Kebab.Read<DeliveryState>(state);
        if (state is not null && wanted is null)
            return Answer.Problem(new IsNotUnderstood("state"), asking.Phrases);
        return Answer.Of(
            await log.Ask(new(id, wanted, cursor, limit), asking.Actor, ct),
            asking.Phrases,
            page =>
                TypedResults.Ok(
                    new PageOf<DeliveryWire>([.. page.Items.Select(DeliveryWire.Of)], page.Next)
                )
        );
    }

    private static async Task<IResult> Delivery(
        Guid id,
        long delivery,
        DeliveryLog log,
        Asking asking,
        CancellationToken ct
    ) =>
        Answer.Of(
            await log.One(id, delivery, asking.Actor, ct),
            asking.Phrases,
            row => TypedResults.Ok(DeliveryWire.Of(row))
        );

    private static async Task<IResult> Replay(
        Guid id,
        ReplayWords words,
        ReplayDeliveries replay,
        Asking asking,
        CancellationToken ct
    ) =>
        Answer.Of(
            await replay.Run(
                new(id, words.Delivery, Utc(words.From), Utc(words.To)),
                asking.Actor,
                ct
            ),
            asking.Phrases,
            count => TypedResults.Ok(new ReplayedWire(count))
        );

    private static DateTime? Utc(DateTime? moment) =>
        moment is not { } known ? null
        : known.Kind is DateTimeKind.Unspecified ? DateTime.SpecifyKind(known, DateTimeKind.Utc)
        : known.ToUniversalTime();
}

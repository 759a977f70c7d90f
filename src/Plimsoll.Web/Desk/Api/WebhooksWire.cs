using Plimsoll.Web.Platform.Text;
using Plimsoll.Web.Platform.Webhooks;

namespace Plimsoll.Web.Desk.Api;

/// <summary>What a webhook is called, where it leads, and what it is told of.</summary>
/// <param name="Kinds"><c>*</c> for every fact, <c>people.*</c> for those of a room, <c>people.absence-approved</c> for one kind.</param>
public sealed record WebhookWords(string? Name, string? Address, IReadOnlyList<string>? Kinds);

/// <summary>An address that is told of facts by a signed POST.</summary>
/// <param name="FailingSince">Since when nothing has come through.</param>
/// <param name="Off">Since when it is switched off.</param>
/// <param name="OffBecause">by-hand, failing or gone.</param>
/// <param name="FormerSecretUntil">Until when the former secret signs as well.</param>
/// <param name="Waiting">Deliveries that are still to be made.</param>
public sealed record WebhookWire(
    Guid Id,
    string Name,
    string Address,
    IReadOnlyList<string> Kinds,
    DateTime Made,
    DateTime? FailingSince,
    DateTime? Off,
    string? OffBecause,
    DateTime? FormerSecretUntil,
    int Waiting,
    DateTime? LastDelivered
)
{
    internal static WebhookWire Of(WebhookList.Row row) =>
        new(
            row.Id,
            row.Name,
            row.Address,
            row.Kinds,
            row.Made,
            row.FailingSince,
            row.Off,
            row.OffBecause is { } because ? Kebab.Of(because) : null,
            row.FormerSecretUntil,
            row.Waiting,
            row.LastDelivered
        );
}

public sealed record WebhooksWire(IReadOnlyList<WebhookWire> Items, string? Next);

/// <summary>A webhook that was just made.</summary>
/// <param name="Secret">What its messages are signed with; it is not shown again.</param>
public sealed record NewWebhookWire(Guid Id, string Secret);

/// <summary>A secret that was just made; it is not shown again.</summary>
public sealed record WebhookSecretWire(string Secret);

/// <summary>One message to one webhook, and what came of its last try.</summary>
/// <param name="Fact">The number of the fact; none for a test.</param>
/// <param name="Message">The <c>webhook-id</c>, the same at every try.</param>
/// <param name="State">waiting, delivered or parked.</param>
/// <param name="Trouble">no-such-host, private-address, not-reached, not-trusted, took-too-long, redirected, refused or switched-off.</param>
/// <param name="Excerpt">The beginning of what was answered.</param>
public sealed record DeliveryWire(
    long Id,
    long? Fact,
    string Kind,
    string Message,
    string State,
    DateTime Created,
    int Tries,
    DateTime? Tried,
    DateTime? NextTry,
    DateTime? Delivered,
    DateTime? Parked,
    int? Status,
    string? Trouble,
    string? Excerpt,
    int? Milliseconds,
    string Payload
)
{
    internal static DeliveryWire Of(DeliveryLog.Row row) =>
        new(
            row.Id,
            row.Fact,
            row.Kind,
            row.Message,
            Kebab.Of(row.State),
            row.Created,
            row.Tries,
            row.Tried,
            row.NextTry,
            row.Delivered,
            row.Parked,
            row.Status,
            row.Trouble is { } trouble ? Kebab.Of(trouble) : null,
            row.Excerpt,
            row.Milliseconds,
            row.Payload
        );
}

/// <summary>What is to be sent again: one delivery, or all that happened in a range of time.</summary>
/// <param name="From">What happened from this moment on</param>
/// <param name="To">and before this one; now when missing.</param>
public sealed record ReplayWords(long? Delivery, DateTime? From, DateTime? To);

/// <summary>How many deliveries are on their way again.</summary>
public sealed record ReplayedWire(int Count);

/// <summary>The kinds of facts that a webhook can be told of.</summary>
public sealed record FactKindsWire(IReadOnlyList<FactKindWire> Items, string? Next);

/// <param name="Sentence">What it says, in the language of the caller.</param>
public sealed record FactKindWire(string Kind, string Room, string Sentence);

using System.Text.Json;
using Plimsoll.Web.Platform.Activity;

namespace Plimsoll.Web.Platform.Webhooks;

/// <summary>What is sent: which kind, when it happened, and the fact as <c>/api/v1/activity</c> tells it.</summary>
internal sealed record WebhookPayload<T>(string Type, DateTime Timestamp, T Data);

internal static class WebhookPayload
{
    /// <summary>No kind of fact: it tells of nothing that has happened.</summary>
    public const string TestKind = "webhook.test";

    public static string Of(FactLine fact) => Write(fact.Kind, fact.At, FactWire.Of(fact));

    public static string Test(Webhook webhook, DateTime now) =>
        Write(TestKind, now, new { webhook = new ThingWire(webhook.Id, webhook.Name) });

    private static string Write<T>(string type, DateTime at, T data) =>
        JsonSerializer.Serialize(new WebhookPayload<T>(type, at, data), FactJson.Options);
}

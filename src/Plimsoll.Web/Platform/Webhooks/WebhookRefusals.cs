using Plimsoll.Domain.Kernel;

namespace Plimsoll.Web.Platform.Webhooks;

/// <summary>What happens in the agency does not go over the net for everyone to read.</summary>
public sealed record WebhookNeedsHttps() : Refusal("webhook-needs-https")
{
    public override RefusalKind Kind => RefusalKind.Malformed;
    public override string? Field => "address";
}

/// <summary>The address lies in a private network, and the settings do not allow calls into it.</summary>
public sealed record WebhookAddressIsPrivate() : Refusal("webhook-address-is-private")
{
    public override RefusalKind Kind => RefusalKind.Malformed;
    public override string? Field => "address";
}

/// <summary>There are as many webhooks as there may be.</summary>
public sealed record TooManyWebhooks(int Most) : Refusal("too-many-webhooks")
{
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["n"] = Most };
}

/// <summary>Nothing is sent to a webhook that is off.</summary>
public sealed record WebhookIsOff() : Refusal("webhook-is-off");

/// <summary>So much is sent again in parts.</summary>
public sealed record ReplayIsTooLarge(int Most) : Refusal("replay-is-too-large")
{
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["n"] = Most };
}

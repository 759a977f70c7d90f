using System.Net;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Settings;

namespace Plimsoll.Web.Platform.Webhooks;

/// <summary>
/// An address that may be written down. Where its name leads is asked at every connection; here only what can be seen
/// from the address itself is refused.
/// </summary>
public sealed class WebhookAddress(PlimsollSettings settings)
{
    public Outcome<Uri> Read(string? text)
    {
        if (
            Line.Required(text, "address", Webhook.AddressLimit)
                .Refused(out var missing, out var line)
        )
            return missing;
        if (
            !Uri.TryCreate(line, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("http" or "https")
            || uri.UserInfo.Length > 0
            || uri.Fragment.Length > 0
            || uri.AbsoluteUri.Length > Webhook.AddressLimit
        )
            return new IsNotUnderstood("address");
        if (settings.Webhooks.Private)
            return uri;
        if (uri.Scheme is not "https")
            return new WebhookNeedsHttps();
        return IsPrivate(uri) ? new WebhookAddressIsPrivate() : uri;
    }

    private static bool IsPrivate(Uri uri) =>
        IPAddress.TryParse(uri.DnsSafeHost, out var address)
            ? !PublicAddress.Is(address)
            : uri.IdnHost.TrimEnd('.').ToUpperInvariant() is var name
                && (
                    name is "LOCALHOST"
                    || name.EndsWith(".LOCALHOST", StringComparison.Ordinal)
                    || !name.Contains('.', StringComparison.Ordinal)
                );
}

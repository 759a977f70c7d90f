using System.Globalization;
using Microsoft.Net.Http.Headers;
using Plimsoll.Domain.Kernel;

namespace Plimsoll.Web.Platform.Http;

/// <summary>The version of a thing as RFC 9110 entity tag, and the condition <c>If-Match</c> that a change must carry.</summary>
public static class ETag
{
    public static void Write(HttpContext http, int version) =>
        http.Response.Headers.ETag = Of(version);

    public static string Of(int version) =>
        string.Create(CultureInfo.InvariantCulture, $"\"v{version}\"");

    /// <summary>The version that the caller has seen; refused when she does not say (428).</summary>
    public static Outcome<SeenVersion> Seen(HttpRequest request) =>
        request.Headers.IfMatch.Count == 0 ? new IfMatchIsMissing() : SeenIfAny(request);

    /// <summary>
    /// The version that the caller has seen, where she need not say. A tag that is weak, or not one of ours, matches
    /// nothing (RFC 9110, 13.1.1).
    /// </summary>
    public static SeenVersion SeenIfAny(HttpRequest request)
    {
        if (request.Headers.IfMatch.Count == 0)
            return SeenVersion.Any;
        var tags = request.GetTypedHeaders().IfMatch;
        return tags.Contains(EntityTagHeaderValue.Any)
            ? SeenVersion.Any
            : SeenVersion.OneOf([.. tags.Where(t => !t.IsWeak).SelectMany(Version)]);
    }

    private static IEnumerable<int> Version(EntityTagHeaderValue tag)
    {
        var text = tag.Tag.ToString();
        if (
            text.StartsWith("\"v", StringComparison.Ordinal)
            && int.TryParse(
                text.AsSpan(2, text.Length - 3),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var version
            )
            && text == Of(version)
        )
            yield return version;
    }
}

/// <summary>A change must say which version it was made from, in <c>If-Match</c>.</summary>
public sealed record IfMatchIsMissing() : Refusal("if-match-is-missing")
{
    public override RefusalKind Kind => RefusalKind.Malformed;
}

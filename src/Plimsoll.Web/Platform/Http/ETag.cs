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

    /// <summary>The version that the caller has seen; refused when the header is missing (428) or not one of ours.</summary>
    public static Outcome<int> Seen(HttpRequest request)
    {
        var headers = request.GetTypedHeaders().IfMatch;
        if (headers is not [{ IsWeak: false } tag])
            return new IfMatchIsMissing();
        var text = tag.Tag.AsSpan().Trim('"');
        return
            text.StartsWith("v")
            && int.TryParse(
                text[1..],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var version
            )
            ? version
            : new IfMatchIsMissing();
    }

    /// <summary>The version that the caller has seen, where she need not say.</summary>
    public static int? SeenIfAny(HttpRequest request)
    {
        var seen = Seen(request);
        return seen.IsRefused ? null : seen.Value;
    }
}

/// <summary>A change must say which version it was made from, in <c>If-Match</c>.</summary>
public sealed record IfMatchIsMissing() : Refusal("if-match-is-missing")
{
    public override RefusalKind Kind => RefusalKind.Malformed;
}

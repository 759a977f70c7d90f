using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.Platform.Text.Markdown;

/// <summary>What is being typed, as it will look; asked for by the field's own script and by nobody else.</summary>
public static class MarkdownPreview
{
    public const string Path = "/ui/markdown-preview";

    // A letter takes four bytes at most.
    private const int MostBytes = Markdown.Longest * 4;

    public static void MapMarkdownPreview(this IEndpointRouteBuilder app) =>
        app.MapPost(Path, Show).ExcludeFromDescription();

    private static async Task<IResult> Show(
        HttpContext http,
        IAntiforgery antiforgery,
        Asking asking,
        CancellationToken ct,
        int from = 3
    )
    {
        if (!await antiforgery.IsRequestValidAsync(http))
            return Answer.Problem(new FormIsStale(), asking.Phrases);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostBytes;
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(ct);
        if (text.Length > Markdown.Longest)
            return Answer.Problem(new IsTooLong("text", Markdown.Longest), asking.Phrases);
        http.Response.Headers.CacheControl = "no-store";
        var look = new MarkdownLook { HeadingsFrom = Math.Clamp(from, 2, 6) };
        return TypedResults.Text(Markdown.ToHtml(text, look), "text/html", Encoding.UTF8);
    }
}

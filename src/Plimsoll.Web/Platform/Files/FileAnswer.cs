using Microsoft.Net.Http.Headers;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.Platform.Files;

/// <summary>
/// How bytes that somebody brought are sent out: shown in place only in forms that run nothing, and each in a place of its
/// own where it could do nothing if it did.
/// </summary>
public static class FileAnswer
{
    private const string Caged =
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:";

    // Browsers read a PDF in a viewer of their own, which they do not open inside a sandbox.
    private const string ForViewer =
        "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    internal static async Task<IResult> Whole(
        Guid id,
        HttpContext http,
        FoundFile files,
        Asking asking,
        CancellationToken ct
    ) =>
        (await files.Ask(id, asking.Actor, ct)).Refused(out var no, out var file)
            ? NotFound(http, no, asking)
            : await Send(http, file, files, ct);

    internal static async Task<IResult> Small(
        Guid id,
        HttpContext http,
        FoundFile files,
        SmallPictures pictures,
        Asking asking,
        CancellationToken ct,
        int size = SmallPictures.Small
    ) =>
        (await files.Ask(id, asking.Actor, ct)).Refused(out var no, out var file)
            ? NotFound(http, no, asking)
            : await SendSmall(http, file, size, files, pictures, ct)
                ?? NotFound(http, new NotThere(), asking);

    /// <summary>The file, whole or the range that is asked for. The caller has made sure that it may be read.</summary>
    public static async Task<IResult> Send(
        HttpContext http,
        FileCard file,
        FoundFile files,
        CancellationToken ct
    )
    {
        Head(http, file.Type, file.Name, file.IsShown);
        return TypedResults.Stream(
            await files.Open(file, ct),
            file.Type == "text/plain" ? "text/plain; charset=utf-8" : file.Type,
            lastModified: file.At,
            entityTag: new EntityTagHeaderValue($"\"{file.Hash}\""),
            enableRangeProcessing: true
        );
    }

    /// <summary>The small copy; the picture itself where we cannot read it but browsers can; nothing for what is no picture.</summary>
    public static async Task<IResult?> SendSmall(
        HttpContext http,
        FileCard file,
        int size,
        FoundFile files,
        SmallPictures pictures,
        CancellationToken ct
    )
    {
        if (file is { IsPicture: true, Type: MediaType.Avif })
            return await Send(http, file, files, ct);
        var side = size > SmallPictures.Small ? SmallPictures.Large : SmallPictures.Small;
        var tag = new EntityTagHeaderValue($"\"{file.Hash}-{side}\"");
        if (await pictures.Of(file, side, ct) is not { } small)
            return null;
        Head(http, SmallPictures.Type, Path.ChangeExtension(file.Name, ".webp"), inPlace: true);
        return TypedResults.Bytes(small, SmallPictures.Type, entityTag: tag);
    }

    private static void Head(HttpContext http, string type, string name, bool inPlace)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = type == MediaType.Pdf ? ForViewer : Caged;
        // Asked for anew each time, for who may see it can change; unchanged, it is not sent again.
        headers.CacheControl = "private, no-cache";
        var disposition = new ContentDispositionHeaderValue(inPlace ? "inline" : "attachment");
        disposition.SetHttpFileName(name);
        headers.ContentDisposition = disposition.ToString();
    }

    /// <summary>A program is told in its form; to a page a picture that is not there needs no page of words.</summary>
    private static IResult NotFound(HttpContext http, Refusal no, Asking asking) =>
        http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
            ? Answer.Problem(no, asking.Phrases)
            : TypedResults.NotFound();
}

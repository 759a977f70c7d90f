using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Plimsoll.Web.Platform.Http;

/// <summary>
/// A file in a multipart request, read as it arrives: nothing of it is put by before somebody has asked for it, and
/// however large it is, it never lies in memory or on disk as a whole.
/// </summary>
public sealed class BroughtFile(string? name, Stream content)
{
    // Past this a browser is left to itself; until then it gets to read why its file was refused.
    private const long DrainAtMost = 4L * 1024 * 1024 * 1024;

    public string? Name { get; } = name;

    public Stream Content { get; } = content;

    /// <summary>The first file of the request; <c>null</c> when there is none, or the request is not of that form.</summary>
    public static async Task<BroughtFile?> Of(HttpRequest request, CancellationToken ct)
    {
        if (
            !MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || type.MediaType != "multipart/form-data"
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary
        )
            return null;
        try
        {
            var reader = new MultipartReader(boundary, request.Body);
            while (await reader.ReadNextSectionAsync(ct) is { } section)
                if (
                    ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var what)
                    && what.IsFileDisposition()
                )
                    return new BroughtFile(
                        (
                            what.FileNameStar.HasValue ? what.FileNameStar : what.FileName
                        ).Value?.Trim('"'),
                        section.Body
                    );
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return null;
        }
        return null;
    }

    /// <summary>Reads past what is left of the request, so that the answer finds somebody who listens.</summary>
    public static async Task Drain(HttpRequest request, CancellationToken ct)
    {
        var buffer = new byte[81_920];
        long read = 0;
        try
        {
            for (int n; read < DrainAtMost && (n = await request.Body.ReadAsync(buffer, ct)) > 0; )
                read += n;
        }
        catch (IOException)
        {
            // The other side has gone; there is nobody to answer.
        }
    }
}

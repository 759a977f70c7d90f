using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.Platform.Files;

/// <summary>The doors to files: for programs, and for the pages' own pictures and links.</summary>
public static class FilesApi
{
    private const string Read = "files:read";
    private const string Write = "files:write";

    // What a multipart request has around its file.
    private const int Wrapping = 64 * 1024;

    public static void MapFiles(this RouteGroupBuilder api)
    {
        var files = api.MapGroup("/files").WithTags("Files");
        files
            .MapPost("/", Bring)
            .Needs(Write)
            .WithName("BringFile")
            .WithSummary(
                "Takes in a file: the bytes as the body with its name as ?name=, or multipart/form-data. It is the caller's alone until a thing holds it, and goes after a day."
            )
            .Accepts<IFormFile>("multipart/form-data", "application/octet-stream", "*/*")
            .Produces<FileWire>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        files
            .MapGet("/{id:guid}", One)
            .Needs(Read)
            .WithName("GetFile")
            .WithSummary("What is known of a file; its bytes are at /content.")
            .Produces<FileWire>();
        files
            .MapMethods("/{id:guid}/content", [HttpMethods.Get, HttpMethods.Head], FileAnswer.Whole)
            .Needs(Read)
            .WithName("GetFileContent")
            .WithSummary("The bytes of a file, whole or a range of them.")
            .Produces(StatusCodes.Status200OK, contentType: MediaType.Unknown)
            .Produces(StatusCodes.Status206PartialContent, contentType: MediaType.Unknown);
        files
            .MapGet("/{id:guid}/thumb", FileAnswer.Small)
            .Needs(Read)
            .WithName("GetFileThumb")
            .WithSummary(
                "A small copy of a picture as WebP, its longer side at most 320, or 1600 with ?size=1600."
            )
            .Produces(StatusCodes.Status200OK, contentType: SmallPictures.Type);
        files
            .MapDelete("/{id:guid}", Drop)
            .Needs(Write)
            .WithName("DropFile")
            .WithSummary("Takes back a file that the caller has brought, while nothing holds it.")
            .Produces(StatusCodes.Status204NoContent);
    }

    /// <summary>What pages show and link to.</summary>
    public static void MapFilePages(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/files/{id:guid}", [HttpMethods.Get, HttpMethods.Head], FileAnswer.Whole)
            .ExcludeFromDescription();
        app.MapGet("/files/{id:guid}/thumb", FileAnswer.Small).ExcludeFromDescription();
    }

    private static async Task<IResult> Bring(
        HttpContext http,
        BringFile bring,
        FoundFile files,
        Asking asking,
        Settings.PlimsollSettings settings,
        CancellationToken ct,
        string? name = null
    )
    {
        var most = settings.UploadMegabytes * 1024L * 1024;
        if (http.Request.ContentLength > most + Wrapping)
            return TooLarge(new FileIsTooLarge(settings.UploadMegabytes), asking);
        // The file itself is counted as it arrives; this only leaves room for what is around it.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = most + Wrapping;
        var isForm = http.Request.HasFormContentType;
        var form = isForm ? await BroughtFile.Of(http.Request, ct) : null;
        if (isForm && form is null)
            return Answer.Problem(new NoFileCame(), asking.Phrases);
        var command = form is null
            ? new BringFile.Command(name, http.Request.Body)
            : new BringFile.Command(name ?? form.Name, form.Content);
        if ((await bring.Run(command, asking.Actor, ct)).Refused(out var no, out var id))
            return no is FileIsTooLarge ? TooLarge(no, asking) : Answer.Problem(no, asking.Phrases);
        return Answer.Of(
            await files.Ask(id, asking.Actor, ct),
            asking.Phrases,
            file => TypedResults.Created($"/api/v1/files/{id}", FileWire.Of(file))
        );
    }

    private static async Task<IResult> One(
        Guid id,
        FoundFile files,
        Asking asking,
        CancellationToken ct
    ) =>
        Answer.Of(
            await files.Ask(id, asking.Actor, ct),
            asking.Phrases,
            file => TypedResults.Ok(FileWire.Of(file))
        );

    private static async Task<IResult> Drop(
        Guid id,
        DropFile drop,
        Asking asking,
        CancellationToken ct
    ) =>
        Answer.Of(
            await drop.Run(id, asking.Actor, ct),
            asking.Phrases,
            _ => TypedResults.NoContent()
        );

    private static ProblemHttpResult TooLarge(Refusal no, Asking asking)
    {
        var answer = (ProblemHttpResult)Answer.Problem(no, asking.Phrases);
        answer.ProblemDetails.Status = StatusCodes.Status413PayloadTooLarge;
        return TypedResults.Problem(answer.ProblemDetails);
    }
}

using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Load.Import;
using Plimsoll.Web.Load.Jobs;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Load.UseCases;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.Load.Pages;

/// <summary>
/// Where the import page sends its file. Not the page itself: a form's fields are read as a whole before a page is asked,
/// and a file of a gigabyte must be refused at its first megabytes.
/// </summary>
internal static class SheetUpload
{
    public const string Page = "/load/import";

    public static void MapSheetUpload(this IEndpointRouteBuilder app)
    {
        app.MapPost(Page + "/file", Take).ExcludeFromDescription();
        app.MapGet(Page + "/{id:guid}/progress", Progress).ExcludeFromDescription();
    }

    private static async Task<IResult> Take(
        HttpContext http,
        BringSheet bring,
        Asking asking,
        IAntiforgery antiforgery,
        CancellationToken ct
    )
    {
        // The form has no room for a hidden field before its file: the stamp comes in the address.
        http.Request.Headers["X-Plimsoll-Form"] = http.Request.Query["stamp"].ToString();
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        if (!await antiforgery.IsRequestValidAsync(http))
            return Refused(new FormIsStale());
        if (
            await BroughtFile.Of(http.Request, ct) is not { } file
            || string.IsNullOrEmpty(file.Name)
        )
            return Refused(new FileIsMissing());
        var brought = await bring.Run(new(file.Name, file.Content), asking.Actor, ct);
        await BroughtFile.Drain(http.Request, ct);
        return brought.Refused(out var no, out var id)
            ? Refused(no)
            : TypedResults.Redirect($"{Page}/{id}");
    }

    private static async Task<IResult> Progress(
        Guid id,
        ImportRunner runner,
        DraftImport imports,
        Asking asking,
        CancellationToken ct
    )
    {
        await runner.Settle(id, ct);
        var progress = runner.Progress(id);
        if ((await imports.One(id, asking.Actor, ct)).Refused(out var no, out var head))
            return Answer.Problem(no, asking.Phrases);
        return TypedResults.Json(
            new
            {
                working = head.State is ImportState.Applying or ImportState.Undoing,
                done = progress?.Done ?? 0,
                total = progress?.Total ?? 0,
            }
        );
    }

    /// <summary>The page says why, beside the field.</summary>
    private static Microsoft.AspNetCore.Http.HttpResults.RedirectHttpResult Refused(Refusal no)
    {
        var words = no.Words.ToDictionary(w => w.Key, w => w.Value.ToString());
        words["refused"] = no.Code;
        return TypedResults.Redirect(QueryHelpers.AddQueryString(Page, words));
    }
}

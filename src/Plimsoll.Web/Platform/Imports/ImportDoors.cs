using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Imports;

/// <summary>
/// Where an import page sends its file. Not the page itself: a form's fields are read as a whole before a page is asked,
/// and a file of a gigabyte must be refused at its first megabytes.
/// </summary>
public static class ImportDoors
{
    private const int WordLimit = 60;

    public static void MapImportPages(this IEndpointRouteBuilder app, ImportKind kind)
    {
        app.MapPost(
                kind.Subject.Page + "/file",
                (HttpContext http, Asking asking, IAntiforgery stamps, CancellationToken ct) =>
                    Take(kind, http, asking, stamps, ct)
            )
            .ExcludeFromDescription();
        app.MapGet(
                kind.Subject.Page + "/{id:guid}/progress",
                (
                    Guid id,
                    ImportRunner runner,
                    IDbContextFactory<PlimsollDb> store,
                    Asking asking,
                    CancellationToken ct
                ) => Progress(kind, id, runner, store, asking, ct)
            )
            .ExcludeFromDescription();
    }

    /// <summary>Why the file that was just sent is not taken, as the address of the page says it.</summary>
    public static string? Refused(Asking asking, IQueryCollection query)
    {
        var key = "refused." + query["refused"];
        if (!query.ContainsKey("refused") || !asking.Phrases.Has(key))
            return null;
        return asking.Phrases.Say(
            key,
            [
                .. query.Select(q =>
                {
                    var text = q.Value.ToString();
                    return (q.Key, (object?)(text.Length > WordLimit ? text[..WordLimit] : text));
                }),
            ]
        );
    }

    private static async Task<IResult> Take(
        ImportKind kind,
        HttpContext http,
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
            return Refused(kind, new FormIsStale());
        if (
            await BroughtFile.Of(http.Request, ct) is not { } file
            || string.IsNullOrEmpty(file.Name)
        )
            return Refused(kind, new FileIsMissing());
        var brought = await kind.Bring(
            http.RequestServices,
            file.Name,
            file.Content,
            asking.Actor,
            ct
        );
        await BroughtFile.Drain(http.Request, ct);
        return brought.Refused(out var no, out var id)
            ? Refused(kind, no)
            : TypedResults.Redirect($"{kind.Subject.Page}/{id}");
    }

    private static async Task<IResult> Progress(
        ImportKind kind,
        Guid id,
        ImportRunner runner,
        IDbContextFactory<PlimsollDb> store,
        Asking asking,
        CancellationToken ct
    )
    {
        await runner.Settle(id, ct);
        var progress = runner.Progress(id);
        await using var db = await store.CreateDbContextAsync(ct);
        var state = await db.ImportsVisibleTo(kind.Subject, asking.Actor)
            .Where(i => i.Id == id)
            .Select(i => (ImportState?)i.State)
            .SingleOrDefaultAsync(ct);
        return state is null
            ? Answer.Problem(new NotThere(), asking.Phrases)
            : TypedResults.Json(
                new
                {
                    working = state is ImportState.Applying or ImportState.Undoing,
                    done = progress?.Done ?? 0,
                    total = progress?.Total ?? 0,
                }
            );
    }

    /// <summary>The page says why, beside the field.</summary>
    private static Microsoft.AspNetCore.Http.HttpResults.RedirectHttpResult Refused(
        ImportKind kind,
        Refusal no
    )
    {
        var words = no.Words.ToDictionary(w => w.Key, w => w.Value.ToString());
        words["refused"] = no.Code;
        return TypedResults.Redirect(QueryHelpers.AddQueryString(kind.Subject.Page, words));
    }
}

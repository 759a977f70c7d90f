using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Load.UseCases;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.Load.Api;

/// <summary>Named views of the board.</summary>
internal static class ViewsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var views = api.MapGroup("/load/views").WithTags("Load");
        views
            .MapGet("/", List)
            .Needs(LoadApi.Read)
            .WithName("ListBoardViews")
            .WithSummary("The caller's named views of the board, and those that others share.")
            .Produces<ViewsWire>();
        views
            .MapPost("/", Add)
            .Needs(LoadApi.Write)
            .WithName("AddBoardView")
            .WithSummary("Keeps a way of looking at the board under a name.")
            .Produces<ViewWire>(StatusCodes.Status201Created);
        views
            .MapPut("/{id:guid}", Change)
            .Needs(LoadApi.Write)
            .WithName("ChangeBoardView")
            .WithSummary(
                "Changes one of the caller's own views; If-Match is looked at when it is sent."
            )
            .Produces<ViewWire>();
        views
            .MapDelete("/{id:guid}", Drop)
            .Needs(LoadApi.Write)
            .WithName("DropBoardView")
            .WithSummary("Forgets one of the caller's own views.")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> List(ViewList views, Asking asking, CancellationToken ct) =>
        TypedResults.Ok(
            new ViewsWire(
                [
                    .. (await views.Ask(asking.Actor, ct)).Select(v => new ViewWire(
                        v.Id,
                        v.Name,
                        v.Query,
                        v.Shared,
                        v.Mine
                    )),
                ],
                null
            )
        );

    private static Task<IResult> Add(
        ViewWords words,
        SaveView save,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    ) => Save(null, words, save, asking, http, ct);

    private static Task<IResult> Change(
        Guid id,
        ViewWords words,
        SaveView save,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    ) => Save(id, words, save, asking, http, ct);

    private static async Task<IResult> Save(
        Guid? id,
        ViewWords words,
        SaveView save,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        var outcome = await save.Run(
            new(id, words.Name, words.Query, words.Shared, ETag.SeenIfAny(http.Request)),
            asking.Actor,
            ct
        );
        return Answer.Of(
            outcome,
            asking.Phrases,
            view =>
            {
                ETag.Write(http, view.Version);
                var wire = new ViewWire(view.Id, view.Name, view.Query, view.Shared, true);
                return id is null
                    ? TypedResults.Created($"/api/v1/load/views/{view.Id}", wire)
                    : TypedResults.Ok(wire);
            }
        );
    }

    private static async Task<IResult> Drop(
        Guid id,
        DropView drop,
        Asking asking,
        CancellationToken ct
    ) =>
        Answer.Of(
            await drop.Run(id, asking.Actor, ct),
            asking.Phrases,
            _ => TypedResults.NoContent()
        );
}

/// <param name="Query">The board's query string, without the question mark; without <c>from</c> it opens on the present week.</param>
public sealed record ViewWords(string? Name, string? Query, bool Shared = false);

/// <param name="Shared">Whether the others see it too.</param>
/// <param name="Mine">Whether the caller may change it.</param>
public sealed record ViewWire(Guid Id, string Name, string Query, bool Shared, bool Mine);

public sealed record ViewsWire(IReadOnlyList<ViewWire> Items, string? Next);

using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.UseCases;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.People.Api;

/// <summary>Named views of a page, for programs; each room that has such a page maps them beside its own routes.</summary>
internal static class ViewsApi
{
    /// <param name="page">The page's name in addresses and scopes: <c>load</c>.</param>
    /// <param name="noun">What the names of the routes call it: <c>Board</c>.</param>
    public static void Map(RouteGroupBuilder api, string page, string noun, string tag)
    {
        var (read, write) = (page + ":read", page + ":write");
        var views = api.MapGroup($"/{page}/views").WithTags(tag);
        views
            .MapGet(
                "/",
                async (ViewList list, Asking asking, CancellationToken ct) =>
                    TypedResults.Ok(
                        new ViewsWire(
                            [
                                .. (await list.Ask(page, asking.Actor, ct)).Select(
                                    v => new ViewWire(v.Id, v.Name, v.Query, v.Shared, v.Mine)
                                ),
                            ],
                            null
                        )
                    )
            )
            .Needs(read)
            .WithName($"List{noun}Views")
            .WithSummary("The caller's named views of the page, and those that others share.")
            .Produces<ViewsWire>();
        views
            .MapPost(
                "/",
                (
                    ViewWords words,
                    SaveView save,
                    Asking asking,
                    HttpContext http,
                    CancellationToken ct
                ) => Save(page, null, words, save, asking, http, ct)
            )
            .Needs(write)
            .WithName($"Add{noun}View")
            .WithSummary("Keeps a way of looking at the page under a name.")
            .Produces<ViewWire>(StatusCodes.Status201Created);
        views
            .MapPut(
                "/{id:guid}",
                (
                    Guid id,
                    ViewWords words,
                    SaveView save,
                    Asking asking,
                    HttpContext http,
                    CancellationToken ct
                ) => Save(page, id, words, save, asking, http, ct)
            )
            .Needs(write)
            .WithName($"Change{noun}View")
            .WithSummary(
                "Changes one of the caller's own views; If-Match is looked at when it is sent."
            )
            .Produces<ViewWire>();
        views
            .MapDelete("/{id:guid}", Drop)
            .Needs(write)
            .WithName($"Drop{noun}View")
            .WithSummary("Forgets one of the caller's own views.")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> Save(
        string page,
        Guid? id,
        ViewWords words,
        SaveView save,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        var outcome = await save.Run(
            new(page, id, words.Name, words.Query, words.Shared, ETag.SeenIfAny(http.Request)),
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
                    ? TypedResults.Created($"/api/v1/{page}/views/{view.Id}", wire)
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

/// <param name="Query">The page's query string, without the question mark; the board's opens on the present week without <c>from</c>.</param>
public sealed record ViewWords(string? Name, string? Query, bool Shared = false);

/// <param name="Shared">Whether the others see it too.</param>
/// <param name="Mine">Whether the caller may change it.</param>
public sealed record ViewWire(Guid Id, string Name, string Query, bool Shared, bool Mine);

public sealed record ViewsWire(IReadOnlyList<ViewWire> Items, string? Next);

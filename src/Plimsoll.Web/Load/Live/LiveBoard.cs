using Microsoft.AspNetCore.Antiforgery;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.Load.Live;

/// <summary>The stream of an open board, and where its readers are.</summary>
internal static class LiveBoard
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/load/live", Watch).ExcludeFromDescription();
        app.MapPost("/load/here", Here).ExcludeFromDescription();
    }

    private static async Task<IResult> Watch(HttpContext http, BoardFeed feed, Asking asking)
    {
        if (!asking.Actor.May(Right.SeeOwnTeam))
            return Answer.Problem(new NotAllowed(), asking.Phrases);
        var view = BoardView.Read(
            http.Request.QueryString.Value,
            Week.Of(new DateOnly(2000, 1, 3)),
            PlanUnit.Percent
        );
        return await EventStream.Follow(
            http,
            ct => feed.Join(asking.Actor, asking.Name, view, EventStream.Seen(http), ct),
            watcher => watcher.Events,
            feed.Leave
        );
    }

    private static async Task<IResult> Here(
        HereWire words,
        HttpContext http,
        IAntiforgery antiforgery,
        BoardFeed feed,
        Asking asking,
        CancellationToken ct
    )
    {
        if (!await antiforgery.IsRequestValidAsync(http))
            return Answer.Problem(new FormIsStale(), asking.Phrases);
        if (words.Cell is { Length: > BoardPresence.CellLimit })
            return Answer.Problem(new IsTooLong("cell", BoardPresence.CellLimit), asking.Phrases);
        await feed.Move(words.Stream, asking.Actor, words.Cell, ct);
        return TypedResults.NoContent();
    }

    internal sealed record HereWire(Guid Stream, string? Cell);
}

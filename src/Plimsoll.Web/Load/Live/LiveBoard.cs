using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.Load.Live;

/// <summary>
/// The stream of an open board: <c>text/event-stream</c>. It ends after some minutes and comes back by itself with the
/// last event it has seen, so a session that has ended does not look on.
/// </summary>
internal static class LiveBoard
{
    private static readonly TimeSpan PingsEvery = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan EndsAfter = TimeSpan.FromMinutes(10);

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
        using var end = CancellationTokenSource.CreateLinkedTokenSource(
            http.RequestAborted,
            http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping
        );
        var headers = http.Response.Headers;
        headers.ContentType = "text/event-stream; charset=utf-8";
        headers.CacheControl = "no-store";
        headers["X-Accel-Buffering"] = "no";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var watcher = await feed.Join(asking.Actor, asking.Name, view, Seen(http), end.Token);
        end.CancelAfter(EndsAfter);
        try
        {
            await Write(http.Response, watcher, end.Token);
        }
        catch (OperationCanceledException)
        {
            // She has closed the board, or the time of this stream is over.
        }
        finally
        {
            feed.Leave(watcher);
        }
        return TypedResults.Empty;
    }

    private static async Task Write(
        HttpResponse response,
        BoardWatcher watcher,
        CancellationToken ct
    )
    {
        await response.WriteAsync("retry: 1000\n\n", ct);
        while (true)
        {
            await response.Body.FlushAsync(ct);
            var more = watcher.Events.WaitToReadAsync(ct).AsTask();
            if (await Task.WhenAny(more, Task.Delay(PingsEvery, ct)) != more)
            {
                await response.WriteAsync("event: ping\ndata: {}\n\n", ct);
                continue;
            }
            if (!await more)
                return;
            while (watcher.Events.TryRead(out var happened))
            {
                if (happened.Id is { } id)
                    await response.WriteAsync(
                        string.Create(CultureInfo.InvariantCulture, $"id: {id}\n"),
                        ct
                    );
                await response.WriteAsync($"event: {happened.Name}\ndata: {happened.Data}\n\n", ct);
            }
        }
    }

    /// <summary>The last fact that her board shows: from the stream before, or from the page.</summary>
    private static long? Seen(HttpContext http)
    {
        var text = http.Request.Headers["Last-Event-ID"].ToString();
        if (text.Length == 0)
            text = http.Request.Query["after"].ToString();
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;
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

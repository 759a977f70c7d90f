using System.Globalization;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http.Features;

namespace Plimsoll.Web.Platform.Http;

/// <summary>An event of a stream, as it goes over the wire.</summary>
public readonly record struct LiveEvent(string Name, string Data, long? Id = null);

/// <summary>
/// An answer that goes on: <c>text/event-stream</c>. It ends after some minutes and comes back by itself with the last
/// event it has seen, so a session that has ended does not look on.
/// </summary>
internal static class EventStream
{
    private static readonly TimeSpan PingsEvery = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan EndsAfter = TimeSpan.FromMinutes(10);

    /// <summary>Writes what is told until the reader goes away, is sent away, or the time of the stream is over.</summary>
    /// <param name="join">Begins the telling.</param>
    /// <param name="leave">Ends it.</param>
    public static async Task<IResult> Follow<TWatcher>(
        HttpContext http,
        Func<CancellationToken, Task<TWatcher>> join,
        Func<TWatcher, ChannelReader<LiveEvent>> events,
        Action<TWatcher> leave
    )
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(
            http.RequestAborted,
            http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping
        );
        var headers = http.Response.Headers;
        headers.ContentType = "text/event-stream; charset=utf-8";
        headers.CacheControl = "no-store";
        headers["X-Accel-Buffering"] = "no";
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var watcher = await join(end.Token);
        end.CancelAfter(EndsAfter);
        try
        {
            await Write(http.Response, events(watcher), end.Token);
        }
        catch (OperationCanceledException)
        {
            // She has closed the page, or the time of this stream is over.
        }
        finally
        {
            leave(watcher);
        }
        return TypedResults.Empty;
    }

    /// <summary>The last fact that her page shows: from the stream before, or from the page.</summary>
    public static long? Seen(HttpContext http)
    {
        var text = http.Request.Headers["Last-Event-ID"].ToString();
        if (text.Length == 0)
            text = http.Request.Query["after"].ToString();
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;
    }

    private static async Task Write(
        HttpResponse response,
        ChannelReader<LiveEvent> events,
        CancellationToken ct
    )
    {
        await response.WriteAsync("retry: 1000\n\n", ct);
        while (true)
        {
            await response.Body.FlushAsync(ct);
            var more = events.WaitToReadAsync(ct).AsTask();
            if (await Task.WhenAny(more, Task.Delay(PingsEvery, ct)) != more)
            {
                await response.WriteAsync("event: ping\ndata: {}\n\n", ct);
                continue;
            }
            if (!await more)
                return;
            while (events.TryRead(out var happened))
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
}

using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.Tasks.Live;

/// <summary>The stream of open tasks: which of them have changed.</summary>
internal static class LiveTasks
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/tasks/live", Watch).ExcludeFromDescription();

    private static async Task<IResult> Watch(HttpContext http, TaskFeed feed, Asking asking) =>
        asking.Actor.May(Right.WorkOnTasks)
            ? await EventStream.Follow(
                http,
                _ => Task.FromResult(feed.Join(asking.Actor, EventStream.Seen(http))),
                watcher => watcher.Events,
                feed.Leave
            )
            : Answer.Problem(new NotAllowed(), asking.Phrases);
}

using Microsoft.Net.Http.Headers;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.SignIn.Queries;

namespace Plimsoll.Web.SignIn;

/// <summary>
/// The door for calendar programs: <c>/feeds/{secret}.ics</c>. The address itself is the key. Wrong ones are not counted
/// as failures: old calendars go on asking for years, often from the network address of a whole office.
/// </summary>
internal static class FeedDoor
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapMethods("/feeds/{token}.ics", [HttpMethods.Get, HttpMethods.Head], Read)
            .AllowAnonymous()
            .ExcludeFromDescription();

    /// <param name="tasks"><c>todos</c> for to-dos; all-day events otherwise, since most calendars show no to-dos.</param>
    private static async Task<IResult> Read(
        string token,
        string? tasks,
        ReadFeed feed,
        Asking asking,
        HttpContext http
    )
    {
        if (await feed.Ask(token, tasks == "todos", http.RequestAborted) is not { } read)
            return TypedResults.Text(
                asking.Phrases["ui.notfound.title"],
                "text/plain",
                statusCode: StatusCodes.Status404NotFound
            );
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        return TypedResults.Bytes(
            read.Text,
            "text/calendar; charset=utf-8",
            lastModified: new DateTimeOffset(read.Modified),
            entityTag: new EntityTagHeaderValue($"\"{read.Hash}\"")
        );
    }
}

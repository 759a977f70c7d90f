using System.Text.Json;
using Plimsoll.Web.Desk.Queries;
using Plimsoll.Web.Desk.UseCases;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.Desk.Api;

/// <summary>What the caller was told in the product.</summary>
internal static class NoticesApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var notices = api.MapGroup("/notices").WithTags("Notices");
        notices
            .MapGet("/", List)
            .Needs("notices:read")
            .WithName("ListNotices")
            .WithSummary("The caller's latest notices, unread ones first.")
            .Produces<NoticesWire>();
        notices
            .MapPost("/read", Read)
            .Needs("notices:write")
            .WithName("ReadNotices")
            .WithSummary("Marks one of the caller's notices as read, or all of them.")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> List(
        MyNotices notices,
        Asking asking,
        CancellationToken ct
    ) =>
        TypedResults.Ok(
            new NoticesWire(
                [
                    .. (await notices.Ask(asking.Actor, ct)).Select(n => new NoticeWire(
                        n.Id,
                        n.Kind,
                        n.Words,
                        n.Lines,
                        n.Link,
                        n.At,
                        n.IsRead
                    )),
                ],
                null
            )
        );

    private static async Task<IResult> Read(
        ReadWire? words,
        ReadNotices read,
        Asking asking,
        CancellationToken ct
    ) =>
        Answer.Of(
            await read.Run(words?.Id, asking.Actor, ct),
            asking.Phrases,
            _ => TypedResults.NoContent()
        );
}

/// <param name="Kind">What happened: <c>load.hold-lapsed</c>.</param>
/// <param name="Words">What it is about; the words differ from kind to kind.</param>
public sealed record NoticeWire(
    Guid Id,
    string Kind,
    JsonElement Words,
    IReadOnlyList<JsonElement> Lines,
    string? Link,
    DateTime At,
    bool IsRead
);

public sealed record NoticesWire(IReadOnlyList<NoticeWire> Items, string? Next);

/// <param name="Id">One notice; all of them when missing.</param>
public sealed record ReadWire(Guid? Id);

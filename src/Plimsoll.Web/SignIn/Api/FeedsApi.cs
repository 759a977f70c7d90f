using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.SignIn.Queries;
using Plimsoll.Web.SignIn.UseCases;

namespace Plimsoll.Web.SignIn.Api;

/// <summary>The caller's own calendar addresses, for programs.</summary>
internal static class FeedsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var feeds = api.MapGroup("/me/feeds").WithTags("Me");
        feeds
            .MapGet("/", List)
            .Needs("feeds:read")
            .WithName("ListFeeds")
            .WithSummary("The caller's calendar addresses that still lead somewhere, by name.")
            .Produces<FeedsWire>();
        feeds
            .MapPost("/", Add)
            .Needs("feeds:write")
            .WithName("AddFeed")
            .WithSummary("Makes a calendar address; it is in the answer and nowhere else.")
            .NeverStored()
            .Produces<NewFeedWire>(StatusCodes.Status201Created);
        feeds
            .MapPost("/{feed:guid}/renew", Renew)
            .Needs("feeds:write")
            .WithName("RenewFeed")
            .WithSummary("Makes another address; the one before leads nowhere from now on.")
            .NeverStored()
            .Produces<NewFeedWire>();
        feeds
            .MapPost("/{feed:guid}/revoke", Revoke)
            .Needs("feeds:write")
            .WithName("RevokeFeed")
            .WithSummary("Takes a calendar address back.")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> List(OwnFeeds own, Asking asking, CancellationToken ct) =>
        TypedResults.Ok(
            new FeedsWire(
                [
                    .. (await own.Ask(asking.Actor, ct)).Select(f => new FeedWire(
                        f.Id,
                        f.Name,
                        f.Made,
                        f.Used
                    )),
                ],
                null
            )
        );

    private static async Task<IResult> Add(
        FeedWords words,
        AddFeed add,
        Asking asking,
        CancellationToken ct
    ) =>
        Answer.Of(
            await add.Run(words.Name, asking.Actor, ct),
            asking.Phrases,
            made => TypedResults.Created(made.Path, new NewFeedWire(made.Id, made.Path))
        );

    private static async Task<IResult> Renew(
        Guid feed,
        RenewFeed renew,
        Asking asking,
        CancellationToken ct
    ) =>
        Answer.Of(
            await renew.Run(feed, asking.Actor, ct),
            asking.Phrases,
            made => TypedResults.Ok(new NewFeedWire(made.Id, made.Path))
        );

    private static async Task<IResult> Revoke(
        Guid feed,
        RevokeFeed revoke,
        Asking asking,
        CancellationToken ct
    ) =>
        Answer.Of(
            await revoke.Run(feed, asking.Actor, ct),
            asking.Phrases,
            _ => TypedResults.NoContent()
        );
}

/// <param name="Used">When a program last asked there, to five minutes.</param>
public sealed record FeedWire(Guid Id, string Name, DateTime Made, DateTime? Used);

public sealed record FeedsWire(IReadOnlyList<FeedWire> Items, string? Next);

/// <param name="Name">The program it is for, so that it can be told from others.</param>
public sealed record FeedWords(string? Name);

/// <summary>A calendar address that was just made.</summary>
/// <param name="Path">The address without the server's; it is not shown again.</param>
public sealed record NewFeedWire(Guid Id, string Path);

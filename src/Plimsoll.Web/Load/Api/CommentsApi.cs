using Microsoft.AspNetCore.Mvc;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Load.UseCases;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.Load.Api;

/// <summary>Comments on cells of the plan.</summary>
internal static class CommentsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var comments = api.MapGroup("/load/comments").WithTags("Load");
        comments
            .MapGet("/", List)
            .Needs(LoadApi.Read)
            .WithName("ListPlanComments")
            .WithSummary("What was said of a person's week.")
            .Produces<CommentsWire>();
        comments
            .MapPost("/", Add)
            .Needs(LoadApi.Write)
            .WithName("CommentOnPlan")
            .WithSummary("Says something of a person's week, or of it on one project.")
            .Produces<CommentAddedWire>(StatusCodes.Status201Created);
        comments
            .MapDelete("/{id:guid}", Remove)
            .Needs(LoadApi.Write)
            .WithName("RemovePlanComment")
            .WithSummary(
                "Takes away a comment: one's own, or anybody's for the heads of the agency."
            )
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> List(
        CellRemarks remarks,
        Asking asking,
        [FromQuery] Guid person,
        [FromQuery] string? week,
        CancellationToken ct
    ) =>
        !Week.TryParse(week, out var of)
            ? Answer.Problem(new IsNotUnderstood("week"), asking.Phrases)
            : Answer.Of(
                await remarks.Ask(new(person), of, asking.Actor, ct),
                asking.Phrases,
                said => TypedResults.Ok(new CommentsWire([.. said.Select(CommentWire.Of)], null))
            );

    private static async Task<IResult> Add(
        CommentWords words,
        CommentOnCell comment,
        Asking asking,
        CancellationToken ct
    ) =>
        !Week.TryParse(words.Week, out var week)
            ? Answer.Problem(new IsNotUnderstood("week"), asking.Phrases)
            : Answer.Of(
                await comment.Run(
                    new(
                        new(words.Person),
                        words.Project is { } project ? new ProjectId(project) : null,
                        week,
                        words.Text
                    ),
                    asking.Actor,
                    ct
                ),
                asking.Phrases,
                id => TypedResults.Created($"/api/v1/load/comments/{id}", new CommentAddedWire(id))
            );

    private static async Task<IResult> Remove(
        Guid id,
        RemoveComment remove,
        Asking asking,
        CancellationToken ct
    ) =>
        Answer.Of(
            await remove.Run(id, asking.Actor, ct),
            asking.Phrases,
            _ => TypedResults.NoContent()
        );
}

public sealed record CommentWords(Guid Person, string? Week, string? Text, Guid? Project = null);

public sealed record CommentAddedWire(Guid Id);

public sealed record CommentsWire(IReadOnlyList<CommentWire> Items, string? Next);

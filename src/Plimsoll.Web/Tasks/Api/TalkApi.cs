using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Text;
using Plimsoll.Web.Tasks.Queries;
using Plimsoll.Web.Tasks.UseCases;

namespace Plimsoll.Web.Tasks.Api;

/// <summary>What is said about tasks, for programs and for the scripts of the pages.</summary>
internal static class TalkApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var talk = api.MapGroup("/tasks/{id:guid}").WithTags("Tasks");
        talk.MapGet("/comments", List)
            .Needs(TasksApi.Read)
            .WithName("ListTaskComments")
            .WithSummary("What was said about a task: the latest 200 comments, or all of them.")
            .Produces<TalkWire>();
        talk.MapPost("/comments", Add)
            .Needs(TasksApi.Write)
            .WithName("AddTaskComment")
            .WithSummary("Says something about a task, inside the team or to the client.")
            .Produces<TaskCommentWire>(StatusCodes.Status201Created);
        talk.MapGet("/talk", News)
            .Needs(TasksApi.Read)
            .WithName("WaitForTalk")
            .WithSummary(
                "The stamp of the talk; with the one that was seen, it answers when there is another, or after 25 seconds."
            )
            .Produces<TalkStampWire>();
        talk.MapGet("/people", People)
            .Needs(TasksApi.Read)
            .WithName("ListTaskPeople")
            .WithSummary("People who see the task and can be mentioned, found by name.")
            .Produces<TaskPeopleWire>();
        talk.MapGet("/files", OfTask)
            .Needs(TasksApi.Read)
            .WithName("ListTaskFiles")
            .WithSummary("The files that a task and the comments on it hold, oldest first.")
            .Produces<TaskFilesWire>();
        MapOne(api.MapGroup("/comments/{id:guid}").WithTags("Tasks"));
    }

    private static void MapOne(RouteGroupBuilder comment)
    {
        comment
            .MapGet("/", One)
            .Needs(TasksApi.Read)
            .WithName("GetTaskComment")
            .WithSummary("One comment.")
            .Produces<TaskCommentWire>();
        comment
            .MapPatch("/", Edit)
            .Needs(TasksApi.Write)
            .WithName("EditTaskComment")
            .WithSummary(
                "Says it in other words, by its author; If-Match names the version it was made from."
            )
            .Produces<TaskCommentWire>();
        comment
            .MapDelete("/", Delete)
            .Needs(TasksApi.Write)
            .WithName("DeleteTaskComment")
            .WithSummary("Deletes a comment; the caller can put it back within a day.")
            .Produces(StatusCodes.Status204NoContent);
        comment
            .MapPost("/put-back", PutBack)
            .Needs(TasksApi.Write)
            .WithName("PutBackTaskComment")
            .WithSummary("Puts back a comment that the caller has deleted.")
            .Produces<TaskCommentWire>();
        comment
            .MapGet("/versions", Versions)
            .Needs(TasksApi.Read)
            .WithName("ListTaskCommentVersions")
            .WithSummary("What a comment says and said before, the present words first.")
            .Produces<CommentVersionsWire>();
        comment
            .MapPut("/reactions/{reaction}", React)
            .Needs(TasksApi.Write)
            .WithName("ReactToTaskComment")
            .WithSummary(
                "Sets the caller's reaction: thumbs-up, heart, laugh, party, eyes or check."
            )
            .Produces<TaskCommentWire>();
        comment
            .MapDelete("/reactions/{reaction}", TakeBack)
            .Needs(TasksApi.Write)
            .WithName("TakeBackReaction")
            .WithSummary("Takes back the caller's reaction.")
            .Produces<TaskCommentWire>();
    }

    private static async Task<IResult> List(
        Guid id,
        bool? all,
        TaskCard tasks,
        TaskTalk talk,
        Asking asking,
        CancellationToken ct
    )
    {
        if ((await tasks.Ask(id.ToString(), asking.Actor, ct)).Refused(out var no, out var card))
            return Answer.Problem(no, asking.Phrases);
        var view = await talk.Ask(card.Row, asking.Actor, ct, all == true);
        return TypedResults.Ok(
            new TalkWire(
                [.. view.Comments.Select(TaskCommentWire.Of)],
                view.Total,
                view.Earlier,
                view.MayTellClient,
                view.Stamp
            )
        );
    }

    private static async Task<IResult> Add(
        Guid id,
        TaskCommentWords words,
        AddComment add,
        TaskTalk talk,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (words.For is not (null or "internal" or "client"))
            return Answer.Problem(new IsNotUnderstood("for"), asking.Phrases);
        var command = new AddComment.Command(
            new(id),
            words.Text,
            words.For == "client",
            words.Files
        );
        if ((await add.Run(command, asking.Actor, null, ct)).Refused(out var no, out var said))
            return Answer.Problem(no, asking.Phrases);
        return Answer.Of(
            await talk.One(said, asking.Actor, ct),
            asking.Phrases,
            row =>
            {
                ETag.Write(http, row.Version);
                return TypedResults.Created($"/api/v1/comments/{said}", TaskCommentWire.Of(row));
            }
        );
    }

    private static async Task<IResult> News(
        Guid id,
        string? seen,
        TalkNews news,
        Asking asking,
        CancellationToken ct
    ) =>
        Answer.Of(
            await news.Ask(new(id), seen, asking.Actor, ct),
            asking.Phrases,
            stamp => TypedResults.Ok(new TalkStampWire(stamp))
        );

    private static async Task<IResult> People(
        Guid id,
        string? q,
        WhoSeesTask who,
        Asking asking,
        CancellationToken ct
    ) =>
        Answer.Of(
            await who.Ask(new(id), q, asking.Actor, ct),
            asking.Phrases,
            people =>
                TypedResults.Ok(
                    new TaskPeopleWire([
                        .. people.Select(p => new TaskNameWire(p.Id.Value, p.Name)),
                    ])
                )
        );

    private static async Task<IResult> OfTask(
        Guid id,
        TaskCard tasks,
        TaskFiles files,
        Asking asking,
        CancellationToken ct
    ) =>
        (await tasks.Ask(id.ToString(), asking.Actor, ct)).Refused(out var no, out var card)
            ? Answer.Problem(no, asking.Phrases)
            : TypedResults.Ok(
                new TaskFilesWire([
                    .. (await files.Ask(card.Row.Id, asking.Actor, ct)).Select(TaskFileWire.Of),
                ])
            );

    private static async Task<IResult> One(
        Guid id,
        TaskTalk talk,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    ) =>
        Answer.Of(
            await talk.One(new(id), asking.Actor, ct),
            asking.Phrases,
            row =>
            {
                ETag.Write(http, row.Version);
                return TypedResults.Ok(TaskCommentWire.Of(row));
            }
        );

    private static async Task<IResult> Edit(
        Guid id,
        TaskCommentWords words,
        EditComment edit,
        TaskTalk talk,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (ETag.Seen(http.Request).Refused(out var unseen, out var version))
            return Answer.Problem(unseen, asking.Phrases);
        var done = await edit.Run(new(new(id), words.Text, version), asking.Actor, ct);
        return await Told(done, id, talk, asking, http, ct);
    }

    private static async Task<IResult> Delete(
        Guid id,
        DeleteComment delete,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    ) =>
        Answer.Of(
            await delete.Run(new(new(id), ETag.SeenIfAny(http.Request)), asking.Actor, ct),
            asking.Phrases,
            _ => TypedResults.NoContent()
        );

    private static async Task<IResult> PutBack(
        Guid id,
        PutBackComment putBack,
        TaskTalk talk,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    ) => await Told(await putBack.Run(new(id), asking.Actor, ct), id, talk, asking, http, ct);

    private static async Task<IResult> Versions(
        Guid id,
        CommentVersions versions,
        Asking asking,
        CancellationToken ct
    ) =>
        Answer.Of(
            await versions.Ask(new(id), asking.Actor, ct),
            asking.Phrases,
            view =>
                TypedResults.Ok(
                    new CommentVersionsWire([
                        .. view.Versions.Select(v => new CommentVersionWire(
                            v.Number,
                            v.Text,
                            v.At
                        )),
                    ])
                )
        );

    private static Task<IResult> React(
        Guid id,
        string reaction,
        ReactToComment react,
        TaskTalk talk,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    ) => Set(id, reaction, true, react, talk, asking, http, ct);

    private static Task<IResult> TakeBack(
        Guid id,
        string reaction,
        ReactToComment react,
        TaskTalk talk,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    ) => Set(id, reaction, false, react, talk, asking, http, ct);

    private static async Task<IResult> Set(
        Guid id,
        string reaction,
        bool on,
        ReactToComment react,
        TaskTalk talk,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    ) =>
        Kebab.Read<Reaction>(reaction) is { } kind
            ? await Told(
                await react.Run(new(new(id), kind, on), asking.Actor, ct),
                id,
                talk,
                asking,
                http,
                ct
            )
            : Answer.Problem(new IsNotUnderstood("reaction"), asking.Phrases);

    private static async Task<IResult> Told(
        Outcome<Done> done,
        Guid id,
        TaskTalk talk,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    ) =>
        done.Refusal is { } no
            ? Answer.Problem(no, asking.Phrases)
            : await One(id, talk, asking, http, ct);
}

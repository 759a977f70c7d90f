using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Clients.UseCases;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.Clients.Api;

/// <summary>The streams of a project, for programs; each change answers with the project and its new ETag.</summary>
internal static class StreamsApi
{
    private const string Write = "clients:write";

    public static void Map(RouteGroupBuilder api)
    {
        var streams = api.MapGroup("/projects/{id:guid}/streams").WithTags("Projects");
        streams
            .MapPost("/", Add)
            .Needs(Write)
            .WithName("AddStream")
            .WithSummary("Adds a stream to a project.")
            .Produces<ProjectWire>(StatusCodes.Status201Created);
        streams
            .MapPut("/{stream:guid}", Rename)
            .Needs(Write)
            .WithName("RenameStream")
            .WithSummary("Renames a stream; If-Match is the project's.")
            .Produces<ProjectWire>();
        streams
            .MapDelete("/{stream:guid}", Remove)
            .Needs(Write)
            .WithName("RemoveStream")
            .WithSummary("Takes a stream out of a project; If-Match is the project's.")
            .Produces<ProjectWire>();
    }

    private static async Task<IResult> Add(
        Guid id,
        StreamWords words,
        AddStream add,
        ProjectCard projects,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        var command = new AddStream.Command(new(id), ETag.SeenIfAny(http.Request), words.Name);
        if ((await add.Run(command, asking.Actor, ct)).Refused(out var no, out _))
            return Answer.Problem(no, asking.Phrases);
        return Answer.Of(
            await projects.Ask(new(id), asking.Actor, asking.Phrases.Culture, ct),
            asking.Phrases,
            view =>
            {
                ETag.Write(http, view.Version);
                return TypedResults.Created($"/api/v1/projects/{id}", ProjectWire.Of(view));
            }
        );
    }

    private static async Task<IResult> Rename(
        Guid id,
        Guid stream,
        StreamWords words,
        RenameStream rename,
        ProjectCard projects,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (ETag.Seen(http.Request).Refused(out var unseen, out var version))
            return Answer.Problem(unseen, asking.Phrases);
        var command = new RenameStream.Command(new(id), version, new(stream), words.Name);
        var done = await rename.Run(command, asking.Actor, ct);
        return done.Refusal is { } no
            ? Answer.Problem(no, asking.Phrases)
            : await ProjectsApi.One(id, projects, asking, http, ct);
    }

    private static async Task<IResult> Remove(
        Guid id,
        Guid stream,
        RemoveStream remove,
        ProjectCard projects,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (ETag.Seen(http.Request).Refused(out var unseen, out var version))
            return Answer.Problem(unseen, asking.Phrases);
        var done = await remove.Run(new(new(id), version, new(stream)), asking.Actor, ct);
        return done.Refusal is { } no
            ? Answer.Problem(no, asking.Phrases)
            : await ProjectsApi.One(id, projects, asking, http, ct);
    }
}

using Microsoft.AspNetCore.Mvc;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Clients.UseCases;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Clients.Api;

/// <summary>Projects, for programs.</summary>
internal static class ProjectsApi
{
    private const string Read = "clients:read";
    private const string Write = "clients:write";

    public static void Map(RouteGroupBuilder api)
    {
        var projects = api.MapGroup("/projects").WithTags("Projects");
        projects
            .MapGet("/", List)
            .Needs(Read)
            .WithName("ListProjects")
            .WithSummary(
                "The projects the caller may see; sort is name, client, stage, manager, starts or ends, with - before it from the end."
            )
            .Produces<PageOf<ProjectRowWire>>();
        projects
            .MapGet("/{id:guid}", One)
            .Needs(Read)
            .WithName("GetProject")
            .WithSummary("One project, with its streams and the stages that may follow.")
            .Produces<ProjectWire>();
        projects
            .MapPost("/", Add)
            .Needs(Write)
            .WithName("AddProject")
            .WithSummary("Adds a project for a client, or internal work without one.")
            .Produces<ProjectWire>(StatusCodes.Status201Created);
        projects
            .MapPut("/{id:guid}", Change)
            .Needs(Write)
            .WithName("ChangeProject")
            .WithSummary("Changes all that is said of a project but its streams.")
            .Produces<ProjectWire>();
    }

    private static async Task<IResult> List(
        ProjectList projects,
        Asking asking,
        [FromQuery] string? q,
        [FromQuery] Guid? client,
        [FromQuery] string? kind,
        [FromQuery] string? stage,
        [FromQuery] Guid? manager,
        [FromQuery] bool? archived,
        [FromQuery] string? sort,
        [FromQuery] string? cursor,
        [FromQuery] int? limit,
        CancellationToken ct
    )
    {
        if (kind is not null && Kebab.Read<ProjectKind>(kind) is null)
            return Answer.Problem(new IsNotUnderstood("kind"), asking.Phrases);
        if (stage is not null && Kebab.Read<Stage>(stage) is null)
            return Answer.Problem(new IsNotUnderstood("stage"), asking.Phrases);
        var filter = new ProjectList.Filter(
            q,
            client is { } c ? new ClientId(c) : null,
            Kebab.Read<ProjectKind>(kind),
            Kebab.Read<Stage>(stage),
            manager is { } m ? new PersonId(m) : null,
            archived ?? false,
            sort,
            false,
            cursor,
            limit
        );
        var page = await projects.Ask(filter, asking.Actor, asking.Phrases.Culture, ct);
        return Answer.Page(page, ProjectRowWire.Of, asking.Phrases);
    }

    internal static async Task<IResult> One(
        Guid id,
        ProjectCard projects,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    ) =>
        Answer.Of(
            await projects.Ask(new(id), asking.Actor, asking.Phrases.Culture, ct),
            asking.Phrases,
            view =>
            {
                ETag.Write(http, view.Version);
                return TypedResults.Ok(ProjectWire.Of(view));
            }
        );

    private static async Task<IResult> Add(
        NewProjectWords words,
        AddProject add,
        ProjectCard projects,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (Kebab.Read<ProjectKind>(words.Kind) is not { } kind)
            return Answer.Problem(Unread(words.Kind, "kind"), asking.Phrases);
        if (words.Stage is not null && Kebab.Read<Stage>(words.Stage) is null)
            return Answer.Problem(new IsNotUnderstood("stage"), asking.Phrases);
        var command = new AddProject.Command(
            words.Name,
            words.Client is { } c ? new ClientId(c) : null,
            kind,
            Kebab.Read<Stage>(words.Stage),
            words.Code,
            words.Colour,
            words.Manager is { } m ? new PersonId(m) : null,
            words.Starts,
            words.Ends,
            words.Streams
        );
        if ((await add.Run(command, asking.Actor, ct)).Refused(out var no, out var id))
            return Answer.Problem(no, asking.Phrases);
        return Answer.Of(
            await projects.Ask(id, asking.Actor, asking.Phrases.Culture, ct),
            asking.Phrases,
            view =>
            {
                ETag.Write(http, view.Version);
                return TypedResults.Created($"/api/v1/projects/{id}", ProjectWire.Of(view));
            }
        );
    }

    private static async Task<IResult> Change(
        Guid id,
        ProjectWords words,
        ChangeProject change,
        ProjectCard projects,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (ETag.Seen(http.Request).Refused(out var unseen, out var version))
            return Answer.Problem(unseen, asking.Phrases);
        if (Kebab.Read<ProjectKind>(words.Kind) is not { } kind)
            return Answer.Problem(Unread(words.Kind, "kind"), asking.Phrases);
        if (Kebab.Read<Stage>(words.Stage) is not { } stage)
            return Answer.Problem(Unread(words.Stage, "stage"), asking.Phrases);
        var command = new ChangeProject.Command(
            new(id),
            version,
            words.Name,
            words.Code,
            words.Client is { } c ? new ClientId(c) : null,
            kind,
            stage,
            words.Colour,
            words.Manager is { } m ? new PersonId(m) : null,
            words.Starts,
            words.Ends
        );
        var done = await change.Run(command, asking.Actor, ct);
        return done.Refusal is { } no
            ? Answer.Problem(no, asking.Phrases)
            : await One(id, projects, asking, http, ct);
    }

    internal static Refusal Unread(string? word, string field) =>
        string.IsNullOrWhiteSpace(word) ? new IsMissing(field) : new IsNotUnderstood(field);
}

using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Clients.UseCases;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Clients.Api;

/// <summary>Where a project stands and whether it is still there, for programs: stage, archive, deletion.</summary>
internal static class ProjectStateApi
{
    private const string Write = "clients:write";

    public static void Map(RouteGroupBuilder api)
    {
        var projects = api.MapGroup("/projects").WithTags("Projects");
        projects
            .MapPut("/{id:guid}/stage", Move)
            .Needs(Write)
            .WithName("ChangeStage")
            .WithSummary("Moves a project to another stage.")
            .Produces<ProjectWire>();
        projects
            .MapPost("/{id:guid}/archive", Archive)
            .Needs(Write)
            .WithName("ArchiveProject")
            .WithSummary("Puts a project away; its history stays, and it takes no new bookings.")
            .Produces<ProjectWire>();
        projects
            .MapPost("/{id:guid}/restore", Restore)
            .Needs(Write)
            .WithName("RestoreProject")
            .WithSummary("Takes a project out of the archive.")
            .Produces<ProjectWire>();
        projects
            .MapDelete("/{id:guid}", Delete)
            .Needs(Write)
            .WithName("DeleteProject")
            .WithSummary("Deletes a project that nothing depends on.")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> Move(
        Guid id,
        StageWords words,
        ChangeStage change,
        ProjectCard projects,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (ETag.Seen(http.Request).Refused(out var unseen, out var version))
            return Answer.Problem(unseen, asking.Phrases);
        if (Kebab.Read<Stage>(words.Stage) is not { } stage)
            return Answer.Problem(ProjectsApi.Unread(words.Stage, "stage"), asking.Phrases);
        var done = await change.Run(new(new(id), version, stage), asking.Actor, ct);
        return done.Refusal is { } no
            ? Answer.Problem(no, asking.Phrases)
            : await ProjectsApi.One(id, projects, asking, http, ct);
    }

    private static async Task<IResult> Archive(
        Guid id,
        ArchiveProject archive,
        ProjectCard projects,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        var done = await archive.Run(new(new(id), ETag.SeenIfAny(http.Request)), asking.Actor, ct);
        return done.Refusal is { } no
            ? Answer.Problem(no, asking.Phrases)
            : await ProjectsApi.One(id, projects, asking, http, ct);
    }

    private static async Task<IResult> Restore(
        Guid id,
        RestoreProject restore,
        ProjectCard projects,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        var done = await restore.Run(new(new(id), ETag.SeenIfAny(http.Request)), asking.Actor, ct);
        return done.Refusal is { } no
            ? Answer.Problem(no, asking.Phrases)
            : await ProjectsApi.One(id, projects, asking, http, ct);
    }

    private static async Task<IResult> Delete(
        Guid id,
        DeleteProject delete,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (ETag.Seen(http.Request).Refused(out var unseen, out var version))
            return Answer.Problem(unseen, asking.Phrases);
        return Answer.Of(
            await delete.Run(new(new(id), version), asking.Actor, ct),
            asking.Phrases,
            _ => TypedResults.NoContent()
        );
    }
}

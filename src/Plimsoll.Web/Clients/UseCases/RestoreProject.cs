using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Clients.UseCases;

/// <summary>Takes a project out of the archive again.</summary>
public sealed class RestoreProject(
    IDbContextFactory<PlimsollDb> store,
    IBookedProjects booked,
    TimeProvider clock
)
{
    public sealed record Command(ProjectId Project, SeenVersion Seen);

    public async Task<Outcome<Done>> Run(Command command, Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await store.CreateDbContextAsync(ct);
        if (
            (await db.ProjectToManage(booked, command.Project, command.Seen, actor, ct)).Refused(
                out var no,
                out var project
            )
        )
            return no;
        if (project.Archived is null)
            return Done.It;
        project.Restore();
        db.Record(
            "clients.project-restored",
            project.Id.Value,
            actor,
            now,
            about: new { client = project.Client?.Value }
        );
        return await db.Save(ct) is { } collided ? collided : Done.It;
    }
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Clients.UseCases;

/// <summary>Removes a project that nothing depends on; what time was ever planned on is archived.</summary>
public sealed class DeleteProject(
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
        _ = db.Remove(project);
        db.Record(
            "clients.project-deleted",
            project.Id.Value,
            actor,
            now,
            project,
            new { client = project.Client?.Value }
        );
        return await db.Save(ct) is { } stays ? stays : Done.It;
    }
}

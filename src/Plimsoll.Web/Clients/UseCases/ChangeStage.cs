using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Clients.UseCases;

/// <summary>A pitch is won, work begins, pauses, ends: the stage alone, from wherever the project is shown.</summary>
public sealed class ChangeStage(
    IDbContextFactory<PlimsollDb> store,
    IBookedProjects booked,
    TimeProvider clock
)
{
    public sealed record Command(ProjectId Project, SeenVersion Seen, Stage Stage);

    public async Task<Outcome<Done>> Run(Command command, Actor actor, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        if (
            (await db.ProjectToManage(booked, command.Project, command.Seen, actor, ct)).Refused(
                out var no,
                out var project
            )
        )
            return no;
        if (project.ChangeStage(command.Stage) is { } stays)
            return stays;
        if (!db.ChangeTracker.HasChanges())
            return Done.It;
        db.Record(
            "clients.project-stage-changed",
            project.Id.Value,
            actor,
            clock.GetUtcNow().UtcDateTime,
            project,
            new { client = project.Client?.Value }
        );
        return await db.Save(ct) is { } collided ? collided : Done.It;
    }
}

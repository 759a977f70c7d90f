using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Clients.UseCases;

/// <summary>Puts a project away: out of lists and choices, still in everything that was. It takes no new bookings then.</summary>
public sealed class ArchiveProject(
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
        if (project.Archived is not null)
            return Done.It;
        project.Archive(actor.Person, now);
        db.Record(
            "clients.project-archived",
            project.Id.Value,
            actor,
            now,
            about: new { client = project.Client?.Value }
        );
        return await db.Save(ct) is { } collided ? collided : Done.It;
    }
}

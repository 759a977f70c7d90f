using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Clients.UseCases;

/// <summary>Takes a stream out of a project.</summary>
public sealed class RemoveStream(
    IDbContextFactory<PlimsollDb> store,
    IBookedProjects booked,
    TimeProvider clock
)
{
    public sealed record Command(ProjectId Project, SeenVersion Seen, StreamId Stream);

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
        var name = project.Streams.FirstOrDefault(s => s.Id == command.Stream)?.Name;
        if (project.RemoveStream(command.Stream) is { } wrong)
            return wrong;
        db.Record(
            "clients.stream-removed",
            project.Id.Value,
            actor,
            now,
            about: new { stream = name }
        );
        return await db.Save(ct) is { } collided ? collided : Done.It;
    }
}

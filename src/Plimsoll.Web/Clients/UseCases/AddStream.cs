using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Clients.UseCases;

/// <summary>A kind of work within a project: content, promotion, creative (PRODUCT 1).</summary>
public sealed class AddStream(
    IDbContextFactory<PlimsollDb> store,
    IBookedProjects booked,
    TimeProvider clock
)
{
    public sealed record Command(ProjectId Project, SeenVersion Seen, string? Name);

    public async Task<Outcome<StreamId>> Run(Command command, Actor actor, CancellationToken ct)
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
        if (project.AddStream(command.Name).Refused(out var wrong, out var stream))
            return wrong;
        db.Record(
            "clients.stream-added",
            project.Id.Value,
            actor,
            now,
            about: new { stream = project.Streams[^1].Name }
        );
        return await db.Save(ct) is { } collided ? collided : stream;
    }
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Clients.UseCases;

/// <summary>Another name for a stream of a project.</summary>
public sealed class RenameStream(
    IDbContextFactory<PlimsollDb> store,
    IBookedProjects booked,
    TimeProvider clock
)
{
    public sealed record Command(
        ProjectId Project,
        SeenVersion Seen,
        StreamId Stream,
        string? Name
    );

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
        var before = project.Streams.FirstOrDefault(s => s.Id == command.Stream)?.Name;
        if (project.RenameStream(command.Stream, command.Name) is { } wrong)
            return wrong;
        if (!db.ChangeTracker.HasChanges())
            return Done.It;
        var after = project.Streams.First(s => s.Id == command.Stream).Name;
        db.Record(
            "clients.stream-renamed",
            project.Id.Value,
            actor,
            now,
            about: new { before, stream = after }
        );
        return await db.Save(ct) is { } collided ? collided : Done.It;
    }
}

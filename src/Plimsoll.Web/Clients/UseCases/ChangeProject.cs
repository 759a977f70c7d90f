using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Clients.UseCases;

/// <summary>What a project is called, whose it is, how it is sold, who manages it and when it runs.</summary>
public sealed class ChangeProject(
    IDbContextFactory<PlimsollDb> store,
    IBookedProjects booked,
    TimeProvider clock
)
{
    public sealed record Command(
        ProjectId Project,
        SeenVersion Seen,
        string? Name,
        string? Code,
        ClientId? Client,
        ProjectKind Kind,
        Stage Stage,
        int Colour,
        PersonId? Manager,
        DateOnly? Starts,
        DateOnly? Ends
    );

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
        if (Describe(project, command) is { } wrong)
            return wrong;
        if (await db.NameByCode(project, command.Code, ct) is { } taken)
            return taken;
        if (await MoveToClient(db, project, command.Client, actor, ct) is { } stays)
            return stays;
        if (command.Manager != project.Manager)
        {
            if (command.Manager is { } manager && !await db.CanAnswer(manager, actor, ct))
                return new ManagesNoClients("manager");
            project.GiveTo(command.Manager);
        }
        if (!actor.MayManage(project, await db.ClientOf(project, ct)))
            return new NotAllowed();
        if (!db.ChangeTracker.HasChanges())
            return Done.It;
        db.Record(
            "clients.project-changed",
            project.Id.Value,
            actor,
            clock.GetUtcNow().UtcDateTime,
            project,
            new { client = project.Client?.Value }
        );
        return await db.Save(ct) is { } collided ? collided : Done.It;
    }

    private static Refusal? Describe(Project project, Command command)
    {
        if (project.Rename(command.Name) is { } noName)
            return noName;
        if (project.ChangeKind(command.Kind) is { } noKind)
            return noKind;
        if (project.ChangeStage(command.Stage) is { } noStage)
            return noStage;
        if (project.ChangeColour(command.Colour) is { } noColour)
            return noColour;
        return project.ChangeDates(command.Starts, command.Ends);
    }

    private static async Task<Refusal?> MoveToClient(
        PlimsollDb db,
        Project project,
        ClientId? client,
        Actor actor,
        CancellationToken ct
    )
    {
        if (client == project.Client)
            return null;
        if (client is not { } other)
            return new IsMissing("client");
        return await db.ClientsVisibleTo(actor).AnyAsync(c => c.Id == other, ct)
            ? project.MoveToClient(other)
            : new IsMissing("client");
    }
}

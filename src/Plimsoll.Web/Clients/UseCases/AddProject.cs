using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Clients.UseCases;

/// <summary>New work for a client, or internal work when no client is named (PRODUCT 1).</summary>
public sealed class AddProject(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    /// <param name="Client"><c>null</c> for internal work, and only there.</param>
    /// <param name="Stage">Where it begins; a pitch, or active when it is internal.</param>
    /// <param name="Colour">The next one of the palette when none is chosen.</param>
    public sealed record Command(
        string? Name,
        ClientId? Client,
        ProjectKind Kind,
        Stage? Stage = null,
        string? Code = null,
        int? Colour = null,
        PersonId? Manager = null,
        DateOnly? Starts = null,
        DateOnly? Ends = null,
        IReadOnlyList<string>? Streams = null
    );

    public async Task<Outcome<ProjectId>> Run(Command command, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.ManageClients))
            return new NotAllowed();
        await using var db = await store.CreateDbContextAsync(ct);
        if (Begin(command).Refused(out var no, out var project))
            return no;
        var colour = command.Colour ?? await db.Projects().CountAsync(ct) % Palette.Size;
        if (Describe(project, command, colour) is { } wrong)
            return wrong;
        if (
            command.Client is { } client
            && !await db.ClientsVisibleTo(actor).AnyAsync(c => c.Id == client, ct)
        )
            return new IsMissing("client");
        if (command.Manager is { } manager && !await db.CanAnswer(manager, actor, ct))
            return new ManagesNoClients("manager");
        if (!actor.MayManage(project, await db.ClientOf(project, ct)))
            return new NotAllowed();
        if (await db.NameByCode(project, command.Code, ct) is { } taken)
            return taken;
        _ = db.Add(project);
        db.Record(
            "clients.project-added",
            project.Id.Value,
            actor,
            clock.GetUtcNow().UtcDateTime,
            project,
            new { client = project.Client?.Value }
        );
        return await db.Save(ct) is { } collided ? collided : project.Id;
    }

    private static Outcome<Project> Begin(Command command)
    {
        if (command.Kind is ProjectKind.Internal)
            return command.Client is null
                ? Project.Internal(command.Name, command.Stage ?? Stage.Active)
                : new InternalHasNoClient();
        return command.Client is { } client
            ? Project.For(client, command.Name, command.Kind, command.Stage ?? Stage.Pitch)
            : new IsMissing("client");
    }

    private static Refusal? Describe(Project project, Command command, int colour)
    {
        project.GiveTo(command.Manager);
        if (project.ChangeColour(colour) is { } noColour)
            return noColour;
        if (project.ChangeDates(command.Starts, command.Ends) is { } noDates)
            return noDates;
        foreach (var stream in command.Streams ?? [])
            if (project.AddStream(stream).Refusal is { } noStream)
                return noStream;
        return null;
    }
}

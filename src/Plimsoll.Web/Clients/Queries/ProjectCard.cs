using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Clients.Queries;

/// <summary>What is this project: whose, how it is sold, where it stands, its streams and dates?</summary>
public sealed class ProjectCard(IDbContextFactory<PlimsollDb> store, IBookedProjects booked)
{
    /// <param name="NextStages">The stages that may follow; empty when it is not hers to change.</param>
    /// <param name="ClientIsHers">Whether the client has a page for the one who asks, or is but a part of the name.</param>
    public sealed record View(
        ProjectId Id,
        string Name,
        string? Code,
        ClientId? Client,
        string? ClientName,
        bool ClientIsHers,
        ProjectKind Kind,
        Stage Stage,
        int Colour,
        PersonId? Manager,
        string? ManagerName,
        DateOnly? Starts,
        DateOnly? Ends,
        DateTime? ArchivedAt,
        int Version,
        bool MayChange,
        IReadOnlyList<Stage> NextStages,
        IReadOnlyList<Stream> Streams
    );

    public sealed record Stream(StreamId Id, string Name);

    public async Task<Outcome<View>> Ask(
        ProjectId id,
        Actor actor,
        CultureInfo culture,
        CancellationToken ct
    )
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var project = await db.ProjectsVisibleTo(actor, booked)
            .AsNoTracking()
            .SingleOrDefaultAsync(p => p.Id == id, ct);
        if (project is null)
            return new NotThere();
        var client = await db.Clients()
            .AsNoTracking()
            .SingleOrDefaultAsync(c => c.Id == project.Client, ct);
        var manager = await db.AnswerersVisibleTo(actor)
            .Where(p => p.Id == project.Manager)
            .Select(p => p.Name)
            .FirstOrDefaultAsync(ct);
        var clientIsHers = await db.ClientsVisibleTo(actor)
            .AnyAsync(c => c.Id == project.Client, ct);
        var mayChange = actor.MayManage(project, client);
        return new View(
            project.Id,
            project.Name,
            project.Code,
            project.Client,
            client?.Name,
            clientIsHers,
            project.Kind,
            project.Stage,
            project.Colour,
            project.Manager,
            manager,
            project.Starts,
            project.Ends,
            project.Archived?.At,
            project.Version,
            mayChange,
            mayChange ? Following(project.Stage, project.Kind) : [],
            [
                .. project
                    .Streams.OrderBy(s => s.Name, Listing.Order(culture))
                    .Select(s => new Stream(s.Id, s.Name)),
            ]
        );
    }

    /// <summary>The stages that a project of this kind can go to from here.</summary>
    public static IReadOnlyList<Stage> Following(Stage stage, ProjectKind kind) =>
        [
            .. Enum.GetValues<Stage>()
                .Where(s => s != stage && Stages.Leads(stage, s) && Stages.Fits(s, kind)),
        ];
}

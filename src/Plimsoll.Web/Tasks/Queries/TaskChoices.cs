using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Tasks.Queries;

/// <summary>What the drop-downs of this room offer: projects with their streams, clients, people; only what she may see.</summary>
public sealed class TaskChoices(IDbContextFactory<PlimsollDb> store, IBookedProjects booked)
{
    public sealed record Choice(Guid Id, string Name, int? Colour = null, string? Code = null);

    public sealed record View(
        IReadOnlyList<Choice> Projects,
        IReadOnlyList<Choice> People,
        IReadOnlyList<Choice> Clients
    );

    public async Task<View> Ask(Actor actor, CultureInfo culture, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        if (!actor.May(Right.WorkOnTasks))
            return new View([], [], []);
        var projects = await db.ProjectsVisibleTo(actor, booked)
            .Where(p => p.Archived == null)
            .OrderBy(p => EF.Property<string>(p, SearchKeys.Column))
            .Select(p => new Choice(p.Id.Value, p.Name, p.Colour, p.Code))
            .Take(Listing.Most)
            .ToListAsync(ct);
        var people = await db.WhoCanBeGivenTasks(actor)
            .OrderBy(p => EF.Property<string>(p, SearchKeys.Column))
            .Select(p => new Choice(p.Id.Value, p.Name, p.Colour, null))
            .Take(Listing.Most)
            .ToListAsync(ct);
        var clients = await db.ClientsVisibleTo(actor)
            .Where(c => c.Archived == null)
            .OrderBy(c => EF.Property<string>(c, SearchKeys.Column))
            .Select(c => new Choice(c.Id.Value, c.Name, null, null))
            .Take(Listing.Most)
            .ToListAsync(ct);
        return new View(
            projects.Sorted(culture, false, c => c.Name, c => c.Name),
            people.Sorted(culture, false, c => c.Name, c => c.Name),
            clients.Sorted(culture, false, c => c.Name, c => c.Name)
        );
    }

    /// <summary>The streams of a project in her sight.</summary>
    public async Task<IReadOnlyList<Choice>> Streams(
        ProjectId project,
        Actor actor,
        CultureInfo culture,
        CancellationToken ct
    )
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var streams = await db.ProjectsVisibleTo(actor, booked)
            .Where(p => p.Id == project)
            .SelectMany(p => p.Streams)
            .Select(s => new Choice(s.Id.Value, s.Name, null, null))
            .ToListAsync(ct);
        return streams.Sorted(culture, false, c => c.Name, c => c.Name);
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Clients.Queries;

/// <summary>Who is this client, and what do we do for it?</summary>
public sealed class ClientCard(IDbContextFactory<PlimsollDb> store, IBookedProjects booked)
{
    public sealed record View(
        ClientId Id,
        string Name,
        PersonId AccountManager,
        string? AccountManagerName,
        int AccountManagerColour,
        string? Note,
        DateTime? ArchivedAt,
        int Version,
        bool MayChange,
        IReadOnlyList<Work> Projects
    );

    public sealed record Work(
        ProjectId Id,
        string Name,
        string? Code,
        ProjectKind Kind,
        Stage Stage,
        int Colour,
        DateOnly? Starts,
        DateOnly? Ends,
        bool IsArchived
    );

    public async Task<Outcome<View>> Ask(
        ClientId id,
        Actor actor,
        CultureInfo culture,
        CancellationToken ct
    )
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var client = await db.ClientsVisibleTo(actor)
            .AsNoTracking()
            .SingleOrDefaultAsync(c => c.Id == id, ct);
        if (client is null)
            return new NotThere();
        var answers = await db.AnswerersVisibleTo(actor)
            .Where(p => p.Id == client.AccountManager)
            .Select(p => new { p.Name, p.Colour })
            .FirstOrDefaultAsync(ct);
        var projects = await db.ProjectsVisibleTo(actor, booked)
            .Where(p => p.Client == id)
            .OrderBy(p => EF.Property<string>(p, SearchKeys.Column))
            .Select(p => new Work(
                p.Id,
                p.Name,
                p.Code,
                p.Kind,
                p.Stage,
                p.Colour,
                p.Starts,
                p.Ends,
                p.Archived != null
            ))
            .Take(Listing.Most)
            .ToListAsync(ct);
        return new View(
            client.Id,
            client.Name,
            client.AccountManager,
            answers?.Name,
            answers?.Colour ?? 0,
            client.Note,
            client.Archived?.At,
            client.Version,
            actor.MayManage(client),
            [.. projects.OrderBy(p => p.IsArchived).ThenBy(p => p.Name, Listing.Order(culture))]
        );
    }
}

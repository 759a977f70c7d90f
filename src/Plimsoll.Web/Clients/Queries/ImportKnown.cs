using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.Clients.Import;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Clients.Queries;

/// <summary>Those whom a brought file can speak of, as far as its reader sees them.</summary>
public sealed record ImportKnown(
    IReadOnlyList<ImportKnown.Someone> People,
    IReadOnlyList<ImportKnown.Work> Projects,
    IReadOnlyList<ImportKnown.Named> Clients,
    IReadOnlyList<ImportKnown.Named> Roles,
    bool MayCreatePeople,
    bool MayCreateProjects
)
{
    public sealed record Named(Guid Id, string Name);

    public sealed record Someone(
        PersonId Id,
        string Name,
        string? Role,
        int Colour,
        bool IsPlaceholder,
        DateOnly? LastDay,
        string? Email
    );

    public sealed record Work(
        ProjectId Id,
        string Name,
        string? Client,
        bool IsInternal,
        int Colour,
        string? Code
    );

    /// <param name="someone">The people that a name of the file may mean.</param>
    /// <param name="work">The projects that it may mean.</param>
    public static async Task<ImportKnown> Of(
        PlimsollDb db,
        IQueryable<Person> someone,
        IQueryable<Project> work,
        Actor actor,
        CancellationToken ct
    )
    {
        var people = await someone
            .Where(p => p.Archived == null)
            .Select(p => new Someone(
                p.Id,
                p.Name,
                db.Roles().Where(r => r.Id == p.Role).Select(r => r.Name).FirstOrDefault(),
                p.Colour,
                p.Kind == PersonKind.Placeholder,
                p.LastDay,
                p.Email
            ))
            .ToListAsync(ct);
        var projects = await work.Where(p => p.Archived == null && p.Stage != Stage.Closed)
            .Select(p => new Work(
                p.Id,
                p.Name,
                db.Clients().Where(c => c.Id == p.Client).Select(c => c.Name).FirstOrDefault(),
                p.Kind == ProjectKind.Internal,
                p.Colour,
                p.Code
            ))
            .ToListAsync(ct);
        var clients = await db.ClientsVisibleTo(actor)
            .Where(c => c.Archived == null)
            .Select(c => new Named(c.Id.Value, c.Name))
            .ToListAsync(ct);
        var roles = await db.Roles()
            .Where(r => r.Archived == null)
            .Select(r => new Named(r.Id.Value, r.Name))
            .ToListAsync(ct);
        var byName = StringComparer.InvariantCultureIgnoreCase;
        return new ImportKnown(
            [.. people.OrderBy(p => p.Name, byName)],
            [.. projects.OrderBy(p => p.Name, byName)],
            [.. clients.OrderBy(c => c.Name, byName)],
            roles,
            actor.May(Right.ManagePeople),
            actor.May(Right.ManageClients)
        );
    }
}

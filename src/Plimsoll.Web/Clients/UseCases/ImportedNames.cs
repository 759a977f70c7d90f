using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Import;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Clients.UseCases;

/// <summary>Keeps what an import makes of names that were new, and takes it away again; within the caller's transaction.</summary>
internal sealed class ImportedNames(
    PlimsollDb db,
    Actor actor,
    DateTime now,
    Guid batch,
    CancellationToken ct
)
{
    public async Task<MadeNames> Make(ImportCast cast)
    {
        foreach (var role in cast.NewRoles)
            Make(role, role.Id.Value, "people.role-added");
        foreach (var client in cast.NewClients)
            Make(client, client.Id.Value, "clients.client-added");
        foreach (var person in cast.NewPeople)
            Make(person, person.Id.Value, "people.person-hired");
        _ = await db.SaveChangesAsync(ct);
        foreach (var project in cast.NewProjects)
            Make(project, project.Id.Value, "clients.project-added");
        _ = await db.SaveChangesAsync(ct);
        return new MadeNames(
            [.. cast.NewRoles.Select(r => r.Id.Value)],
            [.. cast.NewClients.Select(c => c.Id.Value)],
            [.. cast.NewPeople.Select(p => p.Id.Value)],
            [.. cast.NewProjects.Select(p => p.Id.Value)]
        );
    }

    /// <summary>Removes what was made; answers the names of what has to stay, since something else depends on it.</summary>
    /// <param name="isUsed">Whether another room has something of this person that would go with her.</param>
    public async Task<IReadOnlyList<string>> Remove(
        MadeNames made,
        Func<PersonId, Task<bool>> isUsed
    )
    {
        var kept = new List<string>();
        foreach (var id in made.Projects.Select(ProjectId.From))
            if (await db.Projects().FirstOrDefaultAsync(p => p.Id == id, ct) is { } project)
                await Remove(project, id.Value, project.Name, "clients.project-deleted", kept);
        foreach (var id in made.People.Select(PersonId.From))
            if (await db.People().FirstOrDefaultAsync(p => p.Id == id, ct) is { } person)
                if (await IsCaredFor(id) || await isUsed(id))
                    kept.Add(person.Name);
                else
                    await Remove(person, id.Value, person.Name, "people.person-deleted", kept);
        foreach (var id in made.Clients.Select(ClientId.From))
            if (await db.Clients().FirstOrDefaultAsync(c => c.Id == id, ct) is { } client)
                await Remove(client, id.Value, client.Name, "clients.client-deleted", kept);
        foreach (var id in made.Roles.Select(RoleId.From))
            if (
                await db.Roles().FirstOrDefaultAsync(r => r.Id == id, ct) is { } role
                && !await db.People().AnyAsync(p => p.Role == id, ct)
            )
                await Remove(role, id.Value, role.Name, "people.role-deleted", kept);
        return kept;
    }

    /// <summary>Somebody has taken care of her since: a change of hers, an invitation, a team, an absence, something she did.</summary>
    private async Task<bool> IsCaredFor(PersonId id) =>
        await db.Facts().AnyAsync(f => f.By == id, ct)
        || await db.Facts()
            .AnyAsync(
                f =>
                    f.Subject == id.Value
                    && f.Kind != "people.person-hired"
                    && (f.Kind.StartsWith("people.") || f.Kind.StartsWith("signin.")),
                ct
            )
        || await db.Absences().AnyAsync(a => a.Person == id, ct)
        || await db.Teams().AnyAsync(t => t.Members.Any(m => m.PersonId == id), ct);

    private void Make(object thing, Guid id, string fact)
    {
        _ = db.Add(thing);
        db.Record(fact, id, actor, now, thing, batch: batch);
    }

    private async Task Remove(object thing, Guid id, string name, string fact, List<string> kept)
    {
        _ = db.Remove(thing);
        db.Record(fact, id, actor, now, thing, about: new { name }, batch: batch);
        // What points to it says no, and only this one stays: a save inside a transaction is undone by itself.
        if (await db.Save(ct) is not null)
            kept.Add(name);
        db.ChangeTracker.Clear();
    }
}

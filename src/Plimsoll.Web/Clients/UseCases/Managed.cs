using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Clients.UseCases;

/// <summary>
/// The beginning of every change in this room: what is not seen is not there, what is not hers is not changed,
/// and what somebody else saved meanwhile is not written over (PRODUCT 8, 9.2). Who names no version means whichever
/// there is; it serves for acts that are the same whatever was changed before them.
/// </summary>
internal static class Managed
{
    public static async Task<Outcome<Client>> ClientToManage(
        this PlimsollDb db,
        ClientId id,
        SeenVersion seen,
        Actor actor,
        CancellationToken ct
    )
    {
        if (
            await db.ClientsVisibleTo(actor).SingleOrDefaultAsync(c => c.Id == id, ct)
            is not { } client
        )
            return new NotThere();
        if (!actor.MayManage(client))
            return new NotAllowed();
        return seen.IsNot(client.Version) ? new ChangedMeanwhile() : client;
    }

    public static async Task<Outcome<Project>> ProjectToManage(
        this PlimsollDb db,
        IBookedProjects booked,
        ProjectId id,
        SeenVersion seen,
        Actor actor,
        CancellationToken ct
    )
    {
        if (
            await db.ProjectsVisibleTo(actor, booked).SingleOrDefaultAsync(p => p.Id == id, ct)
            is not { } project
        )
            return new NotThere();
        if (!actor.MayManage(project, await db.ClientOf(project, ct)))
            return new NotAllowed();
        return seen.IsNot(project.Version) ? new ChangedMeanwhile() : project;
    }

    public static async Task<Client?> ClientOf(
        this PlimsollDb db,
        Project project,
        CancellationToken ct
    ) =>
        project.Client is { } id
            ? await db.Clients().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct)
            : null;

    /// <summary>
    /// Whether this person can answer for a client or manage a project; someone whom the actor does not see cannot
    /// be told apart from someone who may not.
    /// </summary>
    public static Task<bool> CanAnswer(
        this PlimsollDb db,
        PersonId person,
        Actor actor,
        CancellationToken ct
    ) => db.AnswerersVisibleTo(actor).WhoCanAnswer().AnyAsync(p => p.Id == person, ct);
}

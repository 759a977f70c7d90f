using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.Queries;

/// <summary>
/// Which tasks there are for the one who asks (PRODUCT 8, 9.4). Every query of tasks begins here, in every room.
/// </summary>
public static class TasksVisibility
{
    /// <summary>
    /// All, for those who see all clients. For the rest of the staff: the tasks of the projects in sight, and those in
    /// which someone takes part herself. Such a task shows itself, the name of its project and the names of those who
    /// take part, and nothing else of the project. Nothing for a guest.
    /// </summary>
    public static IQueryable<ProjectTask> TasksVisibleTo(
        this PlimsollDb db,
        Actor actor,
        IBookedProjects booked
    )
    {
        if (!actor.May(Right.WorkOnTasks))
            return db.Tasks().Where(_ => false);
        if (actor.May(Right.SeeAllClients))
            return db.Tasks();
        var me = actor.Person;
        var projects = db.ProjectsVisibleTo(actor, booked).Select(p => p.Id);
        return db.Tasks()
            .Where(t =>
                t.Responsible == me
                || t.Reviewer == me
                || t.Helpers.Any(h => h.Person == me)
                || projects.Contains(t.Project)
            );
    }

    /// <summary>The task that is meant by its key, <c>HA-42</c>, or its id.</summary>
    public static IQueryable<ProjectTask> Named(
        this IQueryable<ProjectTask> tasks,
        PlimsollDb db,
        string? word
    )
    {
        if (Guid.TryParse(word, out var guid))
        {
            var id = new TaskId(guid);
            return tasks.Where(t => t.Id == id);
        }
        if (!TaskKey.TryParse(word, out var key))
            return tasks.Where(_ => false);
        var (code, number) = (key.Code, key.Number);
        return tasks.Where(t =>
            t.Number == number && db.Projects().Any(p => p.Id == t.Project && p.Code == code)
        );
    }

    /// <summary>The projects she answers for: what she may change of their tasks is everything.</summary>
    internal static IQueryable<Project> ProjectsAnsweredForBy(this PlimsollDb db, Actor actor)
    {
        var me = actor.Person;
        return actor.ReachOf(Right.ManageClients) switch
        {
            Reach.All => db.Projects(),
            Reach.Own => db.Projects()
                .Where(p =>
                    p.Manager == me
                    || db.Clients().Any(c => c.Id == p.Client && c.AccountManager == me)
                ),
            _ => db.Projects().Where(_ => false),
        };
    }

    /// <summary>Who can be given a task by her: people of the staff in her sight who have not gone.</summary>
    public static IQueryable<Person> WhoCanBeGivenTasks(this PlimsollDb db, Actor actor) =>
        db.PeopleVisibleTo(actor)
            .Where(p =>
                p.Archived == null
                && p.Kind != PersonKind.Placeholder
                && p.Position != Position.ClientGuest
            );
}

using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.Queries;

/// <summary>Whose plan an actor may see, and which projects by name, in the one place that says so (PRODUCT 8, 9.4).</summary>
public static class PlanVisible
{
    private static readonly BookedProjects Booked = new();

    /// <summary>
    /// Whom People shows her; and to an account manager those who are booked on the projects she answers for. An archived
    /// person has left the board, not the past.
    /// </summary>
    public static IQueryable<Person> PlanVisibleTo(this PlimsollDb db, Actor actor)
    {
        var seen = db.PeopleVisibleTo(actor);
        if (actor.ReachOf(Right.PlanOwnTeam) is not Reach.Own)
            return seen;
        var team = seen.Select(p => p.Id);
        var booked = db.ProjectsAnsweredFor(actor.Person)
            .Join(db.Bookings(), p => p.Id, b => b.Project, (p, b) => b.Person);
        return db.People().Where(p => team.Contains(p.Id) || booked.Contains(p.Id));
    }

    /// <summary>The projects she manages, and those of the clients she answers for.</summary>
    public static IQueryable<Project> ProjectsAnsweredFor(this PlimsollDb db, PersonId person) =>
        db.Projects()
            .Where(p =>
                p.Manager == person
                || db.Clients().Any(c => c.Id == p.Client && c.AccountManager == person)
            );

    /// <summary>
    /// The projects whose names stand on her board; what is planned on others is "other work", in one lump.
    /// </summary>
    public static IQueryable<Project> ProjectsNamedTo(this PlimsollDb db, Actor actor) =>
        db.ProjectsVisibleTo(actor, Booked);

    /// <summary>Those whose whole plan the actor may change; on her own projects she may also plan others whom she sees.</summary>
    public static IQueryable<Person> PlannedBy(this PlimsollDb db, Actor actor)
    {
        if (actor.ReachOf(Right.PlanEveryone) is Reach.All)
            return db.People();
        if (!actor.May(Right.PlanOwnTeam))
            return db.People().Where(p => false);
        return db.PeopleVisibleTo(actor).Where(p => p.Kind != PersonKind.Placeholder);
    }
}

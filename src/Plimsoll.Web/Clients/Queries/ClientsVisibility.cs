using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Clients.Queries;

/// <summary>
/// Which clients and projects there are for the one who asks (PRODUCT 8, 9.4). Every query of clients and projects
/// begins here, in every room; what is not in here does not leave the server.
/// </summary>
public static class ClientsVisibility
{
    /// <summary>
    /// All, for those who see all clients; for an account manager those she answers for, and those whose project
    /// she manages; nobody else has clients.
    /// </summary>
    public static IQueryable<Client> ClientsVisibleTo(this PlimsollDb db, Actor actor)
    {
        if (actor.May(Right.SeeAllClients))
            return db.Clients();
        if (!actor.May(Right.ManageClients))
            return db.Clients().Where(_ => false);
        var me = actor.Person;
        return db.Clients()
            .Where(c =>
                c.AccountManager == me
                || db.Projects().Any(p => p.Client == c.Id && p.Manager == me)
            );
    }

    /// <summary>
    /// All, for those who see all clients. For the rest of the staff: internal work, what someone of the own team is
    /// booked on, and for an account manager what she manages or whose client she answers for. Nothing for a guest.
    /// The name of a project's client is part of the project's name, and seen with it.
    /// </summary>
    public static IQueryable<Project> ProjectsVisibleTo(
        this PlimsollDb db,
        Actor actor,
        IBookedProjects booked
    )
    {
        if (actor.May(Right.SeeAllClients))
            return db.Projects();
        if (!actor.May(Right.SeeOwnTeam))
            return db.Projects().Where(_ => false);
        var me = actor.Person;
        var manages = actor.May(Right.ManageClients);
        // Everybody sees the placeholders; that demand waits for someone does not open the project to all.
        var team = db.PeopleVisibleTo(actor)
            .Where(p => p.Kind != PersonKind.Placeholder)
            .Select(p => p.Id);
        var ofTheTeam = booked.Of(db, team);
        return db.Projects()
            .Where(p =>
                p.Client == null
                || ofTheTeam.Contains(p.Id)
                || (
                    manages
                    && (
                        p.Manager == me
                        || db.Clients().Any(c => c.Id == p.Client && c.AccountManager == me)
                    )
                )
            );
    }

    /// <summary>
    /// Whose names may stand beside a client or project as the one who answers for it: those she sees anyway, and
    /// anybody for those who see all clients.
    /// </summary>
    public static IQueryable<Person> AnswerersVisibleTo(this PlimsollDb db, Actor actor) =>
        actor.May(Right.SeeAllClients) ? db.People() : db.PeopleVisibleTo(actor);

    /// <summary>Of these people, who can be given a client or a project: those whose position manages clients.</summary>
    internal static IQueryable<Person> WhoCanAnswer(this IQueryable<Person> people) =>
        people.Where(p =>
            p.Archived == null && p.Kind != PersonKind.Placeholder && Managing.Contains(p.Position)
        );

    private static readonly Position[] Managing =
    [
        .. Enum.GetValues<Position>()
            .Where(p => Rights.Of(p, Right.ManageClients) is not Reach.None),
    ];
}

/// <summary>
/// Which projects people are booked on. Bookings belong to the Load room, which knows this one and not the other
/// way round; so the question is asked here and answered there.
/// </summary>
public interface IBookedProjects
{
    /// <summary>A part of the asker's query, never a list of its own.</summary>
    IQueryable<ProjectId> Of(PlimsollDb db, IQueryable<PersonId> people);
}

using System.Linq.Expressions;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.Queries;

/// <summary>Whom an actor may see at all, in the one place that says so (PRODUCT 8, 9.4).</summary>
public static class PeopleVisible
{
    /// <summary>
    /// Owner and directors see everyone. Others of the agency see their own team, and the placeholders, whose demand is
    /// everybody's to see. Client guests see nobody.
    /// </summary>
    public static IQueryable<Person> PeopleVisibleTo(this PlimsollDb db, Actor actor) =>
        actor.ReachOf(Right.SeeOwnTeam) switch
        {
            Reach.All => db.People(),
            Reach.Own => db.People().Where(OwnTeam(db, actor.Person, andPlaceholders: true)),
            _ => db.People().Where(p => false),
        };

    /// <summary>Those whose absences the actor decides, and records: everyone's, or her own team's but not her own.</summary>
    public static IQueryable<Person> PeopleDecidedBy(this PlimsollDb db, Actor actor) =>
        actor.ReachOf(Right.DecideAbsences) switch
        {
            Reach.All => db.People(),
            Reach.Own => db.People()
                .Where(OwnTeam(db, actor.Person, andPlaceholders: false))
                .Where(p => p.Id != actor.Person),
            _ => db.People().Where(p => false),
        };

    /// <summary>Those who see everyone see every team; others those they are in or lead.</summary>
    public static IQueryable<Team> TeamsVisibleTo(this PlimsollDb db, Actor actor)
    {
        var me = actor.Person;
        return actor.ReachOf(Right.SeeOwnTeam) switch
        {
            Reach.All => db.Teams(),
            Reach.Own => db.Teams()
                .Where(t =>
                    t.Archived == null && (t.Lead == me || t.Members.Any(m => m.PersonId == me))
                ),
            _ => db.Teams().Where(t => false),
        };
    }

    /// <summary>Herself, those who share a team with her, and those whose team she leads; what <see cref="Reach.Own"/> means for people.</summary>
    private static Expression<Func<Person, bool>> OwnTeam(
        PlimsollDb db,
        PersonId me,
        bool andPlaceholders
    ) =>
        p =>
            p.Id == me
            || andPlaceholders && p.Kind == PersonKind.Placeholder
            || db.Teams()
                .Any(t =>
                    t.Archived == null
                    && t.Members.Any(m => m.PersonId == p.Id)
                    && (t.Lead == me || t.Members.Any(m => m.PersonId == me))
                );
}

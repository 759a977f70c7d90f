using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.Queries;

/// <summary>
/// Which comments there are for the one who asks (PRODUCT 4, 8, 9.4): those of the tasks she sees, and of these what is
/// for her ears. Every query of comments begins here, in every room.
/// </summary>
public static class TalkVisibility
{
    public static IQueryable<TaskComment> CommentsVisibleTo(
        this PlimsollDb db,
        Actor actor,
        IBookedProjects booked
    ) => db.CommentsHeardBy(actor, booked).Where(c => c.DeletedAt == null);

    /// <summary>Also what was deleted: for the one who wants to put it back.</summary>
    internal static IQueryable<TaskComment> CommentsHeardBy(
        this PlimsollDb db,
        Actor actor,
        IBookedProjects booked
    )
    {
        var tasks = db.TasksVisibleTo(actor, booked).Select(t => t.Id);
        return db.Comments().Where(c => tasks.Contains(c.Task)).ForEarsOf(actor);
    }

    /// <summary>Of the comments of a task that she sees, those that are for her: what is internal stays inside.</summary>
    internal static IQueryable<TaskComment> ForEarsOf(
        this IQueryable<TaskComment> comments,
        Actor actor
    ) => actor.HearsTheTeam() ? comments : comments.Where(c => c.Client != null);
}

using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Platform.Files;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.Queries;

/// <summary>What hangs on a task itself is read by who sees the task.</summary>
internal sealed class FilesOfTasks(IBookedProjects booked) : IFileHolders
{
    public string Kind => FileHolderKinds.Task;

    public IQueryable<Guid> VisibleTo(PlimsollDb db, Actor actor) =>
        db.TasksVisibleTo(actor, booked).Select(t => (Guid)(object)t.Id);
}

/// <summary>What hangs on an internal comment is read by who hears the team.</summary>
internal sealed class FilesOfTeamComments(IBookedProjects booked) : IFileHolders
{
    public string Kind => FileHolderKinds.TeamComment;

    public IQueryable<Guid> VisibleTo(PlimsollDb db, Actor actor) =>
        db.CommentsVisibleTo(actor, booked)
            .Where(c => c.Client == null)
            .Select(c => (Guid)(object)c.Id);
}

/// <summary>What hangs on a comment for the client.</summary>
internal sealed class FilesOfClientComments(IBookedProjects booked) : IFileHolders
{
    public string Kind => FileHolderKinds.ClientComment;

    public IQueryable<Guid> VisibleTo(PlimsollDb db, Actor actor) =>
        db.CommentsVisibleTo(actor, booked)
            .Where(c => c.Client != null)
            .Select(c => (Guid)(object)c.Id);
}

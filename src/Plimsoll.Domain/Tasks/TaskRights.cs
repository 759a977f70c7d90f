using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.Tasks;

/// <summary>
/// Who may change a task (PRODUCT 8): those who take part in it, the one who wrote it down, and whoever answers for its
/// project. A task that is nobody's may be taken by anyone who sees it.
/// </summary>
public static class TaskRights
{
    /// <param name="answers">Whether she answers for the project: <see cref="Responsibility"/>.</param>
    public static bool MayChange(this Actor actor, ProjectTask task, bool answers) =>
        actor.May(Right.WorkOnTasks)
        && (answers || task.TakesPart(actor.Person) || task.CreatedBy == actor.Person);

    /// <summary>Whether she may make herself responsible for it.</summary>
    public static bool MayTake(this Actor actor, ProjectTask task) =>
        actor.May(Right.WorkOnTasks) && task.Responsible is null && task.IsOpen;
}

using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.Tasks;

/// <summary>
/// Who hears and says what about a task (PRODUCT 8). Whoever of the staff sees a task hears all that is said about it and
/// speaks inside; to the client speak those who may change the task.
/// </summary>
public static class TalkRights
{
    /// <summary>Whether she hears what stays inside the team; a client never does.</summary>
    public static bool HearsTheTeam(this Actor actor) => actor.May(Right.WorkOnTasks);

    /// <param name="answers">Whether she answers for the project: <see cref="TaskRights"/>.</param>
    public static bool MayTellClient(this Actor actor, ProjectTask task, bool answers) =>
        actor.MayChange(task, answers);
}

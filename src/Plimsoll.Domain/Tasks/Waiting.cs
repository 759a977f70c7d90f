using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.Tasks;

/// <summary>What waits for what, never in a circle.</summary>
public static class Waiting
{
    /// <param name="waitsFor">What each task waits for, as far as it can be reached from <paramref name="other"/>.</param>
    public static Refusal? MayWait(TaskId task, TaskId other, ILookup<TaskId, TaskId> waitsFor)
    {
        var seen = new HashSet<TaskId>();
        var next = new Stack<TaskId>([other]);
        while (next.TryPop(out var one))
        {
            if (one == task)
                return new TasksWaitInCircle();
            if (seen.Add(one))
                foreach (var further in waitsFor[one])
                    next.Push(further);
        }
        return null;
    }

    /// <summary>Whether a task waits for one that is due only after it should have begun; after it is due, where no day says when it begins.</summary>
    public static bool ForSomethingLater(DateOnly? starts, DateOnly? due, DateOnly? otherDue) =>
        otherDue > (starts ?? due);
}

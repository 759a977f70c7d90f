using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Tasks.Store;

/// <summary>The tables of this room.</summary>
public static class TasksTables
{
    public static DbSet<ProjectTask> Tasks(this PlimsollDb db) => db.Set<ProjectTask>();

    /// <summary>
    /// The next number of a project, never given twice. Within a transaction: whoever asks for the same project waits
    /// until it ends.
    /// </summary>
    internal static Task<int> NextTaskNumber(
        this PlimsollDb db,
        ProjectId project,
        CancellationToken ct
    ) => db.NextTaskNumbers(project, 1, ct);

    /// <summary>The first of so many numbers in a row, none of them given twice.</summary>
    internal static async Task<int> NextTaskNumbers(
        this PlimsollDb db,
        ProjectId project,
        int count,
        CancellationToken ct
    )
    {
        await db.TakeTurns([project.Value], ct);
        var numbers = await db.Set<TaskNumbers>().FindAsync([project], ct);
        if (numbers is null)
            _ = db.Add(numbers = new TaskNumbers { Project = project });
        var first = numbers.Last + 1;
        numbers.Last += count;
        return first;
    }

    /// <summary>Goes on counting after tasks that were brought in with numbers of their own, into projects without any.</summary>
    internal static void NumberTasks(this PlimsollDb db, IEnumerable<ProjectTask> tasks)
    {
        foreach (var project in tasks.GroupBy(t => t.Project))
            _ = db.Add(
                new TaskNumbers { Project = project.Key, Last = project.Max(t => t.Number) }
            );
    }
}

/// <summary>The last number that was given to a task of a project.</summary>
internal sealed class TaskNumbers
{
    public ProjectId Project { get; init; }
    public int Last { get; set; }
}

using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Domain.Tasks.Quick;
using Plimsoll.Web.Tasks.Queries;

namespace Plimsoll.Web.Tasks.UseCases;

/// <summary>Writes down a task from one line; a name that may be two is asked for first.</summary>
public sealed class AddTaskFromLine(QuickReading reading, AddTask add)
{
    public async Task<Outcome<AddTask.Added>> Run(
        QuickReading.Line line,
        Actor actor,
        CancellationToken ct
    )
    {
        var task = (await reading.Ask(line, actor, ct)).Task;
        if (task.Doubts.FirstOrDefault(d => d.Candidates.Count > 0) is { } doubt)
            return new NameMayBeSeveral(
                doubt.Field,
                doubt.Text,
                string.Join(", ", doubt.Candidates.Select(c => c.Name).Distinct())
            );
        if (task.Project is not { } project)
            return new IsMissing("project");
        return await add.Run(
            new(
                project,
                new TaskChange
                {
                    Title = new(task.Title),
                    Stream = new(task.Stream),
                    Responsible = new(task.Responsible),
                    Due = new(task.Due),
                    Estimate = new(task.Estimate),
                    Priority = new(task.Priority ?? TaskPriority.Normal),
                }
            ),
            actor,
            ct
        );
    }
}

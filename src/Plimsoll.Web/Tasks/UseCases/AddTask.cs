using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.UseCases;

/// <summary>Writes down a task in a project (PRODUCT 4): whoever sees the project may.</summary>
public sealed class AddTask(
    IDbContextFactory<PlimsollDb> store,
    IBookedProjects booked,
    FactSignal signal,
    TimeProvider clock
)
{
    /// <param name="Content">Its title, and whatever else is known of it.</param>
    /// <param name="Checklist">The lines of its checklist, from the top.</param>
    public sealed record Command(
        ProjectId Project,
        TaskChange Content,
        IReadOnlyList<string>? Checklist = null
    );

    /// <param name="Batch">Undoes it: <see cref="UndoTaskChange"/>.</param>
    public sealed record Added(TaskId Task, string Key, Guid Batch);

    public async Task<Outcome<Added>> Run(Command command, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.WorkOnTasks))
            return new NotAllowed();
        var now = clock.GetUtcNow().UtcDateTime;
        var batch = Guid.CreateVersion7();
        var outcome = await store.Write<Added>(
            async db =>
            {
                var hand = await TasksAtHand.Empty(db, booked, actor, now);
                if (
                    (await hand.ProjectForTasks(command.Project, ct)).Refused(
                        out var noProject,
                        out var project
                    )
                )
                    return noProject;
                var number = await db.NextTaskNumber(project.Id, ct);
                if (
                    ProjectTask
                        .New(project.Id, number, command.Content.Title?.Value, actor.Person, now)
                        .Refused(out var no, out var task)
                )
                    return no;
                var content = command.Content with { Title = null, Project = null };
                await hand.Read([content with { Project = new(project.Id) }], ct);
                if (await hand.Apply(task, content, ct) is { } wrong)
                    return wrong;
                var lines = (command.Checklist ?? []).Select(text => new ChecklistLine(
                    ChecklistItemId.New(),
                    text
                ));
                if (task.Check([.. lines]) is { } noList)
                    return noList;
                _ = db.Add(task);
                _ = db.RecordTask(TaskFact.Added, task, null, actor, now, batch);
                return new Added(task.Id, new TaskKey(project.Code!, number).ToString(), batch);
            },
            ct
        );
        if (!outcome.IsRefused)
            signal.Raise();
        return outcome;
    }
}

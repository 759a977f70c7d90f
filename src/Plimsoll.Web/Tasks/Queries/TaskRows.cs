using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.Queries;

/// <summary>Somebody who takes part in a task; her name is part of the task, and seen with it.</summary>
public sealed record TaskPerson(PersonId Id, string Name, int Colour);

/// <summary>A task as a line of a list or a card of a board.</summary>
/// <param name="ProjectIsHers">Whether the project has a page for the one who asks, or is but a name.</param>
/// <param name="ClientName">Only where the project is in sight.</param>
/// <param name="OpenWaits">How many tasks in her sight it waits for that are not done.</param>
/// <param name="Fit">Whether it can be done in time, where the free hours of the one responsible are in her sight.</param>
public sealed record TaskRow(
    TaskId Id,
    string Key,
    ProjectId Project,
    string ProjectName,
    int Colour,
    bool ProjectIsHers,
    ClientId? Client,
    string? ClientName,
    StreamId? Stream,
    string? StreamName,
    string Title,
    TaskState State,
    DateTime StateSince,
    TaskPriority Priority,
    DateOnly? Starts,
    DateOnly? Due,
    Minutes? Estimate,
    TaskPerson? Responsible,
    TaskPerson? Reviewer,
    int Helpers,
    int ChecklistDone,
    int Checklist,
    int OpenWaits,
    int Comments,
    string Rank,
    bool MayChange,
    bool MayTake,
    bool Answers,
    int Version,
    TaskFit? Fit
)
{
    public bool IsOverdue(DateOnly today) => State.IsOpen() && Due < today;

    /// <summary>The states it can be brought to from the list by the one who asks.</summary>
    public IEnumerable<TaskState> NextStates(PersonId me) =>
        !MayChange
            ? []
            : TaskStates
                .After(State)
                .Where(s => s is not TaskState.InReview || Reviewer is not null)
                .Where(s =>
                    s is not TaskState.Done || Reviewer is null || Reviewer.Id == me || Answers
                );
}

/// <summary>Reads tasks as rows, on an open store; whatever order they are wanted in is the caller's.</summary>
public static class TaskRows
{
    public static async Task<List<TaskRow>> Of(
        PlimsollDb db,
        IQueryable<ProjectTask> tasks,
        Actor actor,
        IBookedProjects booked,
        DateOnly today,
        CancellationToken ct
    )
    {
        var me = actor.Person;
        var mayWork = actor.May(Right.WorkOnTasks);
        var answered = db.ProjectsAnsweredForBy(actor).Select(p => p.Id);
        var inSight = db.ProjectsVisibleTo(actor, booked).Select(p => p.Id);
        var seen = db.TasksVisibleTo(actor, booked);
        var said = db.Comments().Where(c => c.DeletedAt == null).ForEarsOf(actor);
        var read = await tasks
            .AsNoTracking()
            .Join(db.Projects(), t => t.Project, p => p.Id, (t, p) => new { Task = t, Of = p })
            .Select(x => new
            {
                x.Task.Id,
                x.Task.Number,
                x.Of.Code,
                x.Task.Project,
                x.Of.Name,
                x.Of.Colour,
                InSight = inSight.Contains(x.Task.Project),
                x.Of.Client,
                ClientName = db.Clients()
                    .Where(c => c.Id == x.Of.Client)
                    .Select(c => c.Name)
                    .FirstOrDefault(),
                x.Task.Stream,
                StreamName = x
                    .Of.Streams.Where(s => s.Id == x.Task.Stream)
                    .Select(s => s.Name)
                    .FirstOrDefault(),
                x.Task.Title,
                x.Task.State,
                x.Task.StateSince,
                x.Task.Priority,
                x.Task.Starts,
                x.Task.Due,
                x.Task.Estimate,
                Responsible = db.People()
                    .Where(p => p.Id == x.Task.Responsible)
                    .Select(p => new TaskPerson(p.Id, p.Name, p.Colour))
                    .FirstOrDefault(),
                Reviewer = db.People()
                    .Where(p => p.Id == x.Task.Reviewer)
                    .Select(p => new TaskPerson(p.Id, p.Name, p.Colour))
                    .FirstOrDefault(),
                Helpers = x.Task.Helpers.Count,
                Helps = x.Task.Helpers.Any(h => h.Person == me),
                Done = x.Task.Checklist.Count(i => i.DoneAt != null),
                Lines = x.Task.Checklist.Count,
                Waits = x.Task.Waits.Count(w =>
                    seen.Any(o =>
                        o.Id == w.For && o.State != TaskState.Done && o.State != TaskState.Dropped
                    )
                ),
                Comments = said.Count(c => c.Task == x.Task.Id),
                x.Task.Rank,
                x.Task.CreatedBy,
                Answers = answered.Contains(x.Task.Project),
                x.Task.Version,
            })
            .ToListAsync(ct);
        List<TaskRow> rows =
        [
            .. read.Select(t => new TaskRow(
                t.Id,
                new TaskKey(t.Code ?? "", t.Number).ToString(),
                t.Project,
                t.Name,
                t.Colour,
                t.InSight,
                t.InSight ? t.Client : null,
                t.InSight ? t.ClientName : null,
                t.Stream,
                t.StreamName,
                t.Title,
                t.State,
                t.StateSince,
                t.Priority,
                t.Starts,
                t.Due,
                t.Estimate,
                t.Responsible,
                t.Reviewer,
                t.Helpers,
                t.Done,
                t.Lines,
                t.Waits,
                t.Comments,
                t.Rank,
                mayWork
                    && (
                        t.Answers
                        || t.Responsible?.Id == me
                        || t.Reviewer?.Id == me
                        || t.Helps
                        || t.CreatedBy == me
                    ),
                mayWork && t.Responsible is null && t.State.IsOpen(),
                t.Answers,
                t.Version,
                null
            )),
        ];
        return await TaskFits.Into(db, rows, actor, today, ct);
    }
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.Queries;

/// <summary>Turns a view into the part of a query: for the list, the board, the calendar, feeds and exports alike.</summary>
public static class TaskFilter
{
    /// <summary>The tasks of this view that the one who asks may see.</summary>
    public static IQueryable<ProjectTask> TasksOf(
        this PlimsollDb db,
        TaskView view,
        Actor actor,
        IBookedProjects booked,
        DateOnly today
    )
    {
        var tasks = InStates(db.TasksVisibleTo(actor, booked), view);
        tasks = OfPerson(tasks, view, actor);
        tasks = InProjects(db, tasks, view, actor, booked);
        tasks = DueIn(tasks, view, today);
        if (view.Priority is { } priority)
            tasks = tasks.Where(t => t.Priority == priority);
        if (view.Waiting is { } waiting)
            tasks = tasks.WaitingFor(db, waiting, actor.Person);
        return view.Search.Length == 0 ? tasks : Found(db, tasks, view.Search);
    }

    /// <summary>Whose turn it is, as seen by one person.</summary>
    public static IQueryable<ProjectTask> WaitingFor(
        this IQueryable<ProjectTask> tasks,
        PlimsollDb db,
        TaskWaiting waiting,
        PersonId me
    )
    {
        if (waiting is TaskWaiting.Client)
            return tasks.Where(t => t.State == TaskState.WithClient);
        var hers = db.Tasks()
            .Where(t =>
                t.State == TaskState.InReview && t.Reviewer == me
                || t.Responsible == me
                    && (t.State == TaskState.ToDo || t.State == TaskState.InWork)
                    && !t.Waits.Any(w =>
                        db.Tasks()
                            .Any(o =>
                                o.Id == w.For
                                && o.State != TaskState.Done
                                && o.State != TaskState.Dropped
                            )
                    )
            )
            .Select(t => t.Id);
        return waiting is TaskWaiting.Me
            ? tasks.Where(t => hers.Contains(t.Id))
            : tasks.Where(t =>
                t.State != TaskState.Done
                && t.State != TaskState.Dropped
                && t.State != TaskState.WithClient
                && (
                    t.Responsible == me
                    || t.Reviewer == me
                    || t.CreatedBy == me
                    || t.Helpers.Any(h => h.Person == me)
                )
                && !hers.Contains(t.Id)
            );
    }

    private static IQueryable<ProjectTask> InStates(IQueryable<ProjectTask> tasks, TaskView view)
    {
        if (view.States.Count > 0)
        {
            var states = view.States.ToArray();
            return tasks.Where(t => states.Contains(t.State));
        }
        return view.Scope switch
        {
            TaskScope.Open => tasks.Where(t => Open.Contains(t.State)),
            TaskScope.Closed => tasks.Where(t => Closed.Contains(t.State)),
            _ => tasks,
        };
    }

    private static IQueryable<ProjectTask> OfPerson(
        IQueryable<ProjectTask> tasks,
        TaskView view,
        Actor actor
    )
    {
        if (view.Unassigned)
            return tasks.Where(t => t.Responsible == null);
        if (view.PersonFor(actor) is not { } person)
            return tasks;
        return view.Part switch
        {
            PartInTask.Helper => tasks.Where(t => t.Helpers.Any(h => h.Person == person)),
            PartInTask.Reviewer => tasks.Where(t => t.Reviewer == person),
            PartInTask.Any => tasks.Where(t =>
                t.Responsible == person
                || t.Reviewer == person
                || t.Helpers.Any(h => h.Person == person)
            ),
            _ => tasks.Where(t => t.Responsible == person),
        };
    }

    private static IQueryable<ProjectTask> InProjects(
        PlimsollDb db,
        IQueryable<ProjectTask> tasks,
        TaskView view,
        Actor actor,
        IBookedProjects booked
    )
    {
        if (view.Project is { } project)
            tasks = tasks.Where(t => t.Project == project);
        if (view.Stream is { } stream)
            tasks = tasks.Where(t => t.Stream == stream);
        if (view.Client is not { } client)
            return tasks;
        // Whose client a project is may only be asked of a project in sight.
        var ofClient = db.ProjectsVisibleTo(actor, booked)
            .Where(p => p.Client == client)
            .Select(p => p.Id);
        return tasks.Where(t => ofClient.Contains(t.Project));
    }

    private static IQueryable<ProjectTask> DueIn(
        IQueryable<ProjectTask> tasks,
        TaskView view,
        DateOnly today
    )
    {
        if (view.From is { } from)
            tasks = tasks.Where(t => t.Due >= from);
        if (view.Until is { } until)
            tasks = tasks.Where(t => t.Due <= until);
        var (monday, sunday) = (Week.Of(today).Monday, Week.Of(today).Sunday);
        var first = new DateOnly(today.Year, today.Month, 1);
        var next = first.AddMonths(1);
        return view.Due switch
        {
            TaskDue.Overdue => tasks.Where(t =>
                t.Due < today && t.State != TaskState.Done && t.State != TaskState.Dropped
            ),
            TaskDue.Today => tasks.Where(t => t.Due == today),
            TaskDue.Week => tasks.Where(t => t.Due >= monday && t.Due <= sunday),
            TaskDue.Month => tasks.Where(t => t.Due >= first && t.Due < next),
            TaskDue.None => tasks.Where(t => t.Due == null),
            _ => tasks,
        };
    }

    private static IQueryable<ProjectTask> Found(
        PlimsollDb db,
        IQueryable<ProjectTask> tasks,
        string search
    )
    {
        if (TaskKey.TryParse(search, out var key))
        {
            var (code, number) = (key.Code, key.Number);
            return tasks.Where(t =>
                t.Number == number && db.Projects().Any(p => p.Id == t.Project && p.Code == code)
                || EF.Functions.Like(
                    EF.Property<string>(t, SearchKeys.Column),
                    SearchKeys.Anywhere(search),
                    "\\"
                )
            );
        }
        var pattern = SearchKeys.Anywhere(search);
        return tasks.Where(t =>
            EF.Functions.Like(EF.Property<string>(t, SearchKeys.Column), pattern, "\\")
        );
    }

    private static readonly TaskState[] Open =
    [
        .. Enum.GetValues<TaskState>().Where(s => s.IsOpen()),
    ];

    private static readonly TaskState[] Closed =
    [
        .. Enum.GetValues<TaskState>().Where(s => !s.IsOpen()),
    ];
}

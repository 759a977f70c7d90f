using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.Clients.UseCases;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Queries;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.UseCases;

/// <summary>
/// The beginning of every change in this room, for one task or many: what is not seen is not there, what is not hers is
/// not changed, and what somebody else saved meanwhile is not written over (PRODUCT 8, 9.2).
/// </summary>
internal sealed class TasksAtHand
{
    private readonly PlimsollDb _db;
    private readonly IBookedProjects _booked;
    private readonly Actor _actor;
    private readonly DateTime _now;
    private readonly Dictionary<TaskId, ProjectTask> _tasks = [];
    private readonly Dictionary<ProjectId, Project?> _projects = [];
    private readonly Dictionary<ProjectId, bool> _answers = [];
    private readonly Dictionary<PersonId, bool> _able = [];

    private TasksAtHand(PlimsollDb db, IBookedProjects booked, Actor actor, DateTime now) =>
        (_db, _booked, _actor, _now) = (db, booked, actor, now);

    public static async Task<TasksAtHand> Of(
        PlimsollDb db,
        IBookedProjects booked,
        IReadOnlyCollection<TaskId> ids,
        Actor actor,
        DateTime now,
        CancellationToken ct
    )
    {
        var hand = new TasksAtHand(db, booked, actor, now);
        foreach (
            var task in await db.TasksVisibleTo(actor, booked)
                .Where(t => ids.Contains(t.Id))
                .AsSplitQuery()
                .ToListAsync(ct)
        )
            hand._tasks[task.Id] = task;
        await hand.LearnWhoseTheyAre([.. hand._tasks.Values.Select(t => t.Project)], ct);
        return hand;
    }

    /// <summary>Without any task yet, for one that is to be written down.</summary>
    public static Task<TasksAtHand> Empty(
        PlimsollDb db,
        IBookedProjects booked,
        Actor actor,
        DateTime now
    ) => Task.FromResult(new TasksAtHand(db, booked, actor, now));

    /// <summary>A task that she sees, as it was seen.</summary>
    public Outcome<ProjectTask> Seen(TaskId id, SeenVersion seen)
    {
        if (!_tasks.TryGetValue(id, out var task))
            return new NotThere();
        return seen.IsNot(task.Version) ? new ChangedMeanwhile() : task;
    }

    /// <summary>A task that is hers to change.</summary>
    public Outcome<ProjectTask> Hers(TaskId id, SeenVersion seen)
    {
        if (!_tasks.TryGetValue(id, out var task))
            return new NotThere();
        return _actor.MayChange(task, Answers(task)) ? Seen(id, seen) : new NotAllowed();
    }

    /// <summary>Whether she answers for the project of this task.</summary>
    public bool Answers(ProjectTask task) => _answers.GetValueOrDefault(task.Project);

    /// <summary>Reads all that these changes name, in a statement for each kind of thing.</summary>
    public async Task Read(IReadOnlyCollection<TaskChange> changes, CancellationToken ct)
    {
        var people = changes.SelectMany(c => c.People()).Select(p => p.Person).ToHashSet();
        if (people.Count > 0)
            foreach (
                var able in await _db.WhoCanBeGivenTasks(_actor)
                    .Where(p => people.Contains(p.Id))
                    .Select(p => p.Id)
                    .ToListAsync(ct)
            )
                _able[able] = true;
        await LearnWhoseTheyAre([.. changes.Select(c => c.Project?.Value).OfType<ProjectId>()], ct);
        // Whose streams are asked for is known by the tasks in hand as well.
        if (changes.Any(c => c.Stream?.Value is not null))
            foreach (var id in _tasks.Values.Select(t => t.Project).Distinct().ToList())
                _ = await ProjectInSight(id, ct);
    }

    /// <summary>A project in which she may write down tasks: one in her sight that is not put away.</summary>
    public async Task<Outcome<Project>> ProjectForTasks(ProjectId id, CancellationToken ct)
    {
        if (await ProjectInSight(id, ct) is not { } project)
            return new IsMissing("project");
        if (project.Archived is not null)
            return new ProjectTakesNoTasks();
        // Whatever brought the project in, its tasks are called by a code.
        return project.Code is null && await _db.NameByCode(project, null, ct) is { } no
            ? no
            : project;
    }

    public void Take(ProjectTask task) => _tasks[task.Id] = task;

    public async Task<Refusal?> Apply(ProjectTask task, TaskChange change, CancellationToken ct)
    {
        foreach (var (field, person) in change.People())
            if (!_able.ContainsKey(person) && !IsThereAlready(task, field, person))
                return new CannotBeGivenTasks(field);
        if (change.Title is { } title && task.Rename(title.Value) is { } nameless)
            return nameless;
        if (change.Description is { } text && task.Describe(text.Value) is { } tooLong)
            return tooLong;
        if (change.Description is not null)
            await _db.GiveFiles(task, _actor, ct);
        if (await MoveToProject(task, change, ct) is { } stays)
            return stays;
        if (change.Responsible is { } responsible)
            task.GiveTo(responsible.Value);
        if (change.Helpers is { } helpers && task.HelpedBy(helpers.Value) is { } enough)
            return enough;
        if (change.Priority is { } priority && task.Prioritise(priority.Value) is { } unknown)
            return unknown;
        if (
            (change.Starts is not null || change.Due is not null)
            && task.Schedule(
                change.Starts is { } starts ? starts.Value : task.Starts,
                change.Due is { } due ? due.Value : task.Due
            )
                is { } never
        )
            return never;
        if (change.Estimate is { } estimate && task.Guess(estimate.Value) is { } noTime)
            return noTime;
        return Review(task, change);
    }

    /// <summary>A reviewer comes before her review, and goes after it.</summary>
    private Refusal? Review(ProjectTask task, TaskChange change)
    {
        if (change.Reviewer is { Value: not null } named && task.LetReview(named.Value) is { } no)
            return no;
        if (
            change.State is { } state
            && task.Move(state.Value, _actor.Person, Answers(task), _now) is { } stays
        )
            return stays;
        return change.Reviewer is { Value: null } ? task.LetReview(null) : null;
    }

    private async Task<Refusal?> MoveToProject(
        ProjectTask task,
        TaskChange change,
        CancellationToken ct
    )
    {
        if (change.Project is { } target && target.Value != task.Project)
        {
            if ((await ProjectForTasks(target.Value, ct)).Refused(out var no, out var project))
                return no;
            task.MoveTo(project.Id, await _db.NextTaskNumber(project.Id, ct));
        }
        if (change.Stream is not { } stream || stream.Value == task.Stream)
            return null;
        if (
            stream.Value is { } wanted
            && (
                await ProjectInSight(task.Project, ct) is not { } of
                || of.Streams.All(s => s.Id != wanted)
            )
        )
            return new StreamIsOfAnotherProject();
        task.PutInto(stream.Value);
        return null;
    }

    private static bool IsThereAlready(ProjectTask task, string field, PersonId person) =>
        field switch
        {
            "responsible" => task.Responsible == person,
            "reviewer" => task.Reviewer == person,
            _ => task.Helpers.Any(h => h.Person == person),
        };

    private async Task<Project?> ProjectInSight(ProjectId id, CancellationToken ct)
    {
        if (!_projects.TryGetValue(id, out var project))
            _projects[id] = project = await _db.ProjectsVisibleTo(_actor, _booked)
                .SingleOrDefaultAsync(p => p.Id == id, ct);
        return project;
    }

    private async Task LearnWhoseTheyAre(
        IReadOnlyCollection<ProjectId> projects,
        CancellationToken ct
    )
    {
        var unknown = projects.Where(p => !_answers.ContainsKey(p)).ToHashSet();
        if (unknown.Count == 0)
            return;
        var hers = await _db.ProjectsAnsweredForBy(_actor)
            .Where(p => unknown.Contains(p.Id))
            .Select(p => p.Id)
            .ToListAsync(ct);
        foreach (var project in unknown)
            _answers[project] = hers.Contains(project);
    }
}

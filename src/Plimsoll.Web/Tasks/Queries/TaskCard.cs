using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.Queries;

/// <summary>What is this task? All that there is to it, for its page and for the panel beside a list.</summary>
public sealed class TaskCard(
    IDbContextFactory<PlimsollDb> store,
    IBookedProjects booked,
    AgencyDay day
)
{
    /// <param name="WaitsFor">The tasks in her sight that have to be done first.</param>
    /// <param name="WaitedForBy">The tasks in her sight that wait for it.</param>
    /// <param name="MayDelete">Hers to remove, once nothing waits for it.</param>
    public sealed record View(
        TaskRow Row,
        string? Description,
        IReadOnlyList<TaskPerson> Helpers,
        IReadOnlyList<Item> Checklist,
        IReadOnlyList<Other> WaitsFor,
        IReadOnlyList<Other> WaitedForBy,
        TaskPerson? CreatedBy,
        DateTime CreatedAt,
        TaskPerson? StateBy,
        int WaitsDays,
        bool MayDelete,
        DateOnly Today
    );

    public sealed record Item(ChecklistItemId Id, string Text, string? DoneBy, DateTime? DoneAt);

    public sealed record Other(TaskId Id, string Key, string Title, TaskState State, DateOnly? Due);

    /// <param name="task">Its key, <c>HA-42</c>, or its id.</param>
    public async Task<Outcome<View>> Ask(string? task, Actor actor, CancellationToken ct)
    {
        var today = await day.Today(ct);
        await using var db = await store.CreateDbContextAsync(ct);
        var seen = db.TasksVisibleTo(actor, booked);
        if (
            await seen.Named(db, task).Select(t => (TaskId?)t.Id).SingleOrDefaultAsync(ct)
            is not { } id
        )
            return new NotThere();
        var one = seen.Where(t => t.Id == id);
        var rows = await TaskRows.Of(db, one, actor, booked, today, ct);
        if (rows is not [var row])
            return new NotThere();
        var rest = await one.AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(ct);
        if (rest is null)
            return new NotThere();
        var people = await Names(db, rest, ct);
        var waits = rest.Waits.Select(w => w.For).ToList();
        return new View(
            row,
            rest.Description,
            [.. rest.Helpers.Select(h => people.GetValueOrDefault(h.Person)).OfType<TaskPerson>()],
            [
                .. rest.Lines()
                    .Select(l => new Item(
                        l.Id,
                        l.Text,
                        l.DoneBy is { } by ? people.GetValueOrDefault(by)?.Name : null,
                        l.DoneAt
                    )),
            ],
            await Others(db, seen.Where(t => waits.Contains(t.Id)), ct),
            await Others(db, seen.Where(t => t.Waits.Any(w => w.For == id)), ct),
            people.GetValueOrDefault(rest.CreatedBy),
            rest.CreatedAt,
            people.GetValueOrDefault(rest.StateBy),
            Math.Max(0, today.DayNumber - DateOnly.FromDateTime(rest.StateSince).DayNumber),
            row.MayChange && (row.Answers || rest.CreatedBy == actor.Person),
            today
        );
    }

    private static async Task<Dictionary<PersonId, TaskPerson>> Names(
        PlimsollDb db,
        ProjectTask task,
        CancellationToken ct
    )
    {
        PersonId[] named =
        [
            task.CreatedBy,
            task.StateBy,
            .. task.Helpers.Select(h => h.Person),
            .. task.Checklist.Select(i => i.DoneBy).OfType<PersonId>(),
        ];
        return await db.People()
            .Where(p => named.Contains(p.Id))
            .Select(p => new TaskPerson(p.Id, p.Name, p.Colour))
            .ToDictionaryAsync(p => p.Id, ct);
    }

    private static async Task<IReadOnlyList<Other>> Others(
        PlimsollDb db,
        IQueryable<ProjectTask> tasks,
        CancellationToken ct
    )
    {
        var others = await tasks
            .OrderBy(t => t.Id)
            .Select(t => new
            {
                t.Id,
                Code = db.Projects()
                    .Where(p => p.Id == t.Project)
                    .Select(p => p.Code)
                    .FirstOrDefault(),
                t.Number,
                t.Title,
                t.State,
                t.Due,
            })
            .Take(ProjectTask.WaitsAtMost)
            .ToListAsync(ct);
        return
        [
            .. others.Select(o => new Other(
                o.Id,
                new TaskKey(o.Code ?? "", o.Number).ToString(),
                o.Title,
                o.State,
                o.Due
            )),
        ];
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Platform.Text;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.Queries;

/// <summary>
/// The tasks of a view in columns by their state, and in lanes where it is grouped. Besides what is open, the board
/// shows what was done lately: that is where a card goes when it is done.
/// </summary>
public sealed class TaskBoard(
    IDbContextFactory<PlimsollDb> store,
    IBookedProjects booked,
    AgencyDay day
)
{
    /// <summary>Beyond so many in a column one narrows the board down.</summary>
    public const int CardsAtMost = 200;

    /// <summary>For so long what is done stays on a board of open tasks.</summary>
    public const int DoneDays = 14;

    /// <param name="Count">Of the whole column, shown or not.</param>
    /// <param name="IsRecent">Whether it holds only what came there within <see cref="DoneDays"/>.</param>
    public sealed record Column(TaskState State, int Count, int? Limit, bool IsRecent)
    {
        public bool IsOver => Count > Limit;
    }

    /// <param name="Key">What tells it from the others, as its cards carry it.</param>
    /// <param name="Word">What its heading says; the word for nothing when missing.</param>
    public sealed record Lane(string Key, string? Word, int? Colour, IReadOnlyList<TaskRow> Rows);

    /// <param name="LastFact">The last that had happened when it was read.</param>
    /// <param name="Streams">Of each project on it the streams: where a card goes in a lane of a stream.</param>
    public sealed record View(
        DateOnly Today,
        IReadOnlyList<Column> Columns,
        IReadOnlyList<Lane> Lanes,
        long LastFact,
        IReadOnlyList<StreamOfProject> Streams
    )
    {
        public int Total => Columns.Sum(c => c.Count);
    }

    public sealed record StreamOfProject(ProjectId Project, StreamId Stream, string Name);

    private sealed record Place(TaskId Id, TaskState State, string Rank, DateTime StateSince);

    /// <param name="only">Only these cards; the counts are the whole board's all the same.</param>
    public async Task<View> Ask(
        TaskView view,
        Actor actor,
        CultureInfo culture,
        CancellationToken ct,
        IReadOnlyCollection<TaskId>? only = null
    )
    {
        var today = await day.Today(ct);
        await using var db = await store.CreateDbContextAsync(ct);
        // Read first: what happens meanwhile is told of again rather than never.
        var last = await db.Facts().MaxAsync(f => (long?)f.Id, ct) ?? 0;
        var states = States(view);
        var tasks = Shown(db, view, actor, today, states);
        var counts = await tasks
            .GroupBy(t => t.State)
            .Select(g => new { State = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.State, g => g.Count, ct);
        var places = new List<Place>();
        if (only is not null)
            places = await Places(tasks.Where(t => only.Contains(t.Id))).ToListAsync(ct);
        else if (counts.Values.Sum() <= CardsAtMost)
            places = await Places(tasks).ToListAsync(ct);
        else
            foreach (var state in states.Where(counts.ContainsKey))
                places.AddRange(
                    await Places(InOrder(tasks.Where(t => t.State == state), state))
                        .Take(CardsAtMost)
                        .ToListAsync(ct)
                );
        var ids = places.Select(p => p.Id).ToList();
        var rows = await TaskRows.Of(
            db,
            db.Tasks().Where(t => ids.Contains(t.Id)),
            actor,
            booked,
            today,
            ct
        );
        return new View(
            today,
            [
                .. states.Select(s => new Column(
                    s,
                    counts.GetValueOrDefault(s),
                    view.LimitOf(s),
                    IsRecent(view, s)
                )),
            ],
            Lanes([.. rows.OrderBy(r => r.State).ThenBy(InColumn)], LaneOf(view), culture),
            last,
            LaneOf(view) is TaskGroup.Stream ? await Streams(db, rows, actor, ct) : []
        );
    }

    /// <summary>The way the board is divided into lanes; a board is never grouped by what its columns say.</summary>
    public static TaskGroup LaneOf(TaskView view) =>
        view.Group is TaskGroup.Due or TaskGroup.State ? TaskGroup.None : view.Group;

    /// <summary>The key of the lane in which a card stands.</summary>
    public static string KeyOf(TaskRow row, TaskGroup lanes) =>
        lanes switch
        {
            TaskGroup.Person => row.Responsible?.Id.ToString(),
            TaskGroup.Project => row.Project.ToString(),
            TaskGroup.Client => row.Client?.ToString(),
            TaskGroup.Stream => row.StreamName,
            TaskGroup.Priority => Kebab.Of(row.Priority),
            _ => null,
        } ?? "";

    /// <summary>What a column is sorted by, as a text: its rank, or the newest first where work ends.</summary>
    public static string InColumn(TaskRow row) =>
        row.State.IsOpen()
            ? row.Rank
            : (DateTime.MaxValue.Ticks - row.StateSince.Ticks).ToString(
                "D19",
                CultureInfo.InvariantCulture
            );

    private static IReadOnlyList<TaskState> States(TaskView view) =>
        view.States.Count > 0 ? view.States
        : view.Scope is TaskScope.Closed ? [TaskState.Done, TaskState.Dropped]
        : view.Scope is TaskScope.All ? Enum.GetValues<TaskState>()
        : [.. Enum.GetValues<TaskState>().Where(s => s is not TaskState.Dropped)];

    private static bool IsRecent(TaskView view, TaskState state) =>
        state is TaskState.Done && view is { States.Count: 0, Scope: TaskScope.Open };

    private IQueryable<ProjectTask> Shown(
        PlimsollDb db,
        TaskView view,
        Actor actor,
        DateOnly today,
        IReadOnlyList<TaskState> states
    )
    {
        var tasks = db.TasksOf(view with { States = states }, actor, booked, today);
        if (!states.Any(s => IsRecent(view, s)))
            return tasks;
        var since = today.AddDays(-DoneDays).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return tasks.Where(t => t.State != TaskState.Done || t.StateSince >= since);
    }

    private static IQueryable<Place> Places(IQueryable<ProjectTask> tasks) =>
        tasks.AsNoTracking().Select(t => new Place(t.Id, t.State, t.Rank, t.StateSince));

    private static IQueryable<ProjectTask> InOrder(
        IQueryable<ProjectTask> tasks,
        TaskState state
    ) =>
        state.IsOpen()
            ? tasks.OrderBy(t => t.Rank).ThenBy(t => t.Id)
            : tasks.OrderByDescending(t => t.StateSince).ThenBy(t => t.Id);

    private static List<Lane> Lanes(List<TaskRow> rows, TaskGroup lanes, CultureInfo culture)
    {
        if (lanes is TaskGroup.None)
            return [new Lane("", null, null, rows)];
        var order = Listing.Order(culture);
        return
        [
            .. rows.GroupBy(r => KeyOf(r, lanes))
                .Select(g => Named(g.Key, g.First(), lanes, [.. g]))
                .OrderBy(l => l.Word is null)
                .ThenByDescending(l => lanes is TaskGroup.Priority ? (int)l.Rows[0].Priority : 0)
                .ThenBy(l => l.Word, order),
        ];
    }

    private static Lane Named(
        string key,
        TaskRow row,
        TaskGroup lanes,
        IReadOnlyList<TaskRow> rows
    ) =>
        lanes switch
        {
            TaskGroup.Person => new(key, row.Responsible?.Name, row.Responsible?.Colour, rows),
            TaskGroup.Project => new(key, row.ProjectName, row.Colour, rows),
            TaskGroup.Client => new(key, row.ClientName, null, rows),
            TaskGroup.Stream => new(key, row.StreamName, null, rows),
            _ => new(key, row.Priority.ToString(), null, rows),
        };

    /// <summary>Of projects in sight only; a task that one merely helps with goes to no stream.</summary>
    private async Task<IReadOnlyList<StreamOfProject>> Streams(
        PlimsollDb db,
        List<TaskRow> rows,
        Actor actor,
        CancellationToken ct
    )
    {
        var projects = rows.Select(r => r.Project).ToHashSet();
        return await db.ProjectsVisibleTo(actor, booked)
            .Where(p => projects.Contains(p.Id))
            .SelectMany(p => p.Streams, (p, s) => new StreamOfProject(p.Id, s.Id, s.Name))
            .ToListAsync(ct);
    }
}

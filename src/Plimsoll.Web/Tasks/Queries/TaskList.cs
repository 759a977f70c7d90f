using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.Queries;

/// <summary>Which tasks there are, in groups, in order, a page at a time; for the one who asks.</summary>
public sealed class TaskList(
    IDbContextFactory<PlimsollDb> store,
    IBookedProjects booked,
    AgencyDay day
)
{
    /// <param name="Word">What its heading says: a name, or the word of a state, a priority or a span of days.</param>
    /// <param name="Count">Of the whole list, not only of this page.</param>
    /// <param name="Estimate">The sum of what is estimated, of the whole list.</param>
    public sealed record Group(
        string? Word,
        int? Colour,
        int Count,
        Minutes Estimate,
        IReadOnlyList<TaskRow> Rows
    );

    /// <param name="Total">How many there are in all.</param>
    /// <param name="IsLost">Whether the place it was asked from is not understood: this is the beginning then.</param>
    /// <param name="IsCut">Whether there are more than are ever sorted; beyond that one narrows the list down.</param>
    public sealed record View(
        DateOnly Today,
        IReadOnlyList<Group> Groups,
        int Total,
        bool IsCut,
        bool IsLost,
        string? Next
    )
    {
        public IEnumerable<TaskRow> Rows => Groups.SelectMany(g => g.Rows);
    }

    private sealed record Place(
        TaskId Id,
        ProjectId Project,
        StreamId? Stream,
        PersonId? Responsible,
        TaskState State,
        TaskPriority Priority,
        DateOnly? Due,
        Minutes? Estimate,
        string Rank,
        string Title
    );

    private sealed record Heading(int Order, string? Word, int? Colour);

    public async Task<View> Ask(
        TaskView view,
        Actor actor,
        CultureInfo culture,
        CancellationToken ct
    )
    {
        var today = await day.Today(ct);
        await using var db = await store.CreateDbContextAsync(ct);
        var tasks = db.TasksOf(view, actor, booked, today);
        if (view is { Sort: TaskSort.Created, Group: TaskGroup.None })
            return await ReadOn(db, tasks, view, actor, today, ct);
        var places = await tasks
            .AsNoTracking()
            .OrderByDescending(t => t.Id)
            .Select(t => new Place(
                t.Id,
                t.Project,
                t.Stream,
                t.Responsible,
                t.State,
                t.Priority,
                t.Due,
                t.Estimate,
                t.Rank,
                t.Title
            ))
            .Take(Listing.Most + 1)
            .ToListAsync(ct);
        var isCut = places.Count > Listing.Most;
        if (isCut)
            places.RemoveAt(Listing.Most);
        var headings = await Headings(db, places, view.Group, actor, today, ct);
        var sorted = Sorted(places, view, culture, headings);
        var page = sorted.Page(view.Cursor, view.Limit ?? 100, p => p.Id.Value);
        var ids = page.Items.Select(p => p.Id).ToList();
        var rows = await TaskRows.Of(
            db,
            db.Tasks().Where(t => ids.Contains(t.Id)),
            actor,
            booked,
            today,
            ct
        );
        var byId = rows.ToDictionary(r => r.Id);
        var sums = sorted
            .GroupBy(headings)
            .ToDictionary(
                g => g.Key,
                g => (Count: g.Count(), Estimate: g.Sum(p => p.Estimate?.Value ?? 0))
            );
        return new View(
            today,
            [
                .. page
                    .Items.Where(p => byId.ContainsKey(p.Id))
                    .GroupBy(headings)
                    .Select(g => new Group(
                        g.Key.Word,
                        g.Key.Colour,
                        sums[g.Key].Count,
                        new Minutes(sums[g.Key].Estimate),
                        [.. g.Select(p => byId[p.Id])]
                    )),
            ],
            sorted.Count,
            isCut,
            page.IsLost,
            page.Next
        );
    }

    /// <summary>In the order of their ids, without an end: for programs that want them all.</summary>
    private async Task<View> ReadOn(
        PlimsollDb db,
        IQueryable<ProjectTask> tasks,
        TaskView view,
        Actor actor,
        DateOnly today,
        CancellationToken ct
    )
    {
        var total = await tasks.CountAsync(ct);
        var most = Cursor.Limit(view.Limit ?? 100);
        var lost = !string.IsNullOrEmpty(view.Cursor);
        if (Cursor.Read(view.Cursor, 1) is [var text] && Guid.TryParse(text, out var id))
        {
            lost = false;
            var last = new TaskId(id);
            tasks = view.Descending ? tasks.Where(t => t.Id < last) : tasks.Where(t => t.Id > last);
        }
        var ids = await (
            view.Descending ? tasks.OrderByDescending(t => t.Id) : tasks.OrderBy(t => t.Id)
        )
            .Select(t => t.Id)
            .Take(most + 1)
            .ToListAsync(ct);
        var more = ids.Count > most;
        if (more)
            ids.RemoveAt(most);
        var rows = await TaskRows.Of(
            db,
            db.Tasks().Where(t => ids.Contains(t.Id)),
            actor,
            booked,
            today,
            ct
        );
        var place = ids.Select((task, at) => (task, at)).ToDictionary(p => p.task, p => p.at);
        var next = more ? Cursor.Write(ids[^1].ToString()) : null;
        return new View(
            today,
            [new Group(null, null, total, Minutes.Zero, [.. rows.OrderBy(r => place[r.Id])])],
            total,
            false,
            lost,
            next
        );
    }

    private static List<Place> Sorted(
        List<Place> places,
        TaskView view,
        CultureInfo culture,
        Func<Place, Heading> headings
    )
    {
        var order = Listing.Order(culture);
        // Due last to first: the spans of days too, but what has no date stays at the end.
        var upwards = view is not { Group: TaskGroup.Due, Sort: TaskSort.Due, Descending: true };
        var grouped = places
            .OrderBy(p => upwards ? headings(p).Order : Backwards(headings(p).Order))
            .ThenBy(p => headings(p).Word is null)
            .ThenBy(p => headings(p).Word, order);
        var sorted = (view.Sort, view.Descending) switch
        {
            (TaskSort.Title, false) => grouped.ThenBy(p => p.Title, order),
            (TaskSort.Title, true) => grouped.ThenByDescending(p => p.Title, order),
            (TaskSort.Priority, false) => grouped.ThenByDescending(p => p.Priority),
            (TaskSort.Priority, true) => grouped.ThenBy(p => p.Priority),
            (TaskSort.State, false) => grouped.ThenBy(p => p.State),
            (TaskSort.State, true) => grouped.ThenByDescending(p => p.State),
            (TaskSort.Rank, false) => grouped.ThenBy(p => p.Rank, StringComparer.Ordinal),
            (TaskSort.Rank, true) => grouped.ThenByDescending(p => p.Rank, StringComparer.Ordinal),
            (TaskSort.Created, false) => grouped.ThenBy(p => p.Id.Value),
            (TaskSort.Created, true) => grouped.ThenByDescending(p => p.Id.Value),
            (_, true) => grouped
                .ThenBy(p => p.Due is null)
                .ThenByDescending(p => p.Due)
                .ThenByDescending(p => p.Priority),
            _ => grouped
                .ThenBy(p => p.Due is null)
                .ThenBy(p => p.Due)
                .ThenByDescending(p => p.Priority),
        };
        return [.. sorted.ThenBy(p => p.Id.Value)];
    }

    private async Task<Func<Place, Heading>> Headings(
        PlimsollDb db,
        List<Place> places,
        TaskGroup group,
        Actor actor,
        DateOnly today,
        CancellationToken ct
    )
    {
        var projects = places.Select(p => p.Project).ToHashSet();
        switch (group)
        {
            case TaskGroup.State:
                return p => new Heading((int)p.State, p.State.ToString(), null);
            case TaskGroup.Priority:
                return p => new Heading(-(int)p.Priority, p.Priority.ToString(), null);
            case TaskGroup.Due:
                return p => Span(p.Due, today);
            case TaskGroup.Person:
                var people = places.Select(p => p.Responsible).OfType<PersonId>().ToHashSet();
                var names = await db.People()
                    .Where(p => people.Contains(p.Id))
                    .Select(p => new TaskPerson(p.Id, p.Name, p.Colour))
                    .ToDictionaryAsync(p => p.Id, ct);
                return p =>
                    p.Responsible is { } who && names.TryGetValue(who, out var person)
                        ? new Heading(0, person.Name, person.Colour)
                        : new Heading(1, null, null);
            case TaskGroup.Project:
                var named = await db.Projects()
                    .Where(p => projects.Contains(p.Id))
                    .Select(p => new
                    {
                        p.Id,
                        p.Name,
                        p.Colour,
                    })
                    .ToDictionaryAsync(p => p.Id, ct);
                return p => new Heading(0, named[p.Project].Name, named[p.Project].Colour);
            case TaskGroup.Client:
                var clients = await db.ProjectsVisibleTo(actor, booked)
                    .Where(p => projects.Contains(p.Id))
                    .Join(db.Clients(), p => p.Client, c => c.Id, (p, c) => new { p.Id, c.Name })
                    .ToDictionaryAsync(p => p.Id, p => p.Name, ct);
                return p =>
                    clients.TryGetValue(p.Project, out var client)
                        ? new Heading(0, client, null)
                        : new Heading(1, null, null);
            case TaskGroup.Stream:
                var streams = await db.Projects()
                    .Where(p => projects.Contains(p.Id))
                    .SelectMany(p => p.Streams)
                    .Select(s => new { s.Id, s.Name })
                    .ToDictionaryAsync(s => s.Id, s => s.Name, ct);
                return p =>
                    p.Stream is { } id && streams.TryGetValue(id, out var stream)
                        ? new Heading(0, stream, null)
                        : new Heading(1, null, null);
            default:
                return _ => new Heading(0, null, null);
        }
    }

    private static int Backwards(int span) => span == SomeDay ? SomeDay : -span;

    private const int SomeDay = 4;

    /// <summary>Overdue, today, the rest of this week, later, some day.</summary>
    private static Heading Span(DateOnly? due, DateOnly today) =>
        due switch
        {
            null => new Heading(SomeDay, "None", null),
            { } d when d < today => new Heading(0, "Overdue", null),
            { } d when d == today => new Heading(1, "Today", null),
            { } d when d <= Week.Of(today).Sunday => new Heading(2, "Week", null),
            _ => new Heading(3, "Later", null),
        };
}

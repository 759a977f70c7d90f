using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.Queries;

/// <summary>A list of tasks to its end, with all that a task has to say: for the file it is taken away in.</summary>
public sealed class WholeTaskList(
    TaskList tasks,
    IDbContextFactory<PlimsollDb> store,
    IBookedProjects booked
)
{
    private const int Portion = 200;

    /// <param name="WaitsFor">The keys of the tasks in her sight that have to be done first.</param>
    public sealed record Line(
        TaskRow Row,
        string? Description,
        IReadOnlyList<string> Helpers,
        IReadOnlyList<ChecklistLine> Checklist,
        IReadOnlyList<string> WaitsFor
    );

    public async Task<IReadOnlyList<Line>> Ask(
        TaskView view,
        Actor actor,
        CultureInfo culture,
        CancellationToken ct
    )
    {
        var next = view with { Open = null, Cursor = null, Limit = Portion };
        var rows = new List<TaskRow>();
        do
        {
            var page = await tasks.Ask(next, actor, culture, ct);
            // Longer than is ever sorted: in the order in which they were written down it has no end.
            if (page.IsCut && rows.Count == 0 && next.Sort is not TaskSort.Created)
            {
                next = next with { Sort = TaskSort.Created, Group = TaskGroup.None };
                continue;
            }
            rows.AddRange(page.Rows);
            next = next with { Cursor = page.Next };
            if (page.Next is null)
                break;
        } while (true);
        var lines = new List<Line>(rows.Count);
        await using var db = await store.CreateDbContextAsync(ct);
        // What changes while it is read may come twice.
        foreach (var portion in rows.DistinctBy(r => r.Id).Chunk(Portion))
            lines.AddRange(await Lines(db, portion, actor, ct));
        return lines;
    }

    private async Task<IEnumerable<Line>> Lines(
        PlimsollDb db,
        TaskRow[] rows,
        Actor actor,
        CancellationToken ct
    )
    {
        var ids = rows.Select(r => r.Id).ToList();
        var seen = db.TasksVisibleTo(actor, booked);
        var whole = await seen.AsNoTracking()
            .Where(t => ids.Contains(t.Id))
            .AsSplitQuery()
            .ToDictionaryAsync(t => t.Id, ct);
        var people = whole.Values.SelectMany(t => t.Helpers.Select(h => h.Person)).ToHashSet();
        var names = await db.People()
            .Where(p => people.Contains(p.Id))
            .ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var waits = whole.Values.SelectMany(t => t.Waits.Select(w => w.For)).ToHashSet();
        var keys = await seen.Where(t => waits.Contains(t.Id))
            .Join(
                db.Projects(),
                t => t.Project,
                p => p.Id,
                (t, p) =>
                    new
                    {
                        t.Id,
                        p.Code,
                        t.Number,
                    }
            )
            .ToDictionaryAsync(t => t.Id, t => new TaskKey(t.Code ?? "", t.Number).ToString(), ct);
        return rows.Where(r => whole.ContainsKey(r.Id))
            .Select(r =>
            {
                var task = whole[r.Id];
                return new Line(
                    r,
                    task.Description,
                    [
                        .. task
                            .Helpers.Select(h => names.GetValueOrDefault(h.Person))
                            .OfType<string>()
                            .Order(StringComparer.Ordinal),
                    ],
                    task.Lines(),
                    [
                        .. task
                            .Waits.Select(w => keys.GetValueOrDefault(w.For))
                            .OfType<string>()
                            .Order(StringComparer.Ordinal),
                    ]
                );
            });
    }
}

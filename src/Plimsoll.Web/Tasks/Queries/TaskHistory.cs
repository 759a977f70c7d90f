using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Tasks.Queries;

/// <summary>
/// What happened to this task? For everyone who sees it; a project or a task that she may not see is not named there
/// either.
/// </summary>
public sealed class TaskHistory(
    IDbContextFactory<PlimsollDb> store,
    IBookedProjects booked,
    FactReader reader
)
{
    public const int Most = 50;

    public async Task<IReadOnlyList<FactLine>> Ask(TaskId task, Actor actor, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        if (!await db.TasksVisibleTo(actor, booked).AnyAsync(t => t.Id == task, ct))
            return [];
        var facts = await db.Facts()
            .AsNoTracking()
            .Where(f => f.Subject == task.Value)
            .OrderByDescending(f => f.Id)
            .Take(Most)
            .ToListAsync(ct);
        var lines = await reader.Read(db, facts, new Dictionary<Guid, int>(), ct);
        return await SeesAll(db, lines, actor, ct)
            ? lines
            :
            [
                .. lines.Select(l =>
                    l with
                    {
                        About = [],
                        Changes = [.. l.Changes.Where(c => !Elsewhere.Contains(c.Property))],
                    }
                ),
            ];
    }

    /// <summary>What may lead to another project, or to a task of one.</summary>
    private static readonly string[] Elsewhere = ["project", "stream", "waitsFor"];

    private async Task<bool> SeesAll(
        PlimsollDb db,
        IReadOnlyList<FactLine> lines,
        Actor actor,
        CancellationToken ct
    )
    {
        if (actor.May(Right.SeeAllClients))
            return true;
        // Lists of tasks are told as words, without their ids: whoever does not see all projects is not told of them.
        if (lines.Any(l => l.Changes.Any(c => c.Property == "waitsFor")))
            return false;
        var projects = lines
            .SelectMany(l => l.Changes)
            .Where(c => c.Property == "project")
            .SelectMany(c => new[] { c.Before, c.After })
            .Select(v => v?.Thing?.Id)
            .OfType<Guid>()
            .Select(ProjectId.From)
            .ToHashSet();
        var seen = await db.ProjectsVisibleTo(actor, booked)
            .CountAsync(p => projects.Contains(p.Id), ct);
        return seen == projects.Count;
    }
}

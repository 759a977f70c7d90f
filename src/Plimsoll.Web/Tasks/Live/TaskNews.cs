using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.SignIn.Store;
using Plimsoll.Web.Tasks.Queries;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.Live;

/// <summary>
/// New facts of tasks, told to each watcher as far as she may see them: which tasks changed, not how. Her page asks for
/// them again, under her own rights. Of what has gone out of her sight she learns only that something has.
/// </summary>
internal sealed class TaskNews
{
    /// <summary>More at once than this is not worth telling one by one: the page is read again.</summary>
    public const int TasksAtMost = 300;

    private readonly PlimsollDb _db;
    private readonly IBookedProjects _booked;
    private readonly IReadOnlyList<FactRow> _facts;
    private readonly List<FactRow> _changes;

    public TaskNews(PlimsollDb db, IBookedProjects booked, IReadOnlyList<FactRow> facts)
    {
        (_db, _booked, _facts) = (db, booked, facts);
        _changes = [.. facts.Where(f => f.Kind.StartsWith("tasks.", StringComparison.Ordinal))];
    }

    public async Task Tell(IReadOnlyList<TaskWatcher> watchers, CancellationToken ct)
    {
        // Whoever is another than she was, or has left, starts anew and is asked who she is.
        var changed = _facts
            .Where(f =>
                f.Kind.StartsWith("people.person", StringComparison.Ordinal)
                || LeavingFacts.Are(f.Kind)
            )
            .Select(f => f.Subject)
            .ToHashSet();
        foreach (var watcher in watchers.Where(w => changed.Contains(w.Actor.Person.Value)))
            watcher.Leave();
        if (_changes.Count == 0)
            return;
        var last = _changes[^1].Id;
        if (_changes.Count > TasksAtMost)
        {
            foreach (var watcher in watchers)
                watcher.Tell(new("tasks", Written([], [], gone: true), last));
            return;
        }
        var ids = _changes.Select(f => new TaskId(f.Subject)).ToHashSet();
        foreach (var same in watchers.GroupBy(w => (w.Actor.Person, w.Actor.Position)))
        {
            var actor = same.First().Actor;
            var seen = await _db.TasksVisibleTo(actor, _booked)
                .Where(t => ids.Contains(t.Id))
                .Select(t => t.Id)
                .ToListAsync(ct);
            var mine = _changes.Where(f => seen.Contains(new TaskId(f.Subject))).ToList();
            var gone = _changes.Exists(f => MayBeGone(f, actor) && !mine.Contains(f));
            if (mine.Count == 0 && !gone)
                continue;
            var batches = mine.Select(f => f.Batch).Distinct().ToList();
            var told = new LiveEvent("tasks", Written(seen, batches, gone), last);
            foreach (var watcher in same)
                watcher.Tell(told);
        }
    }

    /// <summary>Whether a change may have taken a task away from her that her page still shows.</summary>
    private static bool MayBeGone(FactRow fact, Actor actor) =>
        fact.Kind == TaskFact.Deleted
        || fact.Kind != TaskFact.Added
            && fact.Changes is { } changes
            && (
                changes.Contains("\"project\"", StringComparison.Ordinal)
                || changes.Contains(actor.Person.ToString(), StringComparison.Ordinal)
            );

    private static string Written(
        IReadOnlyList<TaskId> tasks,
        IReadOnlyList<Guid?> batches,
        bool gone
    ) =>
        JsonSerializer.Serialize(
            new
            {
                tasks = tasks.Select(t => t.Value),
                batches,
                gone,
            }
        );
}

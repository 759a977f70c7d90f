using System.Text.Json;
using System.Text.Json.Nodes;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Tasks.Store;

/// <summary>
/// What facts of tasks are called and what they carry. Their subject is the task; their changes hold each property as
/// it was and as it is, so that a change can be read, told of and undone. What people need not read (the place in a
/// column, the lines of a checklist with their ids) lies under <c>kept</c>.
/// </summary>
internal static class TaskFact
{
    public const string Added = "tasks.task-added";
    public const string Changed = "tasks.task-changed";
    public const string Assigned = "tasks.task-assigned";
    public const string Moved = "tasks.task-moved";
    public const string Placed = "tasks.task-placed";
    public const string Checked = "tasks.checklist-changed";
    public const string Waits = "tasks.waits-changed";
    public const string Deleted = "tasks.task-deleted";
    public const string Undone = "tasks.change-undone";

    private const string Kept = "kept";

    /// <summary>What a fact of a task is about besides it, for those who react to it.</summary>
    public sealed record About(Guid Project, string? Item = null);

    /// <summary>Records what became of a task; nothing when nothing did.</summary>
    /// <param name="was">How it was; <c>null</c> when it is new.</param>
    public static bool RecordTask(
        this PlimsollDb db,
        string kind,
        ProjectTask task,
        TaskContent? was,
        Actor actor,
        DateTime now,
        Guid batch,
        string? item = null
    )
    {
        var changes = Difference(
            was is null ? null : Written(was),
            kind == Deleted ? null : Written(task.Content())
        );
        if (changes.Count == 0)
            return false;
        if (kind == Deleted)
            changes["name"] = new JsonArray(task.Title, null);
        db.Record(
            kind,
            task.Id.Value,
            actor,
            now,
            changes,
            new About(task.Project.Value, item),
            batch
        );
        return true;
    }

    /// <summary>The name of a change by what it changed.</summary>
    public static string KindOf(TaskContent was, TaskContent now)
    {
        if (was.Standing.State != now.Standing.State)
            return Moved;
        return was.Responsible != now.Responsible ? Assigned : Changed;
    }

    /// <summary>
    /// What the task was before these changes; <c>null</c> when something else has been changed of it since.
    /// </summary>
    public static TaskContent? Before(ProjectTask task, string changes)
    {
        var image = Written(task.Content());
        var kept = image[Kept]!.AsObject();
        foreach (var (property, change) in JsonNode.Parse(changes)!.AsObject())
            if (change is JsonArray { Count: 2 } pair)
            {
                if (!JsonNode.DeepEquals(image[property], pair[1]))
                    return null;
                image[property] = pair[0]?.DeepClone();
            }
            else if (property == Kept && change is JsonObject both)
                foreach (var (name, before) in both["was"]!.AsObject())
                {
                    if (name == "checklist" && !JsonNode.DeepEquals(kept[name], both["now"]?[name]))
                        return null;
                    kept[name] = before?.DeepClone();
                }
        return Read(image);
    }

    /// <summary>What the task waited for before these changes, if they changed it.</summary>
    public static IReadOnlyList<TaskId> WaitedFor(string? changes) =>
        changes is not null && JsonNode.Parse(changes)!["waitsFor"] is JsonArray { Count: 2 } pair
            ? [.. pair[0]?.AsArray().Select(id => new TaskId(id!.GetValue<Guid>())) ?? []]
            : [];

    private static JsonObject Difference(JsonObject? was, JsonObject? now)
    {
        var changes = new JsonObject();
        foreach (var (name, _) in now ?? was!)
        {
            if (name == Kept)
                continue;
            var (before, after) = (was?[name], now?[name]);
            if (!JsonNode.DeepEquals(before, after) && !(IsNothing(before) && IsNothing(after)))
                changes[name] = new JsonArray(before?.DeepClone(), after?.DeepClone());
        }
        if (was is null || now is null)
            return changes;
        var (old, young) = (new JsonObject(), new JsonObject());
        foreach (var (name, before) in was[Kept]!.AsObject())
            if (!JsonNode.DeepEquals(before, now[Kept]![name]))
            {
                old[name] = before?.DeepClone();
                young[name] = now[Kept]![name]?.DeepClone();
            }
        if (old.Count > 0)
            changes[Kept] = new JsonObject { ["was"] = old, ["now"] = young };
        return changes;
    }

    private static bool IsNothing(JsonNode? value) => value is null or JsonArray { Count: 0 };

    private static JsonObject Written(TaskContent task) =>
        JsonSerializer
            .SerializeToNode(
                new Image(
                    task.Project.Value,
                    task.Stream?.Value,
                    task.Title,
                    task.Description,
                    task.Responsible?.Value,
                    [.. task.Helpers.Select(h => h.Value)],
                    task.Reviewer?.Value,
                    task.Standing.State.ToString(),
                    task.Priority.ToString(),
                    task.Starts,
                    task.Due,
                    task.Estimate?.Value,
                    [.. task.WaitsFor.Select(w => w.Value)],
                    new Rest(
                        task.Number,
                        task.Standing.By.Value,
                        Moment(task.Standing.Since),
                        task.Standing.Rank,
                        [
                            .. task.Checklist.Select(l => new Item(
                                l.Id.Value,
                                l.Text,
                                l.DoneBy?.Value,
                                l.DoneAt is { } at ? Moment(at) : null
                            )),
                        ]
                    )
                ),
                FactJson.Options
            )!
            .AsObject();

    private static TaskContent Read(JsonObject json)
    {
        var image = json.Deserialize<Image>(FactJson.Options)!;
        return new TaskContent(
            new(image.Project),
            image.Kept.Number,
            image.Stream is { } stream ? new StreamId(stream) : null,
            image.Title,
            image.Description,
            image.Responsible is { } responsible ? new PersonId(responsible) : null,
            [.. (image.Helpers ?? []).Select(PersonId.From)],
            image.Reviewer is { } reviewer ? new PersonId(reviewer) : null,
            Enum.Parse<TaskPriority>(image.Priority),
            image.Starts,
            image.Due,
            image.Estimate is { } estimate ? new Minutes(estimate) : null,
            new TaskStanding(
                Enum.Parse<TaskState>(image.State),
                new(image.Kept.StateBy),
                Moment(image.Kept.StateSince),
                image.Kept.Rank
            ),
            [
                .. image.Kept.Checklist.Select(i => new ChecklistLine(
                    new(i.Id),
                    i.Text,
                    i.DoneBy is { } by ? new PersonId(by) : null,
                    i.DoneAt is { } at ? Moment(at) : null
                )),
            ],
            [.. (image.WaitsFor ?? []).Select(TaskId.From)]
        );
    }

    // To the millisecond: the databases keep moments to different places.
    private static long Moment(DateTime at) =>
        new DateTimeOffset(at, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private static DateTime Moment(long milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime;

    private sealed record Image(
        Guid Project,
        Guid? Stream,
        string Title,
        string? Description,
        Guid? Responsible,
        Guid[]? Helpers,
        Guid? Reviewer,
        string State,
        string Priority,
        DateOnly? Starts,
        DateOnly? Due,
        int? Estimate,
        Guid[]? WaitsFor,
        Rest Kept
    );

    private sealed record Rest(
        int Number,
        Guid StateBy,
        long StateSince,
        string Rank,
        Item[] Checklist
    );

    private sealed record Item(Guid Id, string Text, Guid? DoneBy, long? DoneAt);
}

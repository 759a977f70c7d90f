using System.Text.Json;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Tasks.Queries;
using Plimsoll.Web.Tasks.UseCases;

namespace Plimsoll.Web.Tasks.Api;

/// <summary>Tasks, for programs.</summary>
internal static class TasksApi
{
    internal const string Read = "tasks:read";
    internal const string Write = "tasks:write";

    /// <summary>The number that undoes what was just done to one task.</summary>
    internal const string UndoHeader = "Plimsoll-Undo";

    public static void Map(RouteGroupBuilder api)
    {
        var tasks = api.MapGroup("/tasks").WithTags("Tasks");
        tasks
            .MapGet("/", List)
            .Needs(Read)
            .WithName("ListTasks")
            .WithSummary(
                "The tasks the caller may see, filtered and sorted by the words of the list's own address; sort=created reads on without an end."
            )
            .Produces<TasksWire>();
        tasks
            .MapGet("/counts", Counts)
            .Needs(Read)
            .WithName("CountTasks")
            .WithSummary("How much there is to do for the caller, by when and by whose turn it is.")
            .Produces<TaskCountsWire>();
        tasks
            .MapGet("/{task}", One)
            .Needs(Read)
            .WithName("GetTask")
            .WithSummary("One task, by its id or its key (HA-42).")
            .Produces<TaskWire>();
        tasks
            .MapPost("/", Add)
            .Needs(Write)
            .WithName("AddTask")
            .WithSummary("Writes down a task in a project.")
            .Accepts<TaskWords>("application/json")
            .Produces<TaskWire>(StatusCodes.Status201Created);
        tasks
            .MapPatch("/{id:guid}", Change)
            .Needs(Write)
            .WithName("ChangeTask")
            .WithSummary(
                "Changes what is sent of a task; If-Match names the version it was made from. The number that undoes it is the header Plimsoll-Undo."
            )
            .Accepts<TaskWords>("application/json")
            .Produces<TaskWire>();
        tasks
            .MapDelete("/{id:guid}", Delete)
            .Needs(Write)
            .WithName("DeleteTask")
            .WithSummary(
                "Deletes a task that nothing depends on; what will not be done is dropped."
            )
            .Produces(StatusCodes.Status204NoContent);
        tasks
            .MapPost("/changes", ChangeMany)
            .Needs(Write)
            .WithName("ChangeTasks")
            .WithSummary("Changes many tasks at once: all of them, or none.")
            .Accepts<TaskChangesWords>("application/json")
            .Produces<TasksChangedWire>();
        tasks
            .MapPost("/undo/{batch:guid}", Undo)
            .Needs(Write)
            .WithName("UndoTaskChange")
            .WithSummary(
                "Undoes what the caller did in one go, while nobody has changed the same since."
            )
            .Produces<TasksChangedWire>();
    }

    private static async Task<IResult> List(
        TaskList tasks,
        Asking asking,
        HttpContext http,
        string? q,
        string? person,
        string? part,
        bool? unassigned,
        Guid? project,
        Guid? client,
        Guid? stream,
        string? state,
        string? priority,
        string? due,
        DateOnly? from,
        DateOnly? until,
        string? waiting,
        string? sort,
        string? cursor,
        int? limit,
        CancellationToken ct
    )
    {
        // The parameters are named for the description; the list's address has one reader.
        var view = TaskView.Read(http.Request.QueryString.Value) with
        {
            Group = TaskGroup.None,
        };
        var found = await tasks.Ask(view, asking.Actor, asking.Phrases.Culture, ct);
        return found.IsLost
            ? Answer.Problem(new IsNotUnderstood("cursor"), asking.Phrases)
            : TypedResults.Ok(
                new TasksWire([.. found.Rows.Select(TaskRowWire.Of)], found.Total, found.Next)
            );
    }

    private static async Task<IResult> Counts(
        TaskCounts counts,
        Asking asking,
        CancellationToken ct
    )
    {
        var c = await counts.Ask(asking.Actor, ct);
        return TypedResults.Ok(
            new TaskCountsWire(
                c.Open,
                c.Overdue,
                c.Today,
                c.Week,
                c.Month,
                c.WaitingForMe,
                c.WaitingForOthers,
                c.WaitingForClient
            )
        );
    }

    internal static async Task<IResult> One(
        string task,
        TaskCard card,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    ) =>
        Answer.Of(
            await card.Ask(task, asking.Actor, ct),
            asking.Phrases,
            view =>
            {
                ETag.Write(http, view.Row.Version);
                return TypedResults.Ok(TaskWire.Of(view, asking.Actor.Person));
            }
        );

    private static async Task<IResult> Add(
        JsonElement json,
        AddTask add,
        TaskCard card,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (TaskReading.Words(json).Refused(out var unread, out var words))
            return Answer.Problem(unread, asking.Phrases);
        if (TaskReading.Change(json).Refused(out var wrong, out var content))
            return Answer.Problem(wrong, asking.Phrases);
        if (words.Project is not { } project)
            return Answer.Problem(new IsMissing("project"), asking.Phrases);
        var command = new AddTask.Command(new(project), content, words.Checklist);
        return await Added(await add.Run(command, asking.Actor, ct), card, asking, http, ct);
    }

    internal static async Task<IResult> Added(
        Outcome<AddTask.Added> done,
        TaskCard card,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (done.Refused(out var no, out var added))
            return Answer.Problem(no, asking.Phrases);
        return Answer.Of(
            await card.Ask(added.Task.ToString(), asking.Actor, ct),
            asking.Phrases,
            view =>
            {
                ETag.Write(http, view.Row.Version);
                http.Response.Headers[UndoHeader] = added.Batch.ToString();
                return TypedResults.Created(
                    $"/api/v1/tasks/{added.Task}",
                    TaskWire.Of(view, asking.Actor.Person)
                );
            }
        );
    }

    private static async Task<IResult> Change(
        Guid id,
        JsonElement json,
        ChangeTasks change,
        TaskCard card,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (ETag.Seen(http.Request).Refused(out var unseen, out var version))
            return Answer.Problem(unseen, asking.Phrases);
        if (TaskReading.Change(json).Refused(out var wrong, out var to))
            return Answer.Problem(wrong, asking.Phrases);
        var done = await change.Run(new(new TaskId(id), to, version), asking.Actor, ct);
        if (done.Refused(out var no, out var changed))
            return Answer.Problem(no, asking.Phrases);
        if (changed.Count > 0)
            http.Response.Headers[UndoHeader] = changed.Batch.ToString();
        return await One(id.ToString(), card, asking, http, ct);
    }

    private static async Task<IResult> Delete(
        Guid id,
        DeleteTask delete,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    ) =>
        Answer.Of(
            await delete.Run(new(new(id), ETag.SeenIfAny(http.Request)), asking.Actor, ct),
            asking.Phrases,
            _ => TypedResults.NoContent()
        );

    private static async Task<IResult> ChangeMany(
        JsonElement json,
        ChangeTasks change,
        Asking asking,
        CancellationToken ct
    )
    {
        var changes = new List<ChangeTasks.One>();
        if (
            json.ValueKind != JsonValueKind.Object
            || !json.TryGetProperty("changes", out var list)
            || list.ValueKind != JsonValueKind.Array
        )
            return Answer.Problem(new IsMissing("changes"), asking.Phrases);
        foreach (var one in list.EnumerateArray())
        {
            if (
                one.ValueKind != JsonValueKind.Object
                || !one.TryGetProperty("task", out var task)
                || task.ValueKind != JsonValueKind.String
                || !task.TryGetGuid(out var id)
                || !one.TryGetProperty("set", out var set)
            )
                return Answer.Problem(new IsNotUnderstood("changes"), asking.Phrases);
            if (TaskReading.Change(set).Refused(out var wrong, out var to))
                return Answer.Problem(wrong, asking.Phrases);
            int? seen =
                one.TryGetProperty("version", out var version)
                && version.ValueKind == JsonValueKind.Number
                && version.TryGetInt32(out var number)
                    ? number
                    : null;
            changes.Add(new(new(id), to, seen));
        }
        return Answer.Of(
            await change.Run(new(changes), asking.Actor, ct),
            asking.Phrases,
            done => TypedResults.Ok(new TasksChangedWire(done.Batch, done.Count))
        );
    }

    private static async Task<IResult> Undo(
        Guid batch,
        UndoTaskChange undo,
        Asking asking,
        CancellationToken ct
    ) =>
        Answer.Of(
            await undo.Run(new(batch), asking.Actor, ct),
            asking.Phrases,
            done => TypedResults.Ok(new TasksChangedWire(done.Batch, done.Count))
        );
}

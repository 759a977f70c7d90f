using System.Text.Json;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Tasks.Queries;
using Plimsoll.Web.Tasks.UseCases;

namespace Plimsoll.Web.Tasks.Api;

/// <summary>What a task goes through and what belongs to it, for programs: its state, its checklist, what it waits for.</summary>
internal static class TaskPartsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var tasks = api.MapGroup("/tasks").WithTags("Tasks");
        tasks
            .MapPost("/{id:guid}/state", Move)
            .Needs(TasksApi.Write)
            .WithName("MoveTask")
            .WithSummary(
                "Brings a task to another state, or to another place in its column; If-Match is looked at when it is sent. "
                    + "The number that undoes it is the header Plimsoll-Undo."
            )
            .Accepts<TaskMoveWords>("application/json")
            .Produces<TaskWire>();
        tasks
            .MapPost("/{id:guid}/checklist", Check)
            .Needs(TasksApi.Write)
            .WithName("ChangeChecklist")
            .WithSummary("Adds, ticks, renames, moves and removes lines of a task's checklist.")
            .Produces<TaskWire>();
        tasks
            .MapPut("/{id:guid}/waits-for/{row:guid}", Wait)
            .Needs(TasksApi.Write)
            .WithName("WaitForTask")
            .WithSummary("Makes a task wait for another one; never in a circle.")
            .Produces<TaskWire>();
        tasks
            .MapDelete("/{id:guid}/waits-for/{row:guid}", StopWaiting)
            .Needs(TasksApi.Write)
            .WithName("StopWaitingForTask")
            .WithSummary("A task need not wait for that other one any more.")
            .Produces<TaskWire>();
    }

    private static async Task<IResult> Move(
        Guid id,
        JsonElement json,
        MoveTask move,
        TaskCard card,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (TaskReading.Move(json).Refused(out var wrong, out var command))
            return Answer.Problem(wrong, asking.Phrases);
        command = command with { Task = new(id), Seen = ETag.SeenIfAny(http.Request) };
        var done = await move.Run(command, asking.Actor, ct);
        return await Told(done, id, card, asking, http, ct);
    }

    private static async Task<IResult> Check(
        Guid id,
        ChecklistWords words,
        ChangeChecklist change,
        TaskCard card,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (words.Lines?.Any(l => l is null) is true)
            return Answer.Problem(new IsNotUnderstood("lines"), asking.Phrases);
        var lines = (words.Lines ?? []).Select(l => new ChangeChecklist.Line(
            l.Item is { } item ? new ChecklistItemId(item) : null,
            l.Text,
            l.Done,
            l.Place,
            l.Removed
        ));
        var command = new ChangeChecklist.Command(
            new(id),
            [.. lines],
            ETag.SeenIfAny(http.Request)
        );
        var done = await change.Run(command, asking.Actor, ct);
        return await Told(done, id, card, asking, http, ct);
    }

    private static async Task<IResult> Wait(
        Guid id,
        Guid row,
        WaitForTask wait,
        TaskCard card,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        var command = new WaitForTask.Command(new(id), new(row), ETag.SeenIfAny(http.Request));
        return await Told(await wait.Run(command, asking.Actor, ct), id, card, asking, http, ct);
    }

    private static async Task<IResult> StopWaiting(
        Guid id,
        Guid row,
        StopWaitingForTask stop,
        TaskCard card,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        var command = new StopWaitingForTask.Command(
            new(id),
            new(row),
            ETag.SeenIfAny(http.Request)
        );
        return await Told(await stop.Run(command, asking.Actor, ct), id, card, asking, http, ct);
    }

    private static async Task<IResult> Told(
        Outcome<TasksChanged> done,
        Guid id,
        TaskCard card,
        Asking asking,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (done.Refused(out var no, out var changed))
            return Answer.Problem(no, asking.Phrases);
        if (changed.Count > 0)
            http.Response.Headers[TasksApi.UndoHeader] = changed.Batch.ToString();
        return await TasksApi.One(id.ToString(), card, asking, http, ct);
    }
}

using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Text;
using Plimsoll.Web.Tasks.Queries;
using Plimsoll.Web.Tasks.UseCases;

namespace Plimsoll.Web.Tasks.Pages;

public sealed partial class TaskPage(
    TaskCard tasks,
    TaskChoices taskChoices,
    TaskHistory taskHistory,
    DoneToTasks doneToTasks,
    ChangeTasks change,
    ChangeChecklist check,
    WaitForTask wait,
    StopWaitingForTask stopWaiting,
    DeleteTask delete,
    UndoTaskChange undo,
    NavigationManager navigation
)
{
    private TaskCard.View? _card;
    private TaskChoices.View _choices = new([], [], []);
    private IReadOnlyList<TaskChoices.Choice> _streams = [];
    private IReadOnlyList<FactLine> _history = [];
    private DoneToTasks.View? _done;
    private Refusal? _refusal;

    [Parameter]
    public string Key { get; set; } = "";

    [SupplyParameterFromQuery]
    private string? Ask { get; set; }

    /// <summary>The number of what was just done.</summary>
    [SupplyParameterFromQuery]
    private Guid? Did { get; set; }

    [SupplyParameterFromQuery(Name = "back")]
    private string? BackTo { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    private CancellationToken Ct => Http.RequestAborted;

    /// <summary>Where the task was open beside a list; nothing else of the web.</summary>
    private string? Back =>
        BackTo?.StartsWith(TaskWords.Page + "?", StringComparison.Ordinal) == true ? BackTo : null;

    private TaskId Id => _card!.Row.Id;

    protected override async Task OnInitializedAsync()
    {
        if ((await tasks.Ask(Key, Actor, Ct)).Refused(out _, out var card))
        {
            navigation.NotFound();
            return;
        }
        _card = card;
        if (card.Row.MayChange)
        {
            _choices = await taskChoices.Ask(Actor, T.Culture, Ct);
            _streams = await taskChoices.Streams(card.Row.Project, Actor, T.Culture, Ct);
        }
        await Listen(card.Row);
        _history = await taskHistory.Ask(card.Row.Id, Actor, Ct);
        _done = await doneToTasks.Ask(Did, Actor, Ct);
    }

    private async Task Move(TaskActEntry act)
    {
        TaskChange? to =
            act.Do == "take" ? new() { Responsible = new(Actor.Person) }
            : Kebab.Read<TaskState>(act.Do) is { } state ? new() { State = new(state) }
            : null;
        Told(
            to is null
                ? new IsNotUnderstood("state")
                : await change.Run(new(Id, to, act.Version), Actor, Ct)
        );
    }

    private async Task List(TaskActEntry act)
    {
        var words = act.Do?.Split('|');
        ChangeChecklist.Line? line = words switch
        {
            ["add"] => new(Text: act.Text ?? ""),
            [var what and ("tick" or "untick"), var id] when Guid.TryParse(id, out var item) => new(
                new(item),
                Done: what == "tick"
            ),
            ["remove", var id] when Guid.TryParse(id, out var item) => new(
                new(item),
                Removed: true
            ),
            _ => null,
        };
        Told(
            line is null
                ? new IsNotUnderstood("checklist")
                : await check.Run(new(Id, [line]), Actor, Ct)
        );
    }

    private async Task Wait(TaskActEntry act)
    {
        if (act.Do?.Split('|') is ["remove", var id] && Guid.TryParse(id, out var gone))
        {
            Told(await stopWaiting.Run(new(Id, new(gone)), Actor, Ct));
            return;
        }
        var found = await tasks.Ask(act.Text?.Trim(), Actor, Ct);
        Told(
            found.Refused(out _, out var other)
                ? new IsMissing("waitsFor")
                : await wait.Run(new(Id, other.Row.Id), Actor, Ct)
        );
    }

    private async Task Change(TaskEntry entry)
    {
        if (entry.Read(project: true).Refused(out var no, out var to))
        {
            _refusal = no;
            return;
        }
        // A stream belongs to its project, and is chosen anew in another one.
        if (to.Project is { } project && project.Value != _card!.Row.Project)
            to = to with { Stream = null };
        Told(await change.Run(new(Id, to, entry.Version), Actor, Ct));
    }

    private async Task Delete()
    {
        _refusal = (await delete.Run(new(Id), Actor, Ct)).Refusal;
        if (_refusal is null)
            navigation.NavigateTo(TaskWords.Page);
    }

    private async Task TakeBack(Guid batch) => Told(await undo.Run(new(batch), Actor, Ct));

    /// <summary>Back to where it was open, with what was done to be undone there.</summary>
    private void Told(Outcome<TasksChanged> done)
    {
        if (done.Refused(out _refusal, out var changed))
            return;
        // The id stays when the key changes with the project.
        var page = Back ?? $"{TaskWords.Page}/{Id}";
        if (changed.Count > 0)
            page +=
                (page.Contains('?', StringComparison.Ordinal) ? "&" : "?") + $"did={changed.Batch}";
        navigation.NavigateTo(page);
    }
}

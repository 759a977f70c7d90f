using System.Globalization;
using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.People.Pages;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.UseCases;
using Plimsoll.Web.Platform.Text;
using Plimsoll.Web.Tasks.Pages.Parts;
using Plimsoll.Web.Tasks.Queries;
using Plimsoll.Web.Tasks.UseCases;

namespace Plimsoll.Web.Tasks.Pages;

public sealed partial class TasksPage(
    TaskList tasks,
    TaskBoard boards,
    TaskCalendar calendars,
    TaskTimeline timelines,
    TaskCard cards,
    TaskChoices taskChoices,
    DoneToTasks doneToTasks,
    ChangeTasks change,
    UndoTaskChange undo,
    ViewList views,
    SaveView save,
    DropView drop,
    NavigationManager navigation
)
{
    private TaskView _view = new();
    private TaskList.View _list = new(default, [], 0, false, false, null);
    private TaskBoard.View? _board;
    private TaskCalendar.View? _calendar;
    private TaskTimeline.View? _timeline;
    private TaskCard.View? _card;
    private TaskChoices.View _choices = new([], [], []);
    private IReadOnlyList<TaskChoices.Choice> _streams = [];
    private IReadOnlyList<TaskChoices.Choice> _cardStreams = [];
    private DoneToTasks.View? _done;
    private IReadOnlyList<ViewList.Row> _views = [];
    private Refusal? _viewRefusal;
    private Refusal? _refusal;

    /// <summary>The number of what was just done.</summary>
    [SupplyParameterFromQuery]
    private Guid? Did { get; set; }

    [SupplyParameterFromForm(FormName = "tasks")]
    private ActEntry? Act { get; set; }

    [SupplyParameterFromForm(FormName = "task-set")]
    private SetEntry? Set { get; set; }

    [SupplyParameterFromForm(FormName = "keep-view")]
    private KeptView? KeepForm { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    private CancellationToken Ct => Http.RequestAborted;

    /// <summary>The usual ways to look at the tasks.</summary>
    private static IReadOnlyList<(string Word, TaskView View)> Presets { get; } =
    [
        ("all", new()),
        ("mine", new() { Person = TaskView.Me }),
        ("waiting-me", new() { Waiting = TaskWaiting.Me }),
        ("waiting-others", new() { Waiting = TaskWaiting.Others }),
        ("waiting-client", new() { Waiting = TaskWaiting.Client }),
    ];

    private string? SortWord =>
        _view.Descending ? "-" + Kebab.Of(_view.Sort)
        : _view.Sort == default ? null
        : Kebab.Of(_view.Sort);

    protected override async Task OnInitializedAsync()
    {
        _view = TaskView.Read(new Uri(navigation.Uri).Query);
        switch (_view.Shape)
        {
            case TaskShape.Board:
                _board = await boards.Ask(_view, Actor, T.Culture, Ct);
                break;
            case TaskShape.Calendar:
                _calendar = await calendars.Ask(_view, Actor, Ct);
                break;
            case TaskShape.Timeline:
                _timeline = await timelines.Ask(_view, Actor, T.Culture, Ct);
                break;
            default:
                _list = await tasks.Ask(_view, Actor, T.Culture, Ct);
                break;
        }
        _choices = await taskChoices.Ask(Actor, T.Culture, Ct);
        if (_view.Project is { } project)
            _streams = await taskChoices.Streams(project, Actor, T.Culture, Ct);
        _done = await doneToTasks.Ask(Did, Actor, Ct);
        _views = await views.Ask("tasks", Actor, Ct);
        if (_view.Open is null)
            return;
        if ((await cards.Ask(_view.Open, Actor, Ct)).Refused(out _, out _card))
            return;
        await Listen(_card.Row);
        if (_card.Row.MayChange)
            _cardStreams = await taskChoices.Streams(_card.Row.Project, Actor, T.Culture, Ct);
    }

    private async Task Do()
    {
        if (Act is not { } act)
            return;
        Told(
            act.Do?.Split('|') switch
            {
                ["move", var id, var version, var word]
                    when One(id, version) is var (task, seen)
                        && Kebab.Read<TaskState>(word) is { } state => await change.Run(
                    new(task, new() { State = new(state) }, seen),
                    Actor,
                    Ct
                ),
                ["take", var id, var version] when One(id, version) is var (task, seen) =>
                    await change.Run(
                        new(task, new() { Responsible = new(Actor.Person) }, seen),
                        Actor,
                        Ct
                    ),
                ["bulk"] => await Many(act),
                _ => new IsNotUnderstood("act"),
            }
        );
    }

    /// <summary>The due day or the one responsible, set in the list itself.</summary>
    private async Task SetOne()
    {
        if (Set?.Read() is not { } to)
        {
            _refusal = new IsNotUnderstood("act");
            return;
        }
        Told(await change.Run(new(new TaskId(Set.Task), to, Set.Version), Actor, Ct));
    }

    private async Task<Outcome<TasksChanged>> Many(ActEntry act) =>
        await change.Run(
            new([
                .. (act.Ids ?? [])
                    .Distinct()
                    .Select(id => new ChangeTasks.One(new(id), act.Read())),
            ]),
            Actor,
            Ct
        );

    /// <summary>What a named view keeps: all but the task that is open and the place in the list.</summary>
    private string Shown => (_view with { Open = null, Cursor = null }).Write();

    private async Task KeepView()
    {
        if (KeepForm is not { } form)
            return;
        _viewRefusal = await form.Keep("tasks", Shown, save, drop, Actor, Ct);
        if (_viewRefusal is null)
            navigation.NavigateTo(_view.Href());
    }

    private async Task TakeBack(Guid batch) => Told(await undo.Run(new(batch), Actor, Ct));

    private void Told(Outcome<TasksChanged> done)
    {
        if (done.Refused(out _refusal, out var changed))
            return;
        navigation.NavigateTo(
            navigation.GetUriWithQueryParameter(
                "did",
                changed.Count > 0 ? changed.Batch : (Guid?)null
            )
        );
    }

    /// <summary>What is shown, without what was done last.</summary>
    private string Here => _view.Href();

    /// <summary>The same list with the task open beside it.</summary>
    private string Beside(TaskRow row) => (_view with { Open = row.Key }).Href();

    private bool IsSame(TaskView preset) => _view.Filter.Write() == preset.Write();

    /// <summary>Other tasks, in the shape in which these are shown.</summary>
    private TaskView LikeThis(TaskView view) =>
        view with
        {
            Shape = _view.Shape,
            Group = _view.Group,
            Limits = _view.Limits,
            Span = _view.Span,
            At = _view.At,
        };

    /// <summary>A limit of a column stands in the address, and in a named view.</summary>
    private void SetLimit(TaskBoardPart.LimitEntry limit)
    {
        if (Kebab.Read<TaskState>(limit.State) is not { } state)
            return;
        var others = _view.Limits.Where(l => l.State != state);
        ColumnLimit[] set = limit.Most is > 0 and <= ColumnLimit.Highest and var most
            ? [new(state, most)]
            : [];
        navigation.NavigateTo(
            (_view with { Limits = [.. others.Concat(set).OrderBy(l => l.State)] }).Href()
        );
    }

    private static (TaskId Task, int Seen)? One(string id, string version) =>
        Guid.TryParse(id, out var task)
        && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            ? (new TaskId(task), seen)
            : null;

    /// <summary>What the small forms of the list set.</summary>
    public sealed class SetEntry
    {
        public Guid Task { get; set; }
        public int? Version { get; set; }
        public string? Field { get; set; }
        public DateOnly? Due { get; set; }
        public Guid? Responsible { get; set; }

        internal TaskChange? Read() =>
            Field switch
            {
                "due" => new() { Due = new(Due) },
                "no-due" => new() { Due = new(null) },
                "responsible" => new()
                {
                    Responsible = new(Responsible is { } who ? new PersonId(who) : null),
                },
                _ => null,
            };
    }

    /// <summary>What a button of the list says, and the bar below it for the tasks that are picked.</summary>
    public sealed class ActEntry
    {
        public string? Do { get; set; }
        public List<Guid>? Ids { get; set; }
        public string? State { get; set; }
        public string? Responsible { get; set; }
        public string? Priority { get; set; }
        public DateOnly? Due { get; set; }

        internal TaskChange Read() =>
            new()
            {
                State = Kebab.Read<TaskState>(State) is { } state ? new(state) : null,
                Priority = Kebab.Read<TaskPriority>(Priority) is { } priority
                    ? new(priority)
                    : null,
                Due = Due is { } due ? new(due) : null,
                Responsible =
                    Responsible == "nobody" ? new(null)
                    : Guid.TryParse(Responsible, out var who) ? new(new PersonId(who))
                    : null,
            };
    }
}

using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Tasks.Queries;
using Plimsoll.Web.Tasks.UseCases;

namespace Plimsoll.Web.Tasks.Pages;

public sealed partial class NewTaskPage(
    AddTask add,
    TaskChoices choices,
    NavigationManager navigation
)
{
    private TaskChoices.View _choices = new([], [], []);
    private IReadOnlyList<TaskChoices.Choice> _streams = [];
    private Refusal? _refusal;

    [SupplyParameterFromForm]
    private TaskEntry Form { get; set; } = null!;

    [SupplyParameterFromQuery]
    private Guid? Project { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        Form ??= new TaskEntry { Project = Project, Responsible = Actor.Person.Value };
        var ct = Http.RequestAborted;
        _choices = await choices.Ask(Actor, T.Culture, ct);
        if (Form.Project is { } project)
            _streams = await choices.Streams(new(project), Actor, T.Culture, ct);
    }

    private async Task Add()
    {
        if (Form.Read(project: false).Refused(out _refusal, out var content))
            return;
        if (Form.Project is not { } project)
        {
            _refusal = new IsMissing("project");
            return;
        }
        var lines = Form.Checklist?.Split(
            '\n',
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );
        var done = await add.Run(new(new(project), content, lines), Actor, Http.RequestAborted);
        if (!done.Refused(out _refusal, out var added))
            navigation.NavigateTo($"{TaskWords.Page}/{added.Key}?did={added.Batch}");
    }
}

using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Tasks.Queries;

namespace Plimsoll.Web.Tasks.Pages;

/// <summary>The talk about the task that is open beside the list.</summary>
public sealed partial class TasksPage
{
    private TaskTalk.View? _talk;
    private IReadOnlyList<TaskFiles.Row> _files = [];

    [Inject]
    private TaskTalk Talk { get; set; } = null!;

    [Inject]
    private TaskFiles Files { get; set; } = null!;

    /// <summary>A comment that is to be edited.</summary>
    [SupplyParameterFromQuery(Name = "edit")]
    private Guid? Editing { get; set; }

    /// <summary>A comment that is to be reacted to.</summary>
    [SupplyParameterFromQuery(Name = "react")]
    private Guid? Reacting { get; set; }

    private async Task Listen(TaskRow task)
    {
        _talk = await Talk.Ask(
            task,
            Actor,
            Ct,
            named: (Editing ?? Reacting) is { } id ? new CommentId(id) : null
        );
        _files = await Files.Ask(task.Id, Actor, Ct);
    }
}

using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Tasks.Queries;

namespace Plimsoll.Web.Tasks.Pages;

/// <summary>What a comment says, and what it said before it was edited.</summary>
public sealed partial class CommentPage(
    TaskCard tasks,
    CommentVersions versions,
    NavigationManager navigation
)
{
    private TaskCard.View? _card;
    private CommentVersions.View? _view;

    [Parameter]
    public string Key { get; set; } = "";

    [Parameter]
    public Guid Comment { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        if (
            (await tasks.Ask(Key, Actor, ct)).Refused(out _, out _card)
            || (await versions.Ask(new CommentId(Comment), Actor, ct)).Refused(out _, out _view)
            || _view.TaskId != _card.Row.Id
        )
        {
            (_card, _view) = (null, null);
            navigation.NotFound();
        }
    }
}

using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Ui;

/// <summary>A page or part that speaks the person's language: <c>T[key]</c>.</summary>
public abstract class Spoken : ComponentBase, IHandleEvent
{
    [Inject]
    protected Asking Asking { get; set; } = null!;

    protected Phrases T => Asking.Phrases;

    protected Actor Actor => Asking.Actor;

    private bool _begun;

    /// <summary>What a form asks for. A form that came late is only drawn again, as it was filled in.</summary>
    async Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem item, object? arg)
    {
        if (Asking.FormIsLate)
            return;
        var done = item.InvokeAsync(arg);
        StateHasChanged();
        await done;
        StateHasChanged();
    }

    /// <summary>
    /// Draws once its data is there, and not before: a static page is sent whole, so a first drawing without data would
    /// only have to guard against what is missing.
    /// </summary>
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!_begun)
        {
            _begun = true;
            OnInitialized();
            await OnInitializedAsync();
        }
        OnParametersSet();
        await OnParametersSetAsync();
        StateHasChanged();
    }
}

/// <summary>A layout that speaks the person's language.</summary>
public abstract class SpokenLayout : LayoutComponentBase
{
    [Inject]
    protected Asking Asking { get; set; } = null!;

    protected Phrases T => Asking.Phrases;
}

using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Ui;

/// <summary>A page or part that speaks the person's language: <c>T[key]</c>.</summary>
public abstract class Spoken : ComponentBase
{
    [Inject]
    protected Asking Asking { get; set; } = null!;

    protected Phrases T => Asking.Phrases;

    protected Actor Actor => Asking.Actor;
}

/// <summary>A layout that speaks the person's language.</summary>
public abstract class SpokenLayout : LayoutComponentBase
{
    [Inject]
    protected Asking Asking { get; set; } = null!;

    protected Phrases T => Asking.Phrases;
}

using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Desk.Queries;
using Plimsoll.Web.Desk.UseCases;
using Plimsoll.Web.Load.UseCases;
using Plimsoll.Web.People.Queries;

namespace Plimsoll.Web.Desk.Pages;

/// <summary>What she was told, and what can be done about it.</summary>
public sealed partial class NoticesPage(
    MyNotices notices,
    ReadNotices read,
    HoldAgain hold,
    AgencyDay day,
    NavigationManager navigation
)
{
    private IReadOnlyList<MyNotices.Row> _notices = [];
    private DateOnly _today;
    private string? _refused;

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    [SupplyParameterFromForm]
    private OneForm One { get; set; } = null!;

    [SupplyParameterFromForm]
    private AgainForm Again { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        One ??= new();
        Again ??= new();
        _today = await day.Today(Http.RequestAborted);
        _notices = await notices.Ask(Actor, Http.RequestAborted);
    }

    private Task ReadAll() => Mark(null);

    private Task ReadOne() => Mark(One.Notice);

    private async Task Mark(Guid? only)
    {
        if ((await read.Run(only, Actor, Http.RequestAborted)).Refusal is { } no)
            _refused = T.Say(no);
        else
            navigation.NavigateTo("/notices");
    }

    private async Task HoldTimeAgain()
    {
        var outcome = await hold.Run(new(Again.Notice, Again.Until), Actor, Http.RequestAborted);
        if (outcome.Refusal is { } no)
            _refused = T.Say(no);
        else
            await Mark(Again.Notice);
    }

    private sealed class OneForm
    {
        public Guid Notice { get; set; }
    }

    private sealed class AgainForm
    {
        public Guid Notice { get; set; }
        public DateOnly? Until { get; set; }
    }
}

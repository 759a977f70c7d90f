using Microsoft.AspNetCore.Components;
using Plimsoll.Web.Desk.Queries;

namespace Plimsoll.Web.Desk.Pages;

public sealed partial class SearchPage(Find find)
{
    private IReadOnlyList<Find.Hit> _hits = [];

    [SupplyParameterFromQuery]
    private string? Q { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync() =>
        _hits = await find.Ask(Q, Actor, Http.RequestAborted);
}

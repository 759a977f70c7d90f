using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.UseCases;

namespace Plimsoll.Web.People.Pages;

public sealed partial class TeamsPage(TeamList teams, AddTeam add, NavigationManager navigation)
{
    private IReadOnlyList<TeamList.View> _teams = [];
    private Refusal? _refusal;

    [SupplyParameterFromQuery]
    private bool Archived { get; set; }

    [SupplyParameterFromQuery]
    private string? Said { get; set; }

    [SupplyParameterFromForm]
    private NameEntry? Form { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        if (!Actor.May(Right.ManagePeople))
            navigation.NotFound();
        else
            _teams = await teams.Ask(Archived, null, Actor, T.Culture, Http.RequestAborted);
    }

    private async Task Add()
    {
        var added = await add.Run(new(Form?.Name), Actor, Http.RequestAborted);
        if (!added.Refused(out _refusal, out var id))
            navigation.NavigateTo($"/settings/teams/{id}?said=added");
    }
}

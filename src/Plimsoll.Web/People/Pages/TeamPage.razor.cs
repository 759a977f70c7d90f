using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.UseCases;
using Plimsoll.Web.Platform.Activity;

namespace Plimsoll.Web.People.Pages;

public sealed partial class TeamPage(
    TeamList teams,
    PeopleChoices choices,
    FactsOf factsOf,
    ChangeTeam change,
    ArchiveTeam archive,
    DeleteTeam delete,
    NavigationManager navigation
)
{
    private TeamList.View? _team;
    private IReadOnlyList<Named<PersonId>> _people = [];
    private IReadOnlyList<FactLine> _history = [];
    private Refusal? _refusal;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery]
    private string? Said { get; set; }

    [SupplyParameterFromForm(FormName = "team")]
    private TeamEntry? Form { get; set; }

    [SupplyParameterFromForm]
    private ActEntry? Act { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        var found = await teams.One(new(Id), Actor, T.Culture, ct);
        if (!Actor.May(Right.ManagePeople) || found.IsRefused)
        {
            navigation.NotFound();
            return;
        }
        var team = found.Value;
        Form ??= new TeamEntry
        {
            Name = team.Name,
            Version = team.Version,
            Lead = team.Lead?.Id.Value,
            Members = [.. team.Members.Select(m => m.Id.Value)],
        };
        _people = await choices.People(Actor, T.Culture, toDecide: false, ct);
        _history = await factsOf.Ask(Id, Actor, ct);
        _team = team;
    }

    private async Task Change()
    {
        var command = new ChangeTeam.Command(
            new(Id),
            Form!.Version ?? -1,
            Form.Name,
            Form.Lead is { } lead ? new PersonId(lead) : null,
            [.. (Form.Members ?? []).Select(m => new PersonId(m))]
        );
        Finish(await change.Run(command, Actor, Http.RequestAborted), "saved");
    }

    private async Task Do()
    {
        var (id, seen, ct) = (new TeamId(Id), Act?.Version ?? -1, Http.RequestAborted);
        if (Act?.Do == "delete")
            Finish(await delete.Run(id, seen, Actor, ct), "deleted", "/settings/teams");
        else if (Act?.Do == "restore")
            Finish(await archive.Run(id, false, seen, Actor, ct), "restored");
        else
            Finish(await archive.Run(id, true, seen, Actor, ct), "archived");
    }

    private void Finish(Outcome<Done> outcome, string said, string? to = null)
    {
        _refusal = outcome.Refusal;
        if (_refusal is null)
            navigation.NavigateTo($"{to ?? $"/settings/teams/{Id}"}?said={said}");
    }
}

/// <summary>What the form of a team holds.</summary>
public sealed class TeamEntry
{
    public string? Name { get; set; }
    public int? Version { get; set; }
    public Guid? Lead { get; set; }
    public List<Guid>? Members { get; set; }
}

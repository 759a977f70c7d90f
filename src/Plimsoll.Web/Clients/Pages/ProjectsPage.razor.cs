using System.Globalization;
using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Clients.UseCases;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Clients.Pages;

public sealed partial class ProjectsPage(
    ProjectList projects,
    ClientChoices choices,
    ChangeStage change,
    NavigationManager navigation
)
{
    private PageOf<ProjectList.Row> _page = new([], null);
    private IReadOnlyList<ClientChoices.Choice> _clients = [];
    private IReadOnlyList<ClientChoices.Choice> _managers = [];
    private Refusal? _refusal;

    [SupplyParameterFromQuery]
    private string? Q { get; set; }

    [SupplyParameterFromQuery]
    private Guid? Client { get; set; }

    [SupplyParameterFromQuery]
    private string? Kind { get; set; }

    [SupplyParameterFromQuery]
    private string? Stage { get; set; }

    [SupplyParameterFromQuery]
    private Guid? Manager { get; set; }

    [SupplyParameterFromQuery]
    private bool Archived { get; set; }

    [SupplyParameterFromQuery]
    private string? Sort { get; set; }

    [SupplyParameterFromQuery]
    private string? Group { get; set; }

    [SupplyParameterFromQuery]
    private string? Cursor { get; set; }

    [SupplyParameterFromForm(FormName = "stage")]
    private MoveEntry? Move { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    private bool ByClient => Group == "client";

    private bool IsFiltered =>
        !string.IsNullOrWhiteSpace(Q)
        || Client is not null
        || Manager is not null
        || !string.IsNullOrEmpty(Kind)
        || !string.IsNullOrEmpty(Stage);

    private IEnumerable<List<ProjectList.Row>> Groups =>
        ByClient
            ? _page.Items.GroupBy(p => p.Client).Select(g => g.ToList())
            :
            [
                [.. _page.Items],
            ];

    /// <summary>What stands in the address beside the filter, and stays there when the filter is changed.</summary>
    private IEnumerable<(string Name, string Value)> Kept
    {
        get
        {
            if (Archived)
                yield return ("archived", "true");
            if (Sort is not null)
                yield return ("sort", Sort);
            if (Group is not null)
                yield return ("group", Group);
        }
    }

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        var filter = new ProjectList.Filter(
            Q,
            Client is { } client ? new ClientId(client) : null,
            Kebab.Read<ProjectKind>(Kind),
            Kebab.Read<Stage>(Stage),
            Manager is { } manager ? new PersonId(manager) : null,
            Archived,
            Sort,
            ByClient,
            Cursor,
            100
        );
        _page = await projects.Ask(filter, Actor, T.Culture, ct);
        _clients = await choices.Clients(
            Actor,
            T.Culture,
            Client is { } chosen ? new ClientId(chosen) : null,
            ct
        );
        _managers = await choices.Answerers(Actor, T.Culture, null, ct);
    }

    private async Task Advance()
    {
        if (Move?.Read() is not var (project, version, stage))
        {
            _refusal = new IsNotUnderstood("stage");
            return;
        }
        _refusal = (
            await change.Run(new(project, version, stage), Actor, Http.RequestAborted)
        ).Refusal;
        if (_refusal is null)
            navigation.NavigateTo(navigation.Uri);
    }

    private string With(string name, string? value) =>
        navigation.GetUriWithQueryParameters(
            new Dictionary<string, object?> { [name] = value, ["cursor"] = null }
        );

    /// <summary>Which project goes where: <c>project|version|stage</c>, as a button of the list says it.</summary>
    public sealed class MoveEntry
    {
        public string? To { get; set; }

        internal (ProjectId Project, int Version, Stage Stage)? Read() =>
            To?.Split('|') is [var project, var version, var word]
            && Guid.TryParse(project, out var id)
            && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            && Kebab.Read<Stage>(word) is { } stage
                ? (new ProjectId(id), seen, stage)
                : null;
    }
}

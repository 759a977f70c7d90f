using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.Clients.Pages;

public sealed partial class ClientsPage(
    ClientList clients,
    ClientChoices choices,
    NavigationManager navigation
)
{
    private PageOf<ClientList.Row> _page = new([], null);
    private IReadOnlyList<ClientChoices.Choice> _managers = [];

    [SupplyParameterFromQuery]
    private string? Q { get; set; }

    [SupplyParameterFromQuery]
    private Guid? Manager { get; set; }

    [SupplyParameterFromQuery]
    private bool Archived { get; set; }

    [SupplyParameterFromQuery]
    private string? Sort { get; set; }

    [SupplyParameterFromQuery]
    private string? Cursor { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    private bool IsFiltered => !string.IsNullOrWhiteSpace(Q) || Manager is not null;

    protected override async Task OnInitializedAsync()
    {
        var filter = new ClientList.Filter(
            Q,
            Manager is { } id ? new PersonId(id) : null,
            Archived,
            Sort,
            Cursor,
            100
        );
        _page = await clients.Ask(filter, Actor, T.Culture, Http.RequestAborted);
        _managers = await choices.Answerers(Actor, T.Culture, null, Http.RequestAborted);
    }

    private string With(string name, string? value) =>
        navigation.GetUriWithQueryParameters(
            new Dictionary<string, object?> { [name] = value, ["cursor"] = null }
        );
}

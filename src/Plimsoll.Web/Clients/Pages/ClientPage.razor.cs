using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Clients.UseCases;
using Plimsoll.Web.Platform.Activity;

namespace Plimsoll.Web.Clients.Pages;

public sealed partial class ClientPage(
    ClientCard clients,
    ClientChoices choices,
    FactsOf factsOf,
    ChangeClient change,
    ArchiveClient archive,
    RestoreClient restore,
    DeleteClient delete,
    NavigationManager navigation
)
{
    private ClientCard.View? _client;
    private Refusal? _refusal;
    private IReadOnlyList<ClientChoices.Choice> _managers = [];
    private IReadOnlyList<FactLine> _history = [];

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery]
    private string? Ask { get; set; }

    [SupplyParameterFromForm(FormName = "change")]
    private ClientEntry? Form { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        if ((await clients.Ask(new(Id), Actor, T.Culture, ct)).Refused(out _, out var client))
        {
            navigation.NotFound();
            return;
        }
        _client = client;
        if (client.MayChange)
            _managers = Choices.OfManagers(
                await choices.Answerers(Actor, T.Culture, client.AccountManager, ct),
                Actor
            );
        _history = await factsOf.Ask(Id, Actor, ct);
    }

    private async Task Change()
    {
        var command = new ChangeClient.Command(
            new(Id),
            Form?.Version ?? -1,
            Form?.Name,
            new PersonId(Form?.AccountManager ?? default),
            Form?.Note
        );
        _refusal = (await change.Run(command, Actor, Http.RequestAborted)).Refusal;
        if (_refusal is null)
            navigation.NavigateTo($"/clients/{Id}");
    }

    private async Task Do(ActEntry act)
    {
        var (id, ct) = (new ClientId(Id), Http.RequestAborted);
        _refusal = act.Do switch
        {
            "archive" => (await archive.Run(new(id, act.Version), Actor, ct)).Refusal,
            "restore" => (await restore.Run(new(id, act.Version), Actor, ct)).Refusal,
            "delete" => (await delete.Run(new(id, act.Version), Actor, ct)).Refusal,
            _ => new IsNotUnderstood("act"),
        };
        if (_refusal is null)
            navigation.NavigateTo(act.Do == "delete" ? "/clients" : $"/clients/{Id}");
    }
}

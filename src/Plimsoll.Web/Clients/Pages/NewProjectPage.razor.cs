using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Clients.UseCases;

namespace Plimsoll.Web.Clients.Pages;

public sealed partial class NewProjectPage(
    AddProject add,
    ClientChoices choices,
    NavigationManager navigation
)
{
    private Refusal? _refusal;
    private IReadOnlyList<ClientChoices.Choice> _clients = [];
    private IReadOnlyList<ClientChoices.Choice> _managers = [];

    [SupplyParameterFromForm]
    private ProjectEntry Form { get; set; } = null!;

    [SupplyParameterFromQuery]
    private Guid? Client { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        Form ??= new ProjectEntry { Client = Client, Manager = Actor.Person.Value };
        var ct = Http.RequestAborted;
        _clients = await choices.Clients(Actor, T.Culture, Form.ReadClient, ct);
        _managers = await choices.Answerers(Actor, T.Culture, null, ct);
    }

    private async Task Add()
    {
        var command = new AddProject.Command(
            Form.Name,
            Form.ReadClient,
            Form.ReadKind ?? ProjectKind.Retainer,
            Form.ReadStage,
            Form.Code,
            Form.Colour,
            Form.ReadManager,
            Form.Starts,
            Form.Ends,
            Form.Streams?.Split(
                '\n',
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            )
        );
        if ((await add.Run(command, Actor, Http.RequestAborted)).Refused(out _refusal, out var id))
            return;
        navigation.NavigateTo($"/projects/{id}");
    }
}

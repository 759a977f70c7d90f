using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Clients.UseCases;

namespace Plimsoll.Web.Clients.Pages;

public sealed partial class NewClientPage(
    AddClient add,
    ClientChoices choices,
    NavigationManager navigation
)
{
    private Refusal? _refusal;
    private IReadOnlyList<ClientChoices.Choice> _managers = [];

    [SupplyParameterFromForm]
    private ClientEntry? Form { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync() =>
        _managers = Choices.OfManagers(
            await choices.Answerers(Actor, T.Culture, null, Http.RequestAborted),
            Actor
        );

    private async Task Add()
    {
        var command = new AddClient.Command(
            Form?.Name,
            new PersonId(Form?.AccountManager ?? default),
            Form?.Note
        );
        if ((await add.Run(command, Actor, Http.RequestAborted)).Refused(out _refusal, out var id))
            return;
        navigation.NavigateTo($"/clients/{id}");
    }
}

using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Webhooks;

namespace Plimsoll.Web.Desk.Pages;

public sealed partial class WebhooksPage(
    WebhookList webhooks,
    AddWebhook add,
    NavigationManager navigation
)
{
    private List<WebhookList.Row>? _webhooks;
    private AddWebhook.Made? _made;
    private Refusal? _refusal;
    private IReadOnlyList<string> _chosen = [];

    [SupplyParameterFromForm(FormName = "add")]
    private WebhookEntry? Form { get; set; }

    [SupplyParameterFromQuery]
    private string? Said { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        if ((await webhooks.Ask(Actor, Http.RequestAborted)).Refused(out _, out _webhooks))
            navigation.NotFound();
    }

    private async Task Add()
    {
        _chosen = WebhookEntry.Chosen(Http);
        var command = new AddWebhook.Command(Form?.Name, Form?.Address, _chosen);
        var made = await add.Run(command, Actor, Http.RequestAborted);
        if (made.Refused(out _refusal, out _made))
            return;
        _webhooks = (await webhooks.Ask(Actor, Http.RequestAborted)).Value;
    }
}

/// <summary>What a webhook is called and where it leads, as it was typed.</summary>
public sealed class WebhookEntry
{
    public int? Version { get; set; }
    public string? Name { get; set; }
    public string? Address { get; set; }

    internal static IReadOnlyList<string> Chosen(HttpContext http) =>
        [.. http.Request.Form["kind"].OfType<string>()];
}

using System.Globalization;
using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Desk.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Text;
using Plimsoll.Web.Platform.Webhooks;

namespace Plimsoll.Web.Desk.Pages;

public sealed partial class WebhookPage(
    WebhookList webhooks,
    DeliveryLog log,
    FactsOf history,
    ChangeWebhook change,
    SwitchWebhook turn,
    RenewWebhookSecret renew,
    TestWebhook test,
    ReplayDeliveries replay,
    DeleteWebhook delete,
    NavigationManager navigation
)
{
    private WebhookList.Row? _webhook;
    private PageOf<DeliveryLog.Row> _log = new([], null);
    private IReadOnlyList<FactLine> _history = [];
    private DeliveryState? _state;
    private DeliveryLog.Row? _tested;
    private Refusal? _refusal;
    private string? _secret;
    private IReadOnlyList<string>? _chosen;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery]
    private string? State { get; set; }

    [SupplyParameterFromQuery]
    private string? Cursor { get; set; }

    [SupplyParameterFromQuery]
    private string? Said { get; set; }

    [SupplyParameterFromQuery]
    private int? N { get; set; }

    /// <summary>The test that was just sent.</summary>
    [SupplyParameterFromQuery]
    private long? Tested { get; set; }

    [SupplyParameterFromForm(FormName = "change")]
    private WebhookEntry? Form { get; set; }

    [SupplyParameterFromForm(FormName = "replay")]
    private RangeEntry? Range { get; set; }

    [SupplyParameterFromForm(FormName = "switch", Name = "On")]
    private bool On { get; set; }

    [SupplyParameterFromForm(FormName = "delete", Name = "Seen")]
    private int? Seen { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    private CancellationToken Ct => Http.RequestAborted;

    private string Here => $"/settings/webhooks/{Id}";

    protected override async Task OnInitializedAsync()
    {
        await Show();
        if (_webhook is null)
            navigation.NotFound();
        else if (Tested is { } sent)
            _tested = (await log.One(Id, sent, Actor, Ct)) is { IsRefused: false } found
                ? found.Value
                : null;
    }

    private async Task Show()
    {
        _state = Kebab.Read<DeliveryState>(State);
        if ((await webhooks.One(Id, Actor, Ct)).Refused(out _, out _webhook))
            return;
        var page = await log.Ask(new(Id, _state, Cursor), Actor, Ct);
        if (!page.IsRefused)
            _log = page.Value;
        _history = await history.Ask(Id, Actor, Ct);
    }

    private async Task Test()
    {
        if (!(await test.Run(Id, Actor, Ct)).Refused(out _refusal, out var sent))
            navigation.NavigateTo(
                string.Create(CultureInfo.InvariantCulture, $"{Here}?tested={sent}")
            );
    }

    private async Task Switch() =>
        Finish((await turn.Run(Id, On, Actor, Ct)).Refusal, On ? "on" : "off");

    private async Task Again(long delivery)
    {
        if (!(await replay.Run(new(Id, delivery), Actor, Ct)).Refused(out _refusal, out var count))
            Finish(null, "replayed", count);
    }

    private async Task Replay()
    {
        var command = new ReplayDeliveries.Command(
            Id,
            Since: Days.Begin(Range?.From, Asking.Zone),
            Before: Days.Begin(Range?.To?.AddDays(1), Asking.Zone)
        );
        if (!(await replay.Run(command, Actor, Ct)).Refused(out _refusal, out var count))
            Finish(null, "replayed", count);
    }

    private async Task Renew()
    {
        if (!(await renew.Run(Id, Actor, Ct)).Refused(out _refusal, out _secret))
            await Show();
    }

    private async Task Change()
    {
        _chosen = WebhookEntry.Chosen(Http);
        var command = new ChangeWebhook.Command(
            Id,
            Form?.Version ?? -1,
            Form?.Name,
            Form?.Address,
            _chosen
        );
        Finish((await change.Run(command, Actor, Ct)).Refusal, "saved");
    }

    private async Task Delete()
    {
        _refusal = (await delete.Run(Id, Seen ?? -1, Actor, Ct)).Refusal;
        if (_refusal is null)
            navigation.NavigateTo("/settings/webhooks?said=deleted");
    }

    private void Finish(Refusal? refusal, string said, int? n = null)
    {
        _refusal = refusal;
        if (refusal is null)
            navigation.NavigateTo(
                string.Create(CultureInfo.InvariantCulture, $"{Here}?said={said}&n={n}")
            );
    }

    private string Tries(DeliveryLog.Row delivery)
    {
        var tries = T.Say("webhooks.tries", ("n", delivery.Tries));
        return delivery.Milliseconds is { } ms
            ? tries + " · " + T.Say("webhooks.took", ("ms", ms))
            : tries;
    }

    private static string Look(DeliveryLog.Row delivery) =>
        delivery.State switch
        {
            DeliveryState.Delivered => "good",
            DeliveryState.Parked => "bad",
            _ => delivery.Tries > 0 ? "warn" : "",
        };

    private string? Error(string field) => _refusal?.Field == field ? T.Say(_refusal) : null;

    private static string? Iso(DateOnly? day) =>
        day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Days of a replay, the last one included.</summary>
public sealed class RangeEntry
{
    public DateOnly? From { get; set; }
    public DateOnly? To { get; set; }
}

using System.Globalization;
using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Desk.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Desk.Pages;

public sealed partial class ActivityPage(FactFeed feed, WhoActs whoActs)
{
    private static readonly string[] Rooms =
    [
        "people",
        "signin",
        "clients",
        "load",
        "desk",
        "platform",
    ];
    private PageOf<FactLine> _page = new([], null);
    private IReadOnlyList<NamedThing> _people = [];

    [SupplyParameterFromQuery]
    private string? Q { get; set; }

    [SupplyParameterFromQuery]
    private Guid? By { get; set; }

    [SupplyParameterFromQuery]
    private string? Room { get; set; }

    [SupplyParameterFromQuery]
    private Guid? Subject { get; set; }

    [SupplyParameterFromQuery]
    private DateOnly? From { get; set; }

    [SupplyParameterFromQuery]
    private DateOnly? To { get; set; }

    [SupplyParameterFromQuery]
    private string? Door { get; set; }

    [SupplyParameterFromQuery]
    private Guid? Batch { get; set; }

    [SupplyParameterFromQuery]
    private string? Cursor { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    private bool IsFiltered =>
        Subject is not null
        || Batch is not null
        || By is not null
        || From is not null
        || To is not null
        || !string.IsNullOrEmpty(Q)
        || !string.IsNullOrEmpty(Room)
        || !string.IsNullOrEmpty(Door);

    protected override async Task OnInitializedAsync()
    {
        if (!Actor.May(Right.SeeAudit))
            return;
        var ct = Http.RequestAborted;
        var filter = new FactFeed.Filter(
            By is { } person ? new PersonId(person) : null,
            Room,
            Subject,
            Days.Begin(From, Asking.Zone),
            Days.End(To, Asking.Zone),
            Kebab.Read<Door>(Door),
            Q,
            Batch,
            Grouped: true,
            Cursor,
            50
        );
        _page = await feed.Ask(filter, Actor, ct);
        _people = await whoActs.Ask(Actor, T.Culture, ct);
    }

    private static string? Iso(DateOnly? day) =>
        day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Settings;
using Plimsoll.Web.SignIn.Queries;
using Plimsoll.Web.SignIn.UseCases;

namespace Plimsoll.Web.SignIn.Pages;

public sealed partial class CalendarFeedsPage(
    OwnFeeds own,
    AddFeed add,
    RenewFeed renew,
    RevokeFeed revoke,
    PlimsollSettings settings,
    NavigationManager navigation
)
{
    private static readonly string[] Programs = ["google", "apple", "outlook"];
    private IReadOnlyList<OwnFeeds.Row> _feeds = [];
    private FeedMade? _made;
    private Refusal? _refusal;

    [SupplyParameterFromForm(FormName = "feed")]
    private NewFeed? Form { get; set; }

    [SupplyParameterFromQuery]
    private bool Revoked { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    private string? Address =>
        _made is null ? null : (settings.Address ?? navigation.BaseUri).TrimEnd('/') + _made.Path;

    protected override async Task OnInitializedAsync()
    {
        if (!Actor.May(Right.SeeOwnTeam))
            navigation.NotFound();
        else
            _feeds = await own.Ask(Actor, Http.RequestAborted);
    }

    private async Task Add() => await Show(await add.Run(Form?.Name, Actor, Http.RequestAborted));

    private async Task Renew(Guid feed) =>
        await Show(await renew.Run(feed, Actor, Http.RequestAborted));

    private async Task Show(Outcome<FeedMade> made)
    {
        if (!made.Refused(out _refusal, out _made))
            _feeds = await own.Ask(Actor, Http.RequestAborted);
    }

    private async Task Revoke(Guid feed)
    {
        if (!(await revoke.Run(feed, Actor, Http.RequestAborted)).Refused(out _refusal, out _))
            navigation.NavigateTo("/me/calendar?revoked=true");
    }

    /// <summary>With this scheme a click subscribes where a calendar program is installed.</summary>
    private static string Subscription(string address) =>
        "webcal://" + address[(address.IndexOf("://", StringComparison.Ordinal) + 3)..];

    public sealed class NewFeed
    {
        public string? Name { get; set; }
    }
}

using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.UseCases;

namespace Plimsoll.Web.People.Pages;

public sealed partial class WorkspacePage(
    WorkspaceSettings settings,
    PeopleChoices choices,
    ChangeWorkspace change,
    NavigationManager navigation
)
{
    private IReadOnlyList<Named<HolidayCalendarId>> _calendars = [];
    private Refusal? _refusal;

    /// <summary>The zones of the world by their places; the rest of the list are other names for them.</summary>
    private static readonly string[] Zones =
    [
        "UTC",
        .. TimeZoneInfo
            .GetSystemTimeZones()
            .Select(z => z.Id)
            .Where(z =>
                z.StartsWith("Africa/", StringComparison.Ordinal)
                || z.StartsWith("America/", StringComparison.Ordinal)
                || z.StartsWith("Asia/", StringComparison.Ordinal)
                || z.StartsWith("Australia/", StringComparison.Ordinal)
                || z.StartsWith("Europe/", StringComparison.Ordinal)
                || z.StartsWith("Pacific/", StringComparison.Ordinal)
            )
            .Order(StringComparer.Ordinal),
    ];

    [SupplyParameterFromQuery]
    private string? Said { get; set; }

    [SupplyParameterFromForm]
    private WorkspaceEntry? Form { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        if ((await settings.Ask(Actor, ct)).Refused(out _, out var view))
        {
            navigation.NotFound();
            return;
        }
        _calendars = (await choices.Ask(Actor, T.Culture, null, ct)).Calendars;
        Form ??= new WorkspaceEntry
        {
            Name = view.Name,
            TimeZone = view.TimeZone,
            Calendar = view.Calendar?.Value,
            Version = view.Version,
        };
    }

    private async Task Change()
    {
        var command = new ChangeWorkspace.Command(
            Form!.Version ?? -1,
            Form.Name,
            Form.TimeZone,
            Form.Calendar is { } calendar ? new HolidayCalendarId(calendar) : null
        );
        _refusal = (await change.Run(command, Actor, Http.RequestAborted)).Refusal;
        if (_refusal is null)
            navigation.NavigateTo("/settings/workspace?said=saved");
    }

    private string? Error(string field) => _refusal?.Field == field ? T.Say(_refusal) : null;
}

/// <summary>What the form of the workspace holds.</summary>
public sealed class WorkspaceEntry
{
    public string? Name { get; set; }
    public string? TimeZone { get; set; }
    public Guid? Calendar { get; set; }
    public int? Version { get; set; }
}

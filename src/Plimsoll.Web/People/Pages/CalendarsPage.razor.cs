using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.UseCases;

namespace Plimsoll.Web.People.Pages;

public sealed partial class CalendarsPage(
    CalendarList calendars,
    AddCalendar add,
    NavigationManager navigation
)
{
    private IReadOnlyList<CalendarList.Row> _calendars = [];
    private Refusal? _refusal;

    [SupplyParameterFromQuery]
    private string? Said { get; set; }

    [SupplyParameterFromForm]
    private CalendarEntry? Form { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        if (!Actor.May(Right.ManagePeople))
            navigation.NotFound();
        else
            _calendars = await calendars.Ask(Actor, T.Culture, Http.RequestAborted);
    }

    private Task AddBuiltIn()
    {
        var place = (Form?.Place ?? "").Split('/', 2);
        var region = place.Length > 1 ? place[1] : null;
        return Add(new(null, place[0], region, BuiltIn: true, Form?.InEnglish ?? false));
    }

    private Task AddOwn() => Add(new(Form?.Name, Form?.Country));

    private async Task Add(AddCalendar.Command command)
    {
        var added = await add.Run(command, Actor, Http.RequestAborted);
        if (!added.Refused(out _refusal, out var id))
            navigation.NavigateTo($"/settings/calendars/{id}?said=added");
    }
}

/// <summary>What the forms that add a calendar hold.</summary>
public sealed class CalendarEntry
{
    public string? Place { get; set; }
    public bool InEnglish { get; set; }
    public string? Name { get; set; }
    public string? Country { get; set; }
}

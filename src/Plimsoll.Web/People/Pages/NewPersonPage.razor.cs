using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.UseCases;

namespace Plimsoll.Web.People.Pages;

public sealed partial class NewPersonPage(
    PeopleChoices choices,
    HirePerson hire,
    NavigationManager navigation
)
{
    private static readonly string?[] Fields = [.. Parts.PersonFields.Names, "days"];

    private PeopleChoices.View? _choices;
    private Refusal? _refusal;

    [SupplyParameterFromForm]
    private PersonEntry? Form { get; set; }

    [SupplyParameterFromQuery]
    private string? Kind { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        if (!Actor.May(Right.ManagePeople))
        {
            navigation.NotFound();
            return;
        }
        _choices = await choices.Ask(Actor, T.Culture, null, Http.RequestAborted);
        Form ??= new PersonEntry
        {
            Kind = Kind,
            Calendar = _choices.UsualCalendar?.Value,
            Colour = _choices.NextColour,
        };
    }

    private async Task Hire()
    {
        if (TypedWeek.Read(Form!.Days).Refused(out _refusal, out var days))
            return;
        var hired = await hire.Run(Form.Hire(days), Actor, Http.RequestAborted);
        if (!hired.Refused(out _refusal, out var id))
            navigation.NavigateTo($"/people/{id}?said=hired");
    }
}

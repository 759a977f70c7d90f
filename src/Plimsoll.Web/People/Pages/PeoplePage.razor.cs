using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.People.Pages;

public sealed partial class PeoplePage(
    PersonList people,
    PeopleChoices choices,
    AgencyDay day,
    NavigationManager navigation
)
{
    private PageOf<PersonList.Row> _page = new([], null);
    private PeopleChoices.View? _choices;
    private DateOnly _today;

    [SupplyParameterFromQuery]
    private string? Q { get; set; }

    [SupplyParameterFromQuery]
    private Guid? Team { get; set; }

    [SupplyParameterFromQuery]
    private Guid? Role { get; set; }

    [SupplyParameterFromQuery]
    private string? Kind { get; set; }

    [SupplyParameterFromQuery]
    private bool Archived { get; set; }

    [SupplyParameterFromQuery]
    private string? Sort { get; set; }

    [SupplyParameterFromQuery]
    private string? Cursor { get; set; }

    [SupplyParameterFromQuery]
    private string? Said { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    private bool Manages => Actor.May(Right.ManagePeople);

    private IEnumerable<PersonKind> Kinds =>
        Manages ? Enum.GetValues<PersonKind>() : [PersonKind.Placeholder];

    private bool IsFiltered =>
        !string.IsNullOrWhiteSpace(Q) || Team is not null || Role is not null || Kind is not null;

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        var filter = new PersonList.Filter(
            Q,
            Team is { } team ? new TeamId(team) : null,
            Role is { } role ? new RoleId(role) : null,
            Kebab.Read<PersonKind>(Kind),
            Archived,
            Sort,
            Cursor,
            100
        );
        _page = await people.Ask(filter, Actor, T.Culture, ct);
        _today = await day.Today(ct);
        _choices = await choices.Ask(Actor, T.Culture, null, ct);
    }

    private string With(string name, string? value) =>
        navigation.GetUriWithQueryParameters(
            new Dictionary<string, object?>
            {
                [name] = value,
                ["cursor"] = null,
                ["said"] = null,
            }
        );
}

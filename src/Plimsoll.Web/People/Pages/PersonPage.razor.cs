using System.Globalization;
using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.UseCases;
using Plimsoll.Web.Platform.Activity;

namespace Plimsoll.Web.People.Pages;

public sealed partial class PersonPage(
    PersonCard people,
    PeopleChoices choices,
    FactsOf factsOf,
    AgencyDay day,
    ChangePerson change,
    SetWorkPattern setPattern,
    RemoveWorkPattern removePattern,
    ArchivePerson archive,
    RestorePerson restore,
    DeletePerson delete,
    NavigationManager navigation
)
{
    private static readonly string?[] Fields = [.. Parts.PersonFields.Names, "days", "validFrom"];

    private PersonCard.View? _person;
    private PeopleChoices.View? _choices;
    private IReadOnlyList<FactLine> _history = [];
    private Refusal? _refusal;
    private string? _nextMonth;
    private bool _manages;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery]
    private string? Ask { get; set; }

    [SupplyParameterFromQuery]
    private string? Said { get; set; }

    [SupplyParameterFromForm(FormName = "person")]
    private PersonEntry? Form { get; set; }

    [SupplyParameterFromForm(FormName = "pattern", Name = "Form")]
    private PersonEntry? Pattern { get; set; }

    [SupplyParameterFromForm]
    private ActEntry? Act { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        if ((await people.Ask(new(Id), Actor, ct)).Refused(out _, out var person))
        {
            navigation.NotFound();
            return;
        }
        _manages = Actor.May(Right.ManagePeople);
        _history = await factsOf.Ask(Id, Actor, ct);
        if (_manages)
        {
            Form ??= PersonEntry.Of(person);
            _choices = await choices.Ask(Actor, T.Culture, person.Role?.Id, ct);
            var today = await day.Today(ct);
            _nextMonth = new DateOnly(today.Year, today.Month, 1)
                .AddMonths(1)
                .ToString("O", CultureInfo.InvariantCulture);
        }
        // Last of all: the page is drawn as soon as there is a person.
        _person = person;
    }

    private async Task Change()
    {
        var command = Form!.Change(new(Id));
        Finish(await change.Run(command, Actor, Http.RequestAborted), "saved");
    }

    private async Task SetPattern()
    {
        if (TypedWeek.Read(Pattern?.Days).Refused(out _refusal, out var days))
            return;
        if (Pattern?.Joined is not { } from)
        {
            _refusal = new IsMissing("validFrom");
            return;
        }
        Finish(
            await setPattern.Run(
                new(new(Id), Pattern.Version ?? -1, from, days),
                Actor,
                Http.RequestAborted
            ),
            "saved"
        );
    }

    private async Task RemovePattern(DateOnly from) =>
        Finish(
            await removePattern.Run(new(Id), from, Act?.Version ?? -1, Actor, Http.RequestAborted),
            "saved"
        );

    private async Task Do()
    {
        var (id, seen, ct) = (new PersonId(Id), Act?.Version ?? -1, Http.RequestAborted);
        switch (Act?.Do)
        {
            case "archive":
                Finish(await archive.Run(id, seen, Actor, ct), "archived");
                break;
            case "restore":
                Finish(await restore.Run(id, seen, Actor, ct), "restored");
                break;
            case "delete":
                Finish(await delete.Run(id, seen, Actor, ct), "deleted", "/people");
                break;
            default:
                _refusal = new IsNotUnderstood("act");
                break;
        }
    }

    private void Finish(Outcome<Done> outcome, string said, string? to = null)
    {
        _refusal = outcome.Refusal;
        if (_refusal is null)
            navigation.NavigateTo($"{to ?? $"/people/{Id}"}?said={said}");
    }

    private IEnumerable<string> Subtitle(PersonCard.View person)
    {
        if (person.IsPlaceholder)
            yield return T["people.kind.placeholder"];
        if (person.Role is { } role)
            yield return role.Name;
        var now = person.Patterns.First(p => p.ValidFrom == person.PatternToday);
        yield return T.Say("people.hours-a-week", ("hours", now.Week));
    }

    private string DayNames(int day) =>
        T.Culture.DateTimeFormat.GetAbbreviatedDayName((DayOfWeek)((day + 1) % 7));
}

/// <summary>A button of a page that does something to the whole thing, and the version it was pressed on.</summary>
public sealed class ActEntry
{
    public string? Do { get; set; }
    public int? Version { get; set; }
}

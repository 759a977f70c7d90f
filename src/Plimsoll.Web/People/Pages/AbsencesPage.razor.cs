using System.Globalization;
using Microsoft.AspNetCore.Components;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.UseCases;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.People.Pages;

public sealed partial class AbsencesPage(
    AbsenceList absences,
    AbsenceQueue queue,
    WhoIsAway whoIsAway,
    PeopleChoices choices,
    AgencyDay day,
    AskAbsence ask,
    DecideAbsences decide,
    WithdrawAbsence withdraw,
    NavigationManager navigation
)
{
    private static readonly string?[] Fields = ["from", "to", "note"];

    private IReadOnlyList<AbsenceList.Row> _mine = [];
    private IReadOnlyList<AbsenceQueue.Row> _queue = [];
    private IReadOnlyList<Named<PersonId>> _others = [];
    private PeopleChoices.View? _choices;
    private WhoIsAway.View? _away;
    private Refusal? _refusal;
    private DateOnly _today;
    private bool _ready;

    [SupplyParameterFromQuery]
    private Guid? Team { get; set; }

    [SupplyParameterFromQuery]
    private bool Everyone { get; set; }

    [SupplyParameterFromQuery]
    private string? Said { get; set; }

    [SupplyParameterFromForm(FormName = "ask")]
    private AbsenceEntry? Form { get; set; }

    [SupplyParameterFromForm(FormName = "decide")]
    private DecisionEntry? Decision { get; set; }

    [SupplyParameterFromForm]
    private ActEntry? Act { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        if (!Actor.May(Right.SeeOwnTeam))
        {
            navigation.NotFound();
            return;
        }
        _today = await day.Today(ct);
        var team = Team is { } id ? new TeamId(id) : (TeamId?)null;
        _away = await whoIsAway.Ask(Week.Of(_today), team, Everyone, Actor, ct);
        _choices = await choices.Ask(Actor, T.Culture, null, ct);
        _queue = await queue.Ask(Actor, ct);
        var mine = new AbsenceList.Filter(Actor.Person, From: _today.AddMonths(-6), Limit: 100);
        _mine = [.. (await absences.Ask(mine, Actor, ct)).Items.Reverse()];
        if (Actor.May(Right.DecideAbsences))
            _others =
            [
                .. (await choices.People(Actor, T.Culture, toDecide: true, ct)).Where(p =>
                    p.Id != Actor.Person
                ),
            ];
        _ready = true;
    }

    private async Task Ask()
    {
        if (Form?.From is not { } from)
        {
            _refusal = new IsMissing("from");
            return;
        }
        var command = new AskAbsence.Command(
            Form.Person is { } person ? new PersonId(person) : null,
            Kebab.Read<AbsenceKind>(Form.Kind) ?? AbsenceKind.Vacation,
            from,
            Form.To ?? from,
            Form.HalfDay,
            Form.Note
        );
        var asked = await ask.Run(command, Actor, Http.RequestAborted);
        Finish(asked.Refusal, Form.Person is null ? "asked" : "recorded");
    }

    private async Task Decide()
    {
        var entry = Decision!;
        var approve = entry.Approve is not null || entry.All == "approve";
        var ids = (entry.Approve ?? entry.Decline) is { } one ? [one] : entry.Marked ?? [];
        if (ids.Count == 0)
        {
            _refusal = new NothingIsMarked();
            return;
        }
        var command = new DecideAbsences.Command(
            [.. ids.Select(i => new AbsenceId(i))],
            approve,
            entry.Reason
        );
        var decided = await decide.Run(command, Actor, Http.RequestAborted);
        Finish(decided.Refusal, approve ? "approved" : "declined");
    }

    private async Task Withdraw(AbsenceList.Row absence)
    {
        var seen = Act?.Version ?? -1;
        var done = await withdraw.Run(absence.Id, seen, Actor, Http.RequestAborted);
        Finish(done.Refusal, "withdrawn");
    }

    private void Finish(Refusal? refusal, string said)
    {
        _refusal = refusal;
        if (refusal is null)
            navigation.NavigateTo($"/absences?said={said}");
    }

    private string? Error(string field) => _refusal?.Field == field ? T.Say(_refusal) : null;

    private static string? StateChip(AbsenceState state) =>
        state switch
        {
            AbsenceState.Approved => "good",
            AbsenceState.Declined => "bad",
            AbsenceState.Requested => "warn",
            _ => null,
        };

    private static string? Iso(DateOnly? day) =>
        day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>What the form that asks for time away holds.</summary>
public sealed class AbsenceEntry
{
    public Guid? Person { get; set; }
    public string? Kind { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? To { get; set; }
    public bool HalfDay { get; set; }
    public string? Note { get; set; }
}

/// <summary>One absence approved or declined by its own button, or all that are marked.</summary>
public sealed class DecisionEntry
{
    public List<Guid>? Marked { get; set; }
    public Guid? Approve { get; set; }
    public Guid? Decline { get; set; }
    public string? All { get; set; }
    public string? Reason { get; set; }
}

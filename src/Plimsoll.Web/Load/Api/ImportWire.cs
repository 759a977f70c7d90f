using Plimsoll.Web.Clients.Import;
using Plimsoll.Web.Load.Import;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.Platform.Sheets;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Load.Api;

/// <summary>An import as listed.</summary>
/// <param name="State">draft, applying, applied, undoing or undone.</param>
/// <param name="Trouble">Why the last try came to nothing.</param>
public sealed record ImportRowWire(
    Guid Id,
    string FileName,
    string By,
    DateTime At,
    string State,
    string? Trouble,
    ImportDidWire? Did
)
{
    internal static ImportRowWire Of(ImportHead head) =>
        new(
            head.Id,
            head.FileName,
            head.By,
            head.At,
            Kebab.Of(head.State),
            head.Trouble,
            head.Did<ImportResult>() is { } did
                ? new ImportDidWire(
                    did.Cells,
                    did.Absences,
                    did.Comments,
                    did.People,
                    did.Placeholders,
                    did.Projects,
                    did.Clients,
                    did.Kept
                )
                : null
        );
}

/// <summary>What an import did; <paramref name="Kept"/> is what undoing it left in place.</summary>
public sealed record ImportDidWire(
    int Cells,
    int Absences,
    int Comments,
    IReadOnlyList<string> People,
    IReadOnlyList<string> Placeholders,
    IReadOnlyList<string> Projects,
    IReadOnlyList<string> Clients,
    IReadOnlyList<string> Kept
);

/// <summary>What a sheet was found to hold, and what is asked about it, each with the answer that will be taken.</summary>
/// <param name="Unit">share, percent, hours or minutes: what bare numbers count.</param>
/// <param name="UnitBy">What told the unit; told when somebody answered.</param>
public sealed record ImportWire(
    ImportRowWire Import,
    string Sheet,
    string Layout,
    string Unit,
    string UnitBy,
    IReadOnlyList<string> Weeks,
    IReadOnlyList<ImportFillWire> Fills,
    IReadOnlyList<ImportPersonWire> People,
    IReadOnlyList<ImportProjectWire> Projects,
    IReadOnlyList<ImportProblemWire> Problems
)
{
    internal static ImportWire Of(DraftImport.View view, Phrases phrases) =>
        new(
            ImportRowWire.Of(view.Head),
            view.Plan.Sheet,
            Kebab.Of(view.Plan.Layout),
            Kebab.Of(view.Plan.Unit.Unit),
            Kebab.Of(view.Plan.Unit.Reason),
            [.. view.Plan.Weeks.Select(w => w.ToString())],
            [
                .. view.Plan.Fills.Select(f => new ImportFillWire(
                    f.Fill,
                    f.Count,
                    f.Example.ToString(),
                    Kebab.Of(f.Proposed),
                    Kebab.Of(f.Meaning),
                    f.Legend
                )),
            ],
            [
                .. view.People.Select(p => new ImportPersonWire(
                    p.Found.Name,
                    p.Found.Role,
                    p.Found.WeeklyHours?.Value,
                    Kebab.Of(p.Strength),
                    Kebab.Of(p.Answer.Kind),
                    p.Answer.Id
                )),
            ],
            [
                .. view.Work.Select(w => new ImportProjectWire(
                    w.Found.Key,
                    w.Found.Name,
                    w.Found.Client,
                    w.Found.Count,
                    Kebab.Of(w.Strength),
                    Kebab.Of(w.Answer.Kind),
                    w.Answer.Id,
                    w.Answer.Client,
                    w.Answer.NewClient,
                    w.Answer.IsInternal
                )),
            ],
            ImportProblemWire.Of(view.Problems, phrases)
        );
}

/// <summary>A colour behind amounts, and the first cell that has it.</summary>
public sealed record ImportFillWire(
    string Fill,
    int Cells,
    string Example,
    string Proposed,
    string Meaning,
    string? Legend
);

/// <param name="Match">exact, plain, similar or none.</param>
/// <param name="Answer">existing, create, placeholder or skip.</param>
public sealed record ImportPersonWire(
    string Name,
    string? Role,
    int? WeekMinutes,
    string Match,
    string Answer,
    Guid? Id
);

/// <param name="Key">What an answer names it by: the project, or "client · project".</param>
/// <param name="Answer">existing, create or skip.</param>
public sealed record ImportProjectWire(
    string Key,
    string Name,
    string? Client,
    int Cells,
    string Match,
    string Answer,
    Guid? Id,
    Guid? ClientId,
    string? NewClient,
    bool Internal
);

/// <param name="Cell">The cell, as C6, or the range of cells, as C6:F9.</param>
/// <param name="Weight">error or note; an error stands in the way of importing.</param>
public sealed record ImportProblemWire(string Cell, string Code, string Weight, string Sentence)
{
    internal static IReadOnlyList<ImportProblemWire> Of(
        IReadOnlyList<SheetProblem> problems,
        Phrases phrases
    ) =>
        [
            .. problems.Select(p => new ImportProblemWire(
                p.At.ToString(),
                p.Code,
                Kebab.Of(p.Weight),
                phrases.Say(p.TextKey, [.. p.Words.Select(w => (w.Key, (object?)w.Value))])
            )),
        ];
}

/// <summary>What would change; nothing is written yet. Amounts are minutes.</summary>
public sealed record ImportPreviewWire(
    int Cells,
    int Absences,
    int Comments,
    IReadOnlyList<ImportChangeWire> Changes,
    IReadOnlyList<ImportProblemWire> Problems
)
{
    internal static ImportPreviewWire Of(DraftImport.View view, Phrases phrases) =>
        new(
            view.Changes.Count,
            view.Absences,
            view.Comments,
            [
                .. view.Changes.Select(c => new ImportChangeWire(
                    c.Person,
                    c.Project,
                    c.Week.ToString(),
                    new(c.WasConfirmed, c.WasTentative),
                    new(c.Confirmed, c.Tentative),
                    c.HoldUntil,
                    c.Cell
                )),
            ],
            ImportProblemWire.Of(view.Problems, phrases)
        );
}

/// <param name="Cell">Where in the sheet it stands.</param>
public sealed record ImportChangeWire(
    string Person,
    string Project,
    string Week,
    ImportAmountWire Was,
    ImportAmountWire Set,
    DateOnly? HoldUntil,
    string Cell
);

/// <summary>What a cell holds, in minutes.</summary>
public sealed record ImportAmountWire(int Confirmed, int Tentative);

/// <summary>Answers to what a sheet leaves open; what is left out is taken as proposed.</summary>
/// <param name="Fills">By RRGGBB: confirmed, tentative, internal, away or ignore.</param>
/// <param name="People">By the name in the sheet.</param>
/// <param name="Projects">By the key of the project.</param>
public sealed record ImportAnswersWire(
    string? Unit,
    IReadOnlyDictionary<string, string>? Fills,
    IReadOnlyDictionary<string, ImportPersonAnswerWire>? People,
    IReadOnlyDictionary<string, ImportProjectAnswerWire>? Projects,
    string? Reason
)
{
    /// <summary><c>null</c> when a word is not one of ours.</summary>
    internal ImportAnswers? Read()
    {
        var unit = Kebab.Read<AmountUnit>(Unit);
        var fills = (Fills ?? new Dictionary<string, string>()).ToDictionary(
            f => f.Key.ToUpperInvariant(),
            f => Kebab.Read<FillMeaning>(f.Value)
        );
        var people = (People ?? new Dictionary<string, ImportPersonAnswerWire>()).ToDictionary(
            p => p.Key,
            p => (Kind: Kebab.Read<NameAnswer>(p.Value.Answer), p.Value.Id)
        );
        var work = (Projects ?? new Dictionary<string, ImportProjectAnswerWire>()).ToDictionary(
            p => p.Key,
            p => (Kind: Kebab.Read<NameAnswer>(p.Value.Answer), Said: p.Value)
        );
        if (
            Unit is not null && unit is null
            || fills.ContainsValue(null)
            || people.Values.Any(p => p.Kind is null)
            || work.Values.Any(w => w.Kind is null)
        )
            return null;
        return new ImportAnswers
        {
            Unit = unit,
            Fills = fills.ToDictionary(f => f.Key, f => f.Value!.Value),
            People = people.ToDictionary(
                p => p.Key,
                p => new PersonAnswer(p.Value.Kind!.Value, p.Value.Id)
            ),
            Work = work.ToDictionary(
                w => w.Key,
                w => new WorkAnswer(
                    w.Value.Kind!.Value,
                    w.Value.Said.Id,
                    w.Value.Said.ClientId,
                    w.Value.Said.NewClient,
                    w.Value.Said.Internal
                )
            ),
            Reason = Reason,
        };
    }
}

/// <param name="Answer">existing, create, placeholder or skip.</param>
public sealed record ImportPersonAnswerWire(string Answer, Guid? Id);

/// <param name="Answer">existing, create or skip.</param>
public sealed record ImportProjectAnswerWire(
    string Answer,
    Guid? Id,
    Guid? ClientId,
    string? NewClient,
    bool Internal = false
);

/// <summary>Why settled weeks may be over the line; the file's name stands for it when left out.</summary>
public sealed record ImportReasonWire(string? Reason);

using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Import;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.Platform.Sheets;
using Plimsoll.Web.Platform.Text;
using Plimsoll.Web.Tasks.Import;
using Plimsoll.Web.Tasks.Queries;

namespace Plimsoll.Web.Tasks.Api;

/// <summary>An import of tasks as listed.</summary>
/// <param name="State">draft, applying, applied, undoing or undone.</param>
/// <param name="Trouble">Why the last try came to nothing.</param>
public sealed record TaskImportRowWire(
    Guid Id,
    string FileName,
    string By,
    DateTime At,
    string State,
    string? Trouble,
    TaskImportDidWire? Did
)
{
    internal static TaskImportRowWire Of(ImportHead head) =>
        new(
            head.Id,
            head.FileName,
            head.By,
            head.At,
            Kebab.Of(head.State),
            head.Trouble,
            head.Did<TaskImportResult>() is { } did
                ? new TaskImportDidWire(
                    did.Tasks,
                    did.Streams,
                    did.Comments,
                    did.People,
                    did.Projects,
                    did.Clients,
                    did.Kept
                )
                : null
        );
}

/// <summary>What an import did; <paramref name="Kept"/> is what undoing it left in place.</summary>
public sealed record TaskImportDidWire(
    int Tasks,
    int Streams,
    int Comments,
    IReadOnlyList<string> People,
    IReadOnlyList<string> Projects,
    IReadOnlyList<string> Clients,
    IReadOnlyList<string> Kept
);

/// <summary>What a file of tasks was found to hold, and what is asked about it, each with the answer that will be taken.</summary>
/// <param name="Source">table, jira, redmine, asana, active-collab, bitrix24 or trello.</param>
/// <param name="Estimates">hours, minutes, seconds or days: what bare numbers count.</param>
public sealed record TaskImportWire(
    TaskImportRowWire Import,
    string Source,
    int HeadingRow,
    string? Estimates,
    bool Again,
    IReadOnlyList<TaskImportColumnWire> Columns,
    IReadOnlyList<TaskImportStateWire> States,
    IReadOnlyList<TaskImportPersonWire> People,
    IReadOnlyList<TaskImportProjectWire> Projects,
    IReadOnlyList<TaskImportProblemWire> Problems
)
{
    internal static TaskImportWire Of(DraftTaskImport.View view, Phrases phrases) =>
        new(
            TaskImportRowWire.Of(view.Head),
            Kebab.Of(view.Found.Source),
            view.Found.HeadingRow,
            view.Found.Estimates is { } unit ? Kebab.Of(unit) : null,
            view.Answers.Again,
            [
                .. view.Found.Columns.Select(c => new TaskImportColumnWire(
                    c.Number,
                    c.Heading,
                    c.Example,
                    Kebab.Of(c.Proposed),
                    Kebab.Of(c.Kind)
                )),
            ],
            [
                .. view.States.Select(s => new TaskImportStateWire(
                    s.Word,
                    s.Count,
                    s.Answer is { } state ? Kebab.Of(state) : TaskImportAnswersWire.Skip
                )),
            ],
            [
                .. view.People.Select(p => new TaskImportPersonWire(
                    p.Found.Name,
                    p.Found.Email,
                    Kebab.Of(p.Strength),
                    Kebab.Of(p.Answer.Kind),
                    p.Answer.Id
                )),
            ],
            [
                .. view.Work.Select(w => new TaskImportProjectWire(
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
            TaskImportProblemWire.Of(view.Problems, phrases)
        );
}

/// <summary>A column of the file, by its number from 1.</summary>
/// <param name="Proposed">What its heading says it is.</param>
/// <param name="Kind">What it is taken for.</param>
public sealed record TaskImportColumnWire(
    int Column,
    string Heading,
    string? Example,
    string Proposed,
    string Kind
);

/// <param name="Answer">A state, or skip: tasks in it are left out.</param>
public sealed record TaskImportStateWire(string Word, int Tasks, string Answer);

/// <param name="Match">exact, plain, similar or none.</param>
/// <param name="Answer">existing, create or skip.</param>
public sealed record TaskImportPersonWire(
    string Name,
    string? Email,
    string Match,
    string Answer,
    Guid? Id
);

/// <param name="Key">What an answer names it by: the project, or "client · project".</param>
/// <param name="Answer">existing, create or skip.</param>
public sealed record TaskImportProjectWire(
    string Key,
    string Name,
    string? Client,
    int Tasks,
    string Match,
    string Answer,
    Guid? Id,
    Guid? ClientId,
    string? NewClient,
    bool Internal
);

/// <param name="Cell">The cell, as C6; of a card its number, as A6.</param>
/// <param name="Place">Beside it the heading of its column, or what the card is called.</param>
/// <param name="Weight">error or note; an error stands in the way of importing.</param>
public sealed record TaskImportProblemWire(
    string Cell,
    string? Place,
    string Code,
    string Weight,
    string Sentence
)
{
    internal static IReadOnlyList<TaskImportProblemWire> Of(
        IReadOnlyList<SheetProblem> problems,
        Phrases phrases
    ) =>
        [
            .. problems.Select(p => new TaskImportProblemWire(
                p.At.ToString(),
                p.Where,
                p.Code,
                Kebab.Of(p.Weight),
                phrases.Say(p.TextKey, [.. p.Words.Select(w => (w.Key, (object?)w.Value))])
            )),
        ];
}

/// <summary>What would become; nothing is written yet.</summary>
/// <param name="Tasks">How many in all; a page holds a hundred of them.</param>
public sealed record TaskImportPreviewWire(
    int Tasks,
    int Page,
    int Pages,
    IReadOnlyList<TaskImportTaskWire> Rows,
    IReadOnlyList<TaskImportProblemWire> Problems
)
{
    internal static TaskImportPreviewWire Of(DraftTaskImport.View view, Phrases phrases) =>
        new(
            view.Total,
            view.Page,
            view.Pages,
            [
                .. view.Rows.Select(r => new TaskImportTaskWire(
                    r.Where,
                    r.Title,
                    r.Project,
                    Kebab.Of(r.State),
                    Kebab.Of(r.Priority),
                    r.Responsible,
                    r.Helpers,
                    r.Reviewer,
                    r.Stream,
                    r.Starts,
                    r.Due,
                    r.Estimate?.Value,
                    r.Checklist,
                    r.ChecklistDone,
                    r.WaitsFor,
                    r.Comments,
                    r.Description
                )),
            ],
            TaskImportProblemWire.Of(view.Problems, phrases)
        );
}

/// <summary>A task as it would be.</summary>
/// <param name="Cell">Where in the file it stands.</param>
/// <param name="EstimateMinutes">Its estimate in minutes.</param>
/// <param name="WaitsFor">How many others it waits for.</param>
public sealed record TaskImportTaskWire(
    string Cell,
    string Title,
    string Project,
    string State,
    string Priority,
    string? Responsible,
    IReadOnlyList<string> Helpers,
    string? Reviewer,
    string? Stream,
    DateOnly? Starts,
    DateOnly? Due,
    int? EstimateMinutes,
    int Checklist,
    int ChecklistDone,
    int WaitsFor,
    int Comments,
    string? Description
);

/// <summary>Answers to what a file of tasks leaves open; what is left out is taken as proposed.</summary>
/// <param name="Columns">By the number of the column: what it holds.</param>
/// <param name="States">By the word of the file: a state, or skip.</param>
/// <param name="People">By the name in the file.</param>
/// <param name="Projects">By the key of the project.</param>
/// <param name="Again">Whether what seems to be there already comes in once more.</param>
public sealed record TaskImportAnswersWire(
    string? Estimates,
    IReadOnlyDictionary<int, string>? Columns,
    IReadOnlyDictionary<string, string>? States,
    IReadOnlyDictionary<string, TaskImportPersonAnswerWire>? People,
    IReadOnlyDictionary<string, TaskImportProjectAnswerWire>? Projects,
    bool? Again
)
{
    /// <summary>The word for what is left out, for states as for names.</summary>
    internal static readonly string Skip = Kebab.Of(NameAnswer.Skip);

    /// <summary><c>null</c> when a word is not one of ours.</summary>
    internal TaskImportAnswers? Read()
    {
        var unit = Kebab.Read<EstimateUnit>(Estimates);
        var columns = (Columns ?? new Dictionary<int, string>()).ToDictionary(
            c => c.Key,
            c => Kebab.Read<TaskColumn>(c.Value)
        );
        var states = States ?? new Dictionary<string, string>();
        var people = (People ?? new Dictionary<string, TaskImportPersonAnswerWire>()).ToDictionary(
            p => p.Key,
            p => p.Value?.Read()
        );
        var work = (Projects ?? new Dictionary<string, TaskImportProjectAnswerWire>()).ToDictionary(
            p => p.Key,
            p => p.Value?.Read()
        );
        if (
            Estimates is not null && unit is null
            || columns.Values.Any(c => c is null)
            || states.Values.Any(s => s != Skip && Kebab.Read<TaskState>(s) is null)
            || people.Values.Any(p => p is null)
            || work.Values.Any(w => w is null)
        )
            return null;
        return new TaskImportAnswers
        {
            Estimates = unit,
            Columns = columns.ToDictionary(c => c.Key, c => c.Value!.Value),
            States = states.ToDictionary(s => s.Key, s => Kebab.Read<TaskState>(s.Value)),
            People = people.ToDictionary(p => p.Key, p => p.Value!),
            Work = work.ToDictionary(w => w.Key, w => w.Value!),
            Again = Again == true,
        };
    }
}

/// <param name="Answer">existing, create or skip.</param>
public sealed record TaskImportPersonAnswerWire(string Answer, Guid? Id)
{
    internal PersonAnswer? Read() =>
        Kebab.Read<NameAnswer>(Answer)
            is { } kind
                and (NameAnswer.Existing or NameAnswer.Create or NameAnswer.Skip)
            ? new PersonAnswer(kind, Id)
            : null;
}

/// <param name="Answer">existing, create or skip; a new project has a client, a new client, or is internal.</param>
public sealed record TaskImportProjectAnswerWire(
    string Answer,
    Guid? Id,
    Guid? ClientId,
    string? NewClient,
    bool? Internal
)
{
    internal WorkAnswer? Read() =>
        Kebab.Read<NameAnswer>(Answer)
            is { } kind
                and (NameAnswer.Existing or NameAnswer.Create or NameAnswer.Skip)
            ? new WorkAnswer(kind, Id, ClientId, NewClient, Internal == true)
            : null;
}

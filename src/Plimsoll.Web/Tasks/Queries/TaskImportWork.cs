using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Import;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Clients.Store;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Imports;
using Plimsoll.Web.Platform.Sheets;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Import;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.Queries;

/// <summary>A word for a state in the file, how many tasks have it, and what it will be; nothing leaves them out.</summary>
public sealed record StateQuestion(string Word, int Count, TaskState? Answer);

/// <summary>
/// All that an import of tasks would do, worked out and not yet done: the preview shows it, and applying does exactly it.
/// </summary>
internal sealed class TaskImportWork
{
    public required FoundTasks Found { get; init; }

    /// <summary>The file itself, for what hangs on its tasks.</summary>
    public required byte[] File { get; init; }
    public required TaskImportAnswers Answers { get; init; }
    public required ImportKnown Known { get; init; }
    public required ImportCast Cast { get; init; }
    public required IReadOnlyList<PersonQuestion> People { get; init; }
    public required IReadOnlyList<WorkQuestion> Work { get; init; }
    public required IReadOnlyList<StateQuestion> States { get; init; }

    public List<PlannedTask> Tasks { get; } = [];
    public List<SheetProblem> Problems { get; } = [];

    public int Errors => Problems.Count(p => p.Weight == ProblemWeight.Error);

    public static async Task<TaskImportWork> Of(
        PlimsollDb db,
        FileImport import,
        Actor actor,
        CancellationToken ct
    )
    {
        var answers = ImportJson.Read<TaskImportAnswers>(import.Answers);
        var found = await Read(db, import, answers, ct);
        var known = await ImportKnown.Of(
            db,
            db.WhoCanBeGivenTasks(actor),
            db.ProjectsAnsweredForBy(actor),
            actor,
            ct
        );
        var people = ImportQuestions.People(TaskCast.People(found), answers.People, known);
        var work = ImportQuestions.Work(TaskCast.Work(found), answers.Work, known);
        var cast = await ImportCast.Of(db, people, work, known, actor, ct);
        var all = new TaskImportWork
        {
            Found = found,
            File = import.File,
            Answers = answers,
            Known = known,
            Cast = cast,
            People = people,
            Work = work,
            States = TaskCast.States(found, answers),
        };
        all.Problems.AddRange(found.Problems);
        all.Problems.AddRange(cast.Problems);
        await new TaskPlanning(db, all, ct).Fill();
        all.Problems.Sort((a, b) => a.At.First.CompareTo(b.At.First));
        return all;
    }

    /// <summary>The file was judged when it came in; it is read again with what has been answered since.</summary>
    private static async Task<FoundTasks> Read(
        PlimsollDb db,
        FileImport import,
        TaskImportAnswers answers,
        CancellationToken ct
    )
    {
        var name = await db.Workspaces().Select(w => w.TimeZone).SingleOrDefaultAsync(ct);
        var zone =
            name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var known)
                ? known
                : TimeZoneInfo.Utc;
        return TaskFile
            .Read(
                import.File,
                import.FileName,
                new SheetLimits { Bytes = long.MaxValue },
                new TaskFileHints(ProjectOf(import.FileName), zone)
                {
                    Columns = answers.Columns,
                    Estimates = answers.Estimates,
                }
            )
            .Value;
    }

    /// <summary>A file is mostly named after what it is of.</summary>
    private static string ProjectOf(string fileName) =>
        Path.GetFileNameWithoutExtension(fileName).Trim() is { Length: > 0 } name ? name : fileName;
}

/// <summary>A task as it would be written down.</summary>
/// <param name="Stream">The name of its stream; to be made where the project has none of that name.</param>
/// <param name="WaitsFor">The places of other tasks in this list.</param>
internal sealed record PlannedTask(
    FoundTask Found,
    ImportCast.Work Project,
    string Title,
    string? Description,
    TaskState State,
    PersonId? Responsible,
    IReadOnlyList<PersonId> Helpers,
    PersonId? Reviewer,
    DateOnly? Starts,
    DateOnly? Due,
    string? Stream,
    IReadOnlyList<FoundLine> Checklist,
    IReadOnlyList<PlannedComment> Comments,
    List<int> WaitsFor
);

/// <summary>Something said about a task, as it would be kept: inside the team.</summary>
/// <param name="By">Who said it; the one who brings it in when the file does not tell, or its author is left out.</param>
internal sealed record PlannedComment(string Text, PersonId? By, DateTime? At);

/// <summary>Whom and what a file of tasks names.</summary>
internal static class TaskCast
{
    public static IReadOnlyList<FoundPerson> People(FoundTasks found) =>
        [
            .. found
                .Tasks.SelectMany(t =>
                    new[] { t.Responsible, t.Reviewer }
                        .Concat(t.Helpers)
                        .Concat(t.Comments.Select(c => c.Author))
                        .Concat(t.Checklist.Select(l => l.DoneBy))
                        .Concat([t.Origin?.CreatedBy, t.Origin?.StateBy])
                        .OfType<string>()
                        .Select(name => (Name: name, t.At))
                )
                .DistinctBy(p => p.Name, StringComparer.OrdinalIgnoreCase)
                .Select(p => new FoundPerson(p.Name, null, null, p.At)
                {
                    Email = Address(found.Emails.GetValueOrDefault(p.Name, p.Name)),
                }),
        ];

    private static string? Address(string text) =>
        Email.Read(text) is { IsRefused: false, Value: { } address } ? address : null;

    public static IReadOnlyList<FoundWork> Work(FoundTasks found) =>
        [
            .. found
                .Tasks.GroupBy(
                    t => FoundWork.KeyOf(t.Project, t.Client),
                    StringComparer.OrdinalIgnoreCase
                )
                .Select(g => new FoundWork(
                    g.Key,
                    g.First().Project,
                    g.First().Client,
                    found.Project is { Client: null },
                    g.Count(),
                    g.First().At
                )
                {
                    Kind = found.Project?.Kind,
                    Stage = found.Project?.Stage,
                }),
        ];

    /// <summary>What is done or dropped whatever its state says is not asked for.</summary>
    public static IReadOnlyList<StateQuestion> States(
        FoundTasks found,
        TaskImportAnswers answers
    ) =>
        [
            .. found
                .Tasks.Where(t => t.State.Length > 0)
                .GroupBy(t => t.State, StringComparer.OrdinalIgnoreCase)
                .Select(g => new StateQuestion(
                    g.Key,
                    g.Count(),
                    answers.States.TryGetValue(g.Key, out var said) ? said : StateWords.State(g.Key)
                )),
        ];
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.Platform.Imports;
using Plimsoll.Web.Platform.Sheets;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Import;

namespace Plimsoll.Web.Tasks.Queries;

/// <summary>An import of tasks as its reader sees it: what was found, what is asked, what would become, what became.</summary>
public sealed class DraftTaskImport(IDbContextFactory<PlimsollDb> store)
{
    private const int PageSize = 100;

    /// <param name="Total">How many tasks would be written down.</param>
    /// <param name="Rows">A page of them.</param>
    public sealed record View(
        ImportHead Head,
        FoundTasks Found,
        TaskImportAnswers Answers,
        IReadOnlyList<StateQuestion> States,
        IReadOnlyList<PersonQuestion> People,
        IReadOnlyList<WorkQuestion> Work,
        ImportChoices Choices,
        IReadOnlyList<SheetProblem> Problems,
        int Total,
        int Page,
        int Pages,
        IReadOnlyList<Row> Rows
    )
    {
        public int Errors => Problems.Count(p => p.Weight == ProblemWeight.Error);
    }

    /// <summary>A task as it would be.</summary>
    /// <param name="Where">Its cell in the file, or its number among the cards.</param>
    public sealed record Row(
        string Where,
        string Title,
        string Project,
        bool ProjectIsNew,
        TaskState State,
        TaskPriority Priority,
        string? Responsible,
        IReadOnlyList<string> Helpers,
        string? Reviewer,
        string? Stream,
        DateOnly? Starts,
        DateOnly? Due,
        Minutes? Estimate,
        int ChecklistDone,
        int Checklist,
        int WaitsFor,
        int Comments,
        string? Description
    );

    public async Task<IReadOnlyList<ImportHead>> All(Actor actor, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        return await db.Heads(db.ImportsVisibleTo(TaskImports.Subject, actor), ct);
    }

    public async Task<Outcome<ImportHead>> One(Guid id, Actor actor, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var found = await db.Heads(
            db.ImportsVisibleTo(TaskImports.Subject, actor).Where(i => i.Id == id),
            ct
        );
        return found is [var head] ? head : new NotThere();
    }

    public async Task<Outcome<View>> Ask(Guid id, int page, Actor actor, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var imports = db.ImportsVisibleTo(TaskImports.Subject, actor).Where(i => i.Id == id);
        if (await db.Heads(imports, ct) is not [var head])
            return new NotThere();
        var import = await imports.AsNoTracking().SingleAsync(ct);
        var work = await TaskImportWork.Of(db, import, actor, ct);
        var pages = Math.Max(1, (work.Tasks.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        return new View(
            head,
            work.Found,
            work.Answers,
            work.States,
            work.People,
            work.Work,
            ImportChoices.Of(work.Known),
            work.Problems,
            work.Tasks.Count,
            page,
            pages,
            [.. work.Tasks.Skip((page - 1) * PageSize).Take(PageSize).Select(t => Of(t, work))]
        );
    }

    private static Row Of(PlannedTask task, TaskImportWork work)
    {
        string? Name(PersonId? id) => id is { } person ? work.Cast.Of(person).Name : null;
        return new Row(
            work.Found.Source is TaskSource.Trello or TaskSource.Plimsoll
                ? task.Found.At.Row.ToString(System.Globalization.CultureInfo.InvariantCulture)
                : task.Found.At.ToString(),
            task.Title,
            task.Project.Name,
            task.Project.IsNew,
            task.State,
            task.Found.Priority,
            Name(task.Responsible),
            [.. task.Helpers.Select(h => Name(h)!)],
            Name(task.Reviewer),
            task.Stream,
            task.Starts,
            task.Due,
            task.Found.Estimate,
            task.Checklist.Count(l => l.IsDone),
            task.Checklist.Count,
            task.WaitsFor.Count,
            task.Comments.Count,
            task.Description
        );
    }
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Load.Import;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.Platform.Imports;
using Plimsoll.Web.Platform.Sheets;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.Queries;

/// <summary>An import as its reader sees it: what was found, what is asked, what would change, what became of it.</summary>
public sealed class DraftImport(IDbContextFactory<PlimsollDb> store, AgencyDay day)
{
    /// <param name="Changes">Every cell that would change; for the preview and for programs.</param>
    public sealed record View(
        ImportHead Head,
        FoundPlan Plan,
        ImportAnswers Answers,
        IReadOnlyList<PersonQuestion> People,
        IReadOnlyList<WorkQuestion> Work,
        IReadOnlyList<SheetProblem> Problems,
        ImportChoices Choices,
        int Absences,
        int Comments,
        IReadOnlyList<Change> Changes
    )
    {
        public int Errors => Problems.Count(p => p.Weight == ProblemWeight.Error);
    }

    public sealed record Change(
        string Person,
        string Project,
        Week Week,
        int WasConfirmed,
        int WasTentative,
        int Confirmed,
        int Tentative,
        DateOnly? HoldUntil,
        string Cell
    );

    public async Task<IReadOnlyList<ImportHead>> All(Actor actor, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        return await db.Heads(db.ImportsVisibleTo(PlanImports.Subject, actor), ct);
    }

    public async Task<Outcome<ImportHead>> One(Guid id, Actor actor, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var found = await db.Heads(
            db.ImportsVisibleTo(PlanImports.Subject, actor).Where(i => i.Id == id),
            ct
        );
        return found is [var head] ? head : new NotThere();
    }

    public async Task<Outcome<View>> Ask(Guid id, Actor actor, CancellationToken ct) =>
        (await Open(id, actor, ct)).Refused(out var no, out var open)
            ? no
            : Of(open.Head, open.Work);

    /// <summary>The board as it would be, a page of people at a time.</summary>
    public async Task<Outcome<(View View, ImportPreview Preview)>> Preview(
        Guid id,
        int page,
        BoardView asked,
        Actor actor,
        CancellationToken ct
    )
    {
        if ((await Open(id, actor, ct)).Refused(out var no, out var open))
            return no;
        await using var db = await store.CreateDbContextAsync(ct);
        var today = Week.Of(await day.Today(ct));
        return (
            Of(open.Head, open.Work),
            await ImportPreview.Of(db, open.Work, actor, page, asked, today, ct)
        );
    }

    private async Task<Outcome<(ImportHead Head, ImportWork Work)>> Open(
        Guid id,
        Actor actor,
        CancellationToken ct
    )
    {
        var today = await day.Today(ct);
        await using var db = await store.CreateDbContextAsync(ct);
        var imports = db.ImportsVisibleTo(PlanImports.Subject, actor).Where(i => i.Id == id);
        if (await db.Heads(imports, ct) is not [var head])
            return new NotThere();
        var import = await imports.AsNoTracking().SingleAsync(ct);
        return (head, await ImportWork.Of(db, import, actor, today, ct));
    }

    private static View Of(ImportHead head, ImportWork work)
    {
        var names = work.Cast.Projects.ToDictionary(p => p.Id, p => p.Name);
        return new View(
            head,
            work.Plan,
            work.Answers,
            work.People,
            work.Work,
            work.Problems,
            ImportChoices.Of(work.Known),
            work.Away.Count,
            work.Comments.Count,
            [
                .. work.Changes.Select(c => new Change(
                    work.Cast.Of(c.Key.Person).Name,
                    names[c.Key.Project],
                    c.Key.Week,
                    c.Was.Confirmed.Value,
                    c.Was.Tentative.Value,
                    c.Set.Confirmed.Value,
                    c.Set.Tentative.Value,
                    c.HoldUntil,
                    c.Address.ToString()
                )),
            ]
        );
    }
}

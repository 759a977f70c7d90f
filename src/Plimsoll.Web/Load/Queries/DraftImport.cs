using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Load.Import;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.Queries;

/// <summary>An import as its reader sees it: what was found, what is asked, what would change, what became of it.</summary>
public sealed class DraftImport(IDbContextFactory<PlimsollDb> store, AgencyDay day)
{
    /// <summary>Without the sheet itself.</summary>
    public sealed record Head(
        Guid Id,
        string FileName,
        string By,
        DateTime At,
        ImportState State,
        string? Trouble,
        ImportResult? Result,
        int Version
    );

    /// <param name="Changes">Every cell that would change; for the preview and for programs.</param>
    public sealed record View(
        Head Head,
        FoundPlan Plan,
        ImportAnswers Answers,
        IReadOnlyList<PersonQuestion> People,
        IReadOnlyList<WorkQuestion> Work,
        IReadOnlyList<SheetProblem> Problems,
        Choices Choices,
        int Absences,
        int Comments,
        IReadOnlyList<Change> Changes
    )
    {
        public int Errors => Problems.Count(p => p.Weight == ProblemWeight.Error);
    }

    public sealed record Choice(Guid Id, string Name, string? Detail);

    public sealed record Choices(
        IReadOnlyList<Choice> People,
        IReadOnlyList<Choice> Projects,
        IReadOnlyList<Choice> Clients,
        bool MayCreatePeople,
        bool MayCreateProjects
    );

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

    public async Task<IReadOnlyList<Head>> All(Actor actor, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        return await Heads(
            db,
            db.PlanImportsVisibleTo(actor).OrderByDescending(i => i.At).Take(20),
            ct
        );
    }

    public async Task<Outcome<Head>> One(Guid id, Actor actor, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var found = await Heads(db, db.PlanImportsVisibleTo(actor).Where(i => i.Id == id), ct);
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

    private async Task<Outcome<(Head Head, ImportWork Work)>> Open(
        Guid id,
        Actor actor,
        CancellationToken ct
    )
    {
        var today = await day.Today(ct);
        await using var db = await store.CreateDbContextAsync(ct);
        var imports = db.PlanImportsVisibleTo(actor).Where(i => i.Id == id);
        if (await Heads(db, imports, ct) is not [var head])
            return new NotThere();
        var import = await imports.AsNoTracking().SingleAsync(ct);
        return (head, await ImportWork.Of(db, import, actor, today, ct));
    }

    private static async Task<List<Head>> Heads(
        PlimsollDb db,
        IQueryable<PlanImport> imports,
        CancellationToken ct
    )
    {
        var rows = await imports
            .Select(i => new
            {
                i.Id,
                i.FileName,
                By = db.People().Where(p => p.Id == i.By).Select(p => p.Name).First(),
                i.At,
                i.State,
                i.Trouble,
                i.Result,
                i.Version,
            })
            .ToListAsync(ct);
        return rows.ConvertAll(i => new Head(
            i.Id,
            i.FileName,
            i.By,
            i.At,
            i.State,
            i.Trouble,
            i.Result is { } result ? ImportJson.Read<ImportResult>(result) : null,
            i.Version
        ));
    }

    private static View Of(Head head, ImportWork work)
    {
        var names = work.Cast.Projects.ToDictionary(p => p.Id, p => p.Name);
        return new View(
            head,
            work.Plan,
            work.Answers,
            work.People,
            work.Work,
            work.Problems,
            new Choices(
                [.. work.Known.People.Select(p => new Choice(p.Id.Value, p.Name, p.Role))],
                [.. work.Known.Projects.Select(p => new Choice(p.Id.Value, p.Name, p.Client))],
                [.. work.Known.Clients.Select(c => new Choice(c.Id, c.Name, null))],
                work.Known.MayCreatePeople,
                work.Known.MayCreateProjects
            ),
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

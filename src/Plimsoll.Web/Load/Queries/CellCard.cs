using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.Queries;

/// <summary>All there is to know of one cell: its bookings, what was said of it, and how it came to be.</summary>
public sealed class CellCard(IDbContextFactory<PlimsollDb> store)
{
    private const int ChangesShown = 12;

    public sealed record View(
        CellKey Key,
        string PersonName,
        string ProjectName,
        bool MayEdit,
        Minutes Nominal,
        Minutes Away,
        IReadOnlyList<Part> Bookings,
        IReadOnlyList<CellRemark> Comments,
        IReadOnlyList<Step> Changes
    );

    public sealed record Part(
        BookingId Id,
        Certainty Certainty,
        Minutes Planned,
        DateOnly? HoldUntil,
        PersonId Owner,
        string? OwnerName,
        string? Reason
    );

    /// <summary>Something that was done to the cell.</summary>
    /// <param name="By">Nobody when the clock did it.</param>
    /// <param name="ByName">Missing when she is not the reader's to see.</param>
    /// <param name="WasHoldUntil">Until when it was held; like what it is, only where that changed.</param>
    public sealed record Step(
        string Kind,
        PersonId? By,
        string? ByName,
        DateTime At,
        Door Door,
        PlanCell Was,
        PlanCell Now,
        DateOnly? WasHoldUntil,
        DateOnly? HoldUntil
    );

    public async Task<Outcome<View>> Ask(CellKey key, Actor actor, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var scope = await PlanScope.Of(db, actor, ct);
        if (!scope.Sees(key.Person) || !scope.Names(key.Project))
            return new NotThere();
        var person = await db.PlanVisibleTo(actor)
            .Where(p => p.Id == key.Person)
            .Select(p => p.Name)
            .FirstOrDefaultAsync(ct);
        var project = await db.ProjectsNamedTo(actor)
            .Where(p => p.Id == key.Project)
            .Select(p => p.Name)
            .FirstOrDefaultAsync(ct);
        if (person is null || project is null)
            return new NotThere();
        var time = (await NominalWeeks.Of(db, [key.Person], key.Week, 1, ct))[key.Person][0];
        return new View(
            key,
            person,
            project,
            scope.MayEdit(key.Person, key.Project),
            time.Nominal,
            time.Away,
            await Bookings(db, key, actor, ct),
            await CellRemarks.Of(db, key.Person, key.Week, key.Project, scope, actor, ct),
            await Changes(db, key, actor, ct)
        );
    }

    private static Task<List<Part>> Bookings(
        PlimsollDb db,
        CellKey key,
        Actor actor,
        CancellationToken ct
    )
    {
        var (person, projectId, week) = key;
        var seen = db.PlanVisibleTo(actor);
        return db.Bookings()
            .Where(b => b.Person == person && b.Project == projectId && b.Week == week)
            .OrderBy(b => b.Certainty)
            .Select(b => new Part(
                b.Id,
                b.Certainty,
                b.Planned,
                b.HoldUntil,
                b.Owner,
                seen.Where(p => p.Id == b.Owner).Select(p => p.Name).FirstOrDefault(),
                b.OverReason
            ))
            .ToListAsync(ct);
    }

    private static async Task<IReadOnlyList<Step>> Changes(
        PlimsollDb db,
        CellKey key,
        Actor actor,
        CancellationToken ct
    )
    {
        var (subject, pattern) = (key.Person.Value, PlanFact.Like(key.Project, key.Week));
        var seen = db.PlanVisibleTo(actor);
        var facts = await db.Facts()
            .AsNoTracking()
            .Where(f => f.Subject == subject && EF.Functions.Like(f.About!, pattern))
            .OrderByDescending(f => f.Id)
            .Take(ChangesShown)
            .Select(f => new
            {
                f.Kind,
                f.By,
                ByName = seen.Where(p => p.Id == f.By).Select(p => p.Name).FirstOrDefault(),
                f.At,
                f.Door,
                f.About,
                f.Changes,
            })
            .ToListAsync(ct);
        return
        [
            .. from fact in facts
            where PlanFact.Kinds.Contains(fact.Kind)
            let told = PlanFact.Read(fact.About, fact.Changes)
            where told is not null
            select new Step(
                fact.Kind,
                fact.By,
                fact.ByName,
                fact.At,
                fact.Door,
                told.Was,
                told.Now,
                told.WasHoldUntil,
                told.HoldUntil
            ),
        ];
    }
}

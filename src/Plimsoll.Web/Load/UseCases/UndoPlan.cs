using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.UseCases;

/// <summary>
/// Takes back a change of the plan, all of it or nothing: minutes, days, owners and reasons of its cells are what its
/// facts say they were. Undoing an undo does the change again.
/// </summary>
public sealed class UndoPlan(
    IDbContextFactory<PlimsollDb> store,
    AgencyDay day,
    FactSignal signal,
    TimeProvider clock
)
{
    public async Task<Outcome<ChangePlan.Changed>> Run(
        Guid batch,
        Actor actor,
        CancellationToken ct
    )
    {
        if (!actor.May(Right.PlanOwnTeam))
            return new NotAllowed();
        var today = await day.Today(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var outcome = await store.Write<ChangePlan.Changed>(
            async db =>
            {
                var steps = await Steps(db, batch, ct);
                if (steps.Count == 0)
                    return new NotThere();
                await db.TakeTurns(steps.Select(s => s.Key.Person.Value).Distinct(), ct);
                var cells = steps.ConvertAll(s => s.Key);
                var plan = await OpenPlan.Of(db, actor, cells, today, ct);
                if (plan.PutBack(steps) is { } no)
                    return no;
                return await plan.Keep(PlanFact.PutBack, now, ct);
            },
            ct
        );
        if (!outcome.IsRefused)
            signal.Raise();
        return outcome;
    }

    /// <summary>An import is taken back as a whole, with what it made; that is not done here.</summary>
    private static async Task<List<PlanFact.Told>> Steps(
        PlimsollDb db,
        Guid batch,
        CancellationToken ct
    )
    {
        var facts = await db.Facts()
            .AsNoTracking()
            .Where(f => f.Batch == batch && f.Door != Door.Import)
            .Where(f => PlanFact.Kinds.Contains(f.Kind))
            .OrderBy(f => f.Id)
            .Select(f => new { f.About, f.Changes })
            .ToListAsync(ct);
        return
        [
            .. facts
                .Select(f => PlanFact.Read(f.About, f.Changes))
                .OfType<PlanFact.Told>()
                .Where(t => t.Before is not null),
        ];
    }
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.UseCases;

/// <summary>A hold as somebody has seen it, and decides what becomes of it.</summary>
public sealed record SeenHold(Minutes Planned, DateOnly Until);

/// <summary>A hold with what stands beside it in its cell, as the actor sees it; changed through <see cref="ChangePlan"/>.</summary>
internal sealed record HeldCell(CellKey Key, PlanCell Now, DateOnly Until)
{
    public static async Task<Outcome<HeldCell>> Find(
        IDbContextFactory<PlimsollDb> store,
        BookingId id,
        SeenHold seen,
        Actor actor,
        CancellationToken ct
    )
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var hold = await db.Bookings()
            .AsNoTracking()
            .Where(b => b.Id == id)
            .Join(db.PlanVisibleTo(actor), b => b.Person, p => p.Id, (b, p) => b)
            .Join(db.ProjectsNamedTo(actor), b => b.Project, p => p.Id, (b, p) => b)
            .FirstOrDefaultAsync(ct);
        if (hold is null)
            return new NotThere();
        if (hold.HoldUntil is not { } until)
            return new BookingIsConfirmed();
        var key = new CellKey(hold.Person, hold.Project, hold.Week);
        var now = new PlanCell(await Settled(db, key, ct), hold.Planned);
        if (seen != new SeenHold(hold.Planned, until))
            return new CellChangedMeanwhile([new CellNow(key, now, until)]);
        return new HeldCell(key, now, until);
    }

    public static async Task<Minutes> Settled(PlimsollDb db, CellKey key, CancellationToken ct)
    {
        var (person, project, week) = key;
        return await db.Bookings()
                .Where(b =>
                    b.Person == person
                    && b.Project == project
                    && b.Week == week
                    && b.Certainty == Certainty.Confirmed
                )
                .Select(b => (Minutes?)b.Planned)
                .FirstOrDefaultAsync(ct)
            ?? default;
    }

    public ChangePlan.Change To(PlanCell wanted, DateOnly? until = null) =>
        new(Key, null, wanted, Now, until, WasHoldUntil: Until);
}

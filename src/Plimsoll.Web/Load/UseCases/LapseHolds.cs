using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Load.Mail;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Mail;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.UseCases;

/// <summary>
/// Clears away held time whose day has passed (PRODUCT 2): each hold in a transaction of its own, exactly once however
/// many nodes do this at the same time; its owner is told, and what could use the time.
/// </summary>
public sealed class LapseHolds(
    IDbContextFactory<PlimsollDb> store,
    AgencyDay day,
    IReceivers receivers,
    LapsedHoldLetter letters,
    FactSignal signal,
    TimeProvider clock
)
{
    /// <summary>How many it cleared away; those that another node took are not counted.</summary>
    public async Task<int> Run(CancellationToken ct)
    {
        var today = await day.Today(ct);
        var lapsed = 0;
        foreach (var (id, person, owner) in await Due(today, ct))
        {
            var receiver = await receivers.Find(owner, ct);
            var outcome = await store.Write<Done>(
                async db =>
                {
                    await db.TakeTurns([person.Value], ct);
                    return await Lapse(db, id, today, receiver, ct);
                },
                ct
            );
            lapsed += outcome.IsRefused ? 0 : 1;
        }
        if (lapsed > 0)
            signal.Raise();
        return lapsed;
    }

    private async Task<List<(BookingId, PersonId, PersonId)>> Due(
        DateOnly today,
        CancellationToken ct
    )
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var due = await db.Bookings()
            .Where(b => b.HoldUntil < today)
            .OrderBy(b => b.Week)
            .ThenBy(b => b.Id)
            .Select(b => new
            {
                b.Id,
                b.Person,
                b.Owner,
            })
            .ToListAsync(ct);
        return due.ConvertAll(b => (b.Id, b.Person, b.Owner));
    }

    private async Task<Outcome<Done>> Lapse(
        PlimsollDb db,
        BookingId id,
        DateOnly today,
        Receiver? receiver,
        CancellationToken ct
    )
    {
        // Another node was first, or somebody has extended it since.
        if (await db.Bookings().FirstOrDefaultAsync(b => b.Id == id, ct) is not { } hold)
            return new NotThere();
        if (hold.Lapse(today) is { } no)
            return no;
        var now = clock.GetUtcNow().UtcDateTime;
        var key = new CellKey(hold.Person, hold.Project, hold.Week);
        var settled = await HeldCell.Settled(db, key, ct);
        var owner = await Owner(db, hold.Owner, ct);
        var lapsed = await LapsedHold.Of(db, hold, settled, owner, ct);
        var told = await LapsedHoldTold.Of(db, [lapsed], owner, ct);
        _ = db.Remove(hold);
        db.RecordPlan(
            PlanFact.Lapsed,
            Actor.Clock,
            now,
            new(key, new(settled, hold.Planned), new(settled, default), hold.HoldUntil, null)
        );
        _ = db.Add(Notice.To(hold.Owner, PlanFact.Lapsed, lapsed.Words, lapsed.Link, now));
        if (receiver is not null)
            db.Send(letters.Write(receiver, told[0], now));
        return Done.It;
    }

    /// <summary>Whose promise it was, with what she may see today.</summary>
    private static async Task<Actor> Owner(PlimsollDb db, PersonId id, CancellationToken ct) =>
        new(
            id,
            await db.People().Where(p => p.Id == id).Select(p => p.Position).SingleAsync(ct),
            Door.Clock
        );
}

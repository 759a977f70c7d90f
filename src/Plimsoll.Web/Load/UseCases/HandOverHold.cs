using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.UseCases;

/// <summary>Gives held time to another project of the same person and week, with its day and its owner (PRODUCT 2).</summary>
public sealed class HandOverHold(IDbContextFactory<PlimsollDb> store, ChangePlan plan)
{
    public sealed record Command(BookingId Hold, SeenHold Seen, ProjectId To);

    public async Task<Outcome<ChangePlan.Changed>> Run(
        Command command,
        Actor actor,
        CancellationToken ct
    )
    {
        var held = await HeldCell.Find(store, command.Hold, command.Seen, actor, ct);
        if (held.Refused(out var no, out var cell))
            return no;
        if (command.To == cell.Key.Project)
            return new IsNotUnderstood("project");
        var (person, week, to) = (cell.Key.Person, cell.Key.Week, command.To);
        await using var db = await store.CreateDbContextAsync(ct);
        var there = await db.Bookings()
            .AsNoTracking()
            .Where(b => b.Person == person && b.Week == week && b.Project == to)
            .ToListAsync(ct);
        var settled = there.Find(b => !b.IsTentative)?.Planned ?? default;
        var hold = there.Find(b => b.IsTentative);
        var was = new PlanCell(settled, hold?.Planned ?? default);
        var taken = new ChangePlan.Change(
            cell.Key with
            {
                Project = to,
            },
            null,
            was with
            {
                Tentative = was.Tentative + cell.Now.Tentative,
            },
            was,
            hold is null ? cell.Until : null
        );
        var given = cell.To(cell.Now with { Tentative = default });
        return await plan.Run(new([given, taken], Moves: true), actor, ct);
    }
}

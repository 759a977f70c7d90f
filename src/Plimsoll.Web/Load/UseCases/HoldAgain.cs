using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.UseCases;

/// <summary>Holds lapsed time once more, from the notice that told its owner.</summary>
public sealed class HoldAgain(IDbContextFactory<PlimsollDb> store, ChangePlan plan)
{
    public sealed record Command(Guid Notice, DateOnly? Until);

    public async Task<Outcome<ChangePlan.Changed>> Run(
        Command command,
        Actor actor,
        CancellationToken ct
    )
    {
        if (command.Until is not { } until)
            return new IsMissing("until");
        await using var db = await store.CreateDbContextAsync(ct);
        var notice = await db.Notices()
            .AsNoTracking()
            .FirstOrDefaultAsync(
                n =>
                    n.Id == command.Notice && n.Person == actor.Person && n.Kind == PlanFact.Lapsed,
                ct
            );
        if (notice is null)
            return new NotThere();
        var lapsed = LapsedHold.Read(notice).Sentence;
        var key = new CellKey(new(lapsed.Person), new(lapsed.Project), Week.Of(lapsed.Monday));
        var (person, project, week) = key;
        // Held again already, from here or on the board.
        if (
            await db.Bookings()
                .AnyAsync(
                    b =>
                        b.Person == person
                        && b.Project == project
                        && b.Week == week
                        && b.Certainty == Certainty.Tentative,
                    ct
                )
        )
            return new HoldStands();
        // What she was told of is the cell as the hold left it; whoever has planned there since was first.
        var was = new PlanCell(new(lapsed.Beside), default);
        var again = was with { Tentative = new(lapsed.Minutes) };
        return await plan.Run(new([new(key, null, again, was, until)]), actor, ct);
    }
}

/// <summary>There is held time in that cell again.</summary>
public sealed record HoldStands() : Refusal("hold-stands");

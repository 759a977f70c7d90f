using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.UseCases;

/// <summary>
/// The one door for every edit of the plan (PRODUCT 2): the board, programs, an import, an undo. All of it is done, or
/// nothing; nobody's change is lost in silence, and settled time above the line has a reason.
/// </summary>
public sealed class ChangePlan(
    IDbContextFactory<PlimsollDb> store,
    AgencyDay day,
    FactSignal signal,
    TimeProvider clock
)
{
    public const int CellsAtMost = 5000;

    /// <param name="Text">What was typed; it wins over <paramref name="Set"/>.</param>
    /// <param name="Set">What the cell is to hold.</param>
    /// <param name="Was">What the one who changes it has seen there; <c>null</c> when she does not care.</param>
    /// <param name="HoldUntil">Until when held time stands; by default the third working day before its week.</param>
    /// <param name="Owner">
    /// Whose promise new time is; by default of the one who plans it, and what is moved stays whose it was.
    /// </param>
    /// <param name="WasHoldUntil">Until when she has seen it held; <c>null</c> when she does not care.</param>
    public sealed record Change(
        CellKey Key,
        string? Text,
        PlanCell Set,
        PlanCell? Was,
        DateOnly? HoldUntil = null,
        PersonId? Owner = null,
        DateOnly? WasHoldUntil = null
    );

    /// <param name="Moves">The cells give and take: the facts say "moved" rather than "booked" and "cleared".</param>
    public sealed record Command(
        IReadOnlyList<Change> Changes,
        PlanUnit Unit = PlanUnit.Percent,
        string? Reason = null,
        bool Moves = false
    );

    public sealed record Changed(Guid Batch, IReadOnlyList<CellChange> Cells, long LastFact);

    public async Task<Outcome<Changed>> Run(Command command, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.PlanOwnTeam))
            return new NotAllowed();
        if (command.Changes.Count is 0 or > CellsAtMost)
            return new TooManyCells(CellsAtMost);
        if (command.Changes.DistinctBy(c => c.Key).Count() < command.Changes.Count)
            return new TooManyCells(CellsAtMost);
        if (command.Changes.Any(c => !Era.Holds(c.Key.Week)))
            return new IsNotUnderstood("week");
        var reason = Line.Optional(command.Reason, "reason", Booking.ReasonLimit);
        if (reason.Refusal is { } tooLong)
            return tooLong;
        var today = await day.Today(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var outcome = await store.Write<Changed>(
            async db =>
            {
                await db.TakeTurns(command.Changes.Select(c => c.Key.Person.Value).Distinct(), ct);
                var cells = command.Changes.Select(c => c.Key).ToList();
                var plan = await OpenPlan.Of(db, actor, cells, today, ct);
                if (plan.Apply(command, reason.Value) is { } no)
                    return no;
                return await plan.Keep(command.Moves ? PlanFact.Moved : null, now, ct);
            },
            ct
        );
        if (!outcome.IsRefused)
            signal.Raise();
        return outcome;
    }
}

/// <summary>What became of one cell; a cell that was as wanted already is not among them.</summary>
public sealed record CellChange(
    CellKey Key,
    PlanCell Was,
    PlanCell Now,
    DateOnly? WasHoldUntil,
    DateOnly? HoldUntil,
    string? Reason
);

using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.Load;

/// <summary>Where a cell of the plan stands: one person, one project, one week.</summary>
public readonly record struct CellKey(PersonId Person, ProjectId Project, Week Week);

/// <summary>What stands in a cell: settled and held time side by side (PRODUCT 2).</summary>
public readonly record struct PlanCell(Minutes Confirmed, Minutes Tentative)
{
    public static PlanCell Empty => default;

    public Minutes Planned => Confirmed + Tentative;

    public bool IsEmpty => Planned == Minutes.Zero;

    /// <summary>Whether the step from <paramref name="before"/> settles all that was held, and does nothing else.</summary>
    public bool Confirms(PlanCell before) =>
        before.Tentative > Minutes.Zero && Tentative == Minutes.Zero && Confirmed == before.Planned;
}

/// <summary>Whose promise a booking is, and why it may take the week over the line.</summary>
public sealed record Promise(PersonId Owner, string? Reason);

/// <summary>All that a cell holds: its time, until when, whose promise either is, and why.</summary>
public sealed record CellState(PlanCell Cell, DateOnly? HoldUntil, Promise? Settled, Promise? Held);

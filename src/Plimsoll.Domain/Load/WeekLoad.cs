using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.Load;

/// <summary>
/// What a person's week is made of, and what follows from it: <c>load = (bookings + absence) / nominal</c> (PRODUCT 1, 2).
/// Tentative time counts in the load like settled time; it is only shown apart.
/// </summary>
/// <param name="Nominal">Her 100 %.</param>
/// <param name="Away">Holidays and absences; counted inside the 100 %.</param>
/// <param name="Confirmed">Settled work for clients.</param>
/// <param name="Internal">Settled work on internal projects.</param>
/// <param name="Tentative">Held time, for clients and internal.</param>
public readonly record struct WeekLoad(
    Minutes Nominal,
    Minutes Away,
    Minutes Confirmed,
    Minutes Internal,
    Minutes Tentative
)
{
    /// <summary>All bookings of the week.</summary>
    public Minutes Booked => Confirmed + Internal + Tentative;

    /// <summary>Bookings and time away: what stands above the fraction's line.</summary>
    public Minutes Taken => Booked + Away;

    /// <summary>Whole percent of the nominal time; <c>null</c> when nothing is nominal.</summary>
    public Percent? Load => Percent.Share(Taken, Nominal);

    /// <summary>What can still be planned, never below zero.</summary>
    public Minutes Free => Nominal - Taken;

    /// <summary>What is planned above the line, never below zero.</summary>
    public Minutes Over => Taken - Nominal;

    /// <summary>To the minute, not by the rounded percent; with zero nominal time any booking is over the line.</summary>
    public bool IsOverTheLine => Taken > Nominal;

    private Minutes Settled => Confirmed + Internal;

    /// <summary>
    /// Whether the step from <paramref name="before"/> to this week asks for a reason: settled time grew, by a new booking,
    /// a larger one or a hold that was confirmed, and the week is over the line with it. Tentative time never asks.
    /// </summary>
    public bool AsksForReasonAfter(WeekLoad before) => IsOverTheLine && Settled > before.Settled;
}

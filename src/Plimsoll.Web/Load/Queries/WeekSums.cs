using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Web.Load.Store;

namespace Plimsoll.Web.Load.Queries;

/// <summary>What a person has in a week: settled client work, settled internal work, and what is held.</summary>
internal sealed record WeekSum(
    PersonId Person,
    DateOnly Week,
    int Confirmed,
    int Internal,
    int Tentative
);

internal static class WeekSums
{
    /// <summary>
    /// Sums that are to be added up, at most two for a week of a person: everything as if for clients, and what
    /// of it moves to internal work. Nearly all bookings are read from one index that way, without a look at their projects.
    /// One statement, so that both halves speak of the same bookings.
    /// </summary>
    public static IQueryable<WeekSum> Of(IQueryable<PlannedTime> planned) =>
        planned
            .GroupBy(t => new { t.Person, t.Week })
            .Select(g => new
            {
                g.Key.Person,
                g.Key.Week,
                Confirmed = g.Sum(t => t.Certainty == Certainty.Confirmed ? t.Planned : 0),
                Internal = 0,
                Tentative = g.Sum(t => t.Certainty == Certainty.Tentative ? t.Planned : 0),
            })
            .Concat(
                planned
                    .Where(t => t.Internal && t.Certainty == Certainty.Confirmed)
                    .GroupBy(t => new { t.Person, t.Week })
                    .Select(g => new
                    {
                        g.Key.Person,
                        g.Key.Week,
                        Confirmed = -g.Sum(t => t.Planned),
                        Internal = g.Sum(t => t.Planned),
                        Tentative = 0,
                    })
            )
            .Select(s => new WeekSum(s.Person, s.Week, s.Confirmed, s.Internal, s.Tentative));
}

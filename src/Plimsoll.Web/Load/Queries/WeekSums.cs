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
    public static IQueryable<WeekSum> Of(IQueryable<PlannedTime> planned) =>
        planned
            .GroupBy(t => new { t.Person, t.Week })
            .Select(g => new WeekSum(
                g.Key.Person,
                g.Key.Week,
                g.Sum(t => t.Certainty == Certainty.Confirmed && !t.Internal ? t.Planned : 0),
                g.Sum(t => t.Certainty == Certainty.Confirmed && t.Internal ? t.Planned : 0),
                g.Sum(t => t.Certainty == Certainty.Tentative ? t.Planned : 0)
            ));
}

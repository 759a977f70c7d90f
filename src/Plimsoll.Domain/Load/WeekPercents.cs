using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.Load;

/// <summary>
/// A person's week in whole percent of her nominal time. The parts add up to <see cref="Load"/>, and the shares of
/// single bookings add up to their part, so that nothing drifts where a row is opened (PRODUCT 9.3).
/// </summary>
public readonly record struct WeekPercents(
    int Load,
    int Away,
    int Internal,
    int Confirmed,
    int Tentative
)
{
    /// <summary><c>null</c> when nothing is nominal: a share of nothing means nothing.</summary>
    public static WeekPercents? Of(WeekLoad week)
    {
        if (week.Nominal == Minutes.Zero)
            return null;
        ReadOnlySpan<int> parts =
        [
            week.Away.Value,
            week.Internal.Value,
            week.Confirmed.Value,
            week.Tentative.Value,
        ];
        Span<int> shares = stackalloc int[4];
        LargestRemainder.Shares(parts, week.Nominal.Value, shares);
        return new WeekPercents(
            shares[0] + shares[1] + shares[2] + shares[3],
            shares[0],
            shares[1],
            shares[2],
            shares[3]
        );
    }
}

using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.Load;

/// <summary>
/// Whole percents for the parts of a week that add up to the whole percent of their sum, so that a column of
/// figures and its total never disagree (PRODUCT 9.3). Every part is rounded down, and what is missing goes to
/// those that lost most; among equals to the first.
/// </summary>
public static class LargestRemainder
{
    private const int OnTheStack = 64;

    /// <summary>The shares in the order of the parts; <c>null</c> when nothing is nominal.</summary>
    public static IReadOnlyList<Percent>? Shares(IReadOnlyList<Minutes> parts, Minutes nominal)
    {
        if (nominal == Minutes.Zero)
            return null;
        var minutes = new int[parts.Count];
        for (var i = 0; i < minutes.Length; i++)
            minutes[i] = parts[i].Value;
        var shares = new int[minutes.Length];
        Shares(minutes, nominal.Value, shares);
        return Array.ConvertAll(shares, share => new Percent(share));
    }

    /// <summary>The same without allocation, for a board of thousands of cells; <paramref name="nominal"/> is above zero.</summary>
    public static void Shares(ReadOnlySpan<int> parts, int nominal, Span<int> shares)
    {
        long sum = 0;
        foreach (var part in parts)
            sum += part;
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(nominal);
        // The same rounding as of any other percent: half away from zero (Percent.Share).
        Within(parts, nominal, checked((int)((sum * 200 + nominal) / (2L * nominal))), shares);
    }

    /// <summary>
    /// Shares of the parts of a part: <paramref name="whole"/> is the percent that their sum was given among its own
    /// neighbours (its exact share rounded up or down), so that what is opened adds up to what it is opened from.
    /// </summary>
    public static void Within(ReadOnlySpan<int> parts, int nominal, int whole, Span<int> shares)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(nominal);
        ArgumentOutOfRangeException.ThrowIfLessThan(shares.Length, parts.Length);
        Span<long> lost =
            parts.Length <= OnTheStack ? stackalloc long[OnTheStack] : new long[parts.Length];
        var given = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(parts[i], nameof(parts));
            var (share, rest) = Math.DivRem(parts[i] * 100L, nominal);
            shares[i] = checked((int)share);
            lost[i] = rest;
            given += shares[i];
        }
        for (; given < whole; given++)
        {
            var most = MostLost(lost[..parts.Length]);
            shares[most]++;
            lost[most] = -1;
        }
    }

    private static int MostLost(ReadOnlySpan<long> lost)
    {
        var most = 0;
        for (var i = 1; i < lost.Length; i++)
            if (lost[i] > lost[most])
                most = i;
        return most;
    }
}

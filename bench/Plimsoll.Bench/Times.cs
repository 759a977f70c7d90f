using System.Diagnostics;

namespace Plimsoll.Bench;

/// <summary>Times of one act done many times, in milliseconds.</summary>
internal sealed class Times
{
    private readonly List<double> _all = [];

    public void Add(double milliseconds) => _all.Add(milliseconds);

    public double P50 => At(0.50);

    public double P95 => At(0.95);

    /// <summary>Does the act some times unmeasured, then some times measured.</summary>
    public static async Task<Times> Of(int unmeasured, int measured, Func<int, Task> act)
    {
        for (var i = 0; i < unmeasured; i++)
            await act(i);
        var times = new Times();
        for (var i = 0; i < measured; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await act(unmeasured + i);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        return times;
    }

    private double At(double share)
    {
        var sorted = _all.Order().ToList();
        return sorted.Count == 0
            ? double.NaN
            : sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
    }
}

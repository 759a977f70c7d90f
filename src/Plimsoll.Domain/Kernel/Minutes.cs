using System.Globalization;

namespace Plimsoll.Domain.Kernel;

/// <summary>Work, planned or done, in whole minutes; never negative (PRODUCT 2, 3).</summary>
public readonly record struct Minutes : IComparable<Minutes>
{
    public int Value { get; }

    public Minutes(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        Value = value;
    }

    public static Minutes Zero => default;

    public static Minutes Hours(int hours) => new(checked(hours * 60));

    public static Minutes operator +(Minutes a, Minutes b) => new(checked(a.Value + b.Value));

    /// <summary>What is left of <paramref name="a"/> after <paramref name="b"/>, never below zero.</summary>
    public static Minutes operator -(Minutes a, Minutes b) => new(Math.Max(0, a.Value - b.Value));

    public int CompareTo(Minutes other) => Value.CompareTo(other.Value);

    public static bool operator <(Minutes a, Minutes b) => a.Value < b.Value;

    public static bool operator >(Minutes a, Minutes b) => a.Value > b.Value;

    public static bool operator <=(Minutes a, Minutes b) => a.Value <= b.Value;

    public static bool operator >=(Minutes a, Minutes b) => a.Value >= b.Value;

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

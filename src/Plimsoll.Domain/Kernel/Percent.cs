using System.Globalization;

namespace Plimsoll.Domain.Kernel;

/// <summary>A share of a person's week in whole percent; may pass 100 (PRODUCT 2).</summary>
public readonly record struct Percent : IComparable<Percent>
{
    public int Value { get; }

    public Percent(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        Value = value;
    }

    /// <summary><c>minutes = round(percent x nominal / 100)</c>, half away from zero (PRODUCT 2).</summary>
    public Minutes Of(Minutes nominal) =>
        new(checked((int)(((long)Value * nominal.Value + 50) / 100)));

    /// <summary>The share of <paramref name="nominal"/> that <paramref name="minutes"/> are; <c>null</c> when nothing is nominal.</summary>
    public static Percent? Share(Minutes minutes, Minutes nominal) =>
        nominal == Minutes.Zero
            ? null
            : new Percent(
                checked((int)((minutes.Value * 200L + nominal.Value) / (2L * nominal.Value)))
            );

    public int CompareTo(Percent other) => Value.CompareTo(other.Value);

    public static bool operator <(Percent a, Percent b) => a.Value < b.Value;

    public static bool operator >(Percent a, Percent b) => a.Value > b.Value;

    public static bool operator <=(Percent a, Percent b) => a.Value <= b.Value;

    public static bool operator >=(Percent a, Percent b) => a.Value >= b.Value;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value} %");
}

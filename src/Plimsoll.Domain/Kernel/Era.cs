namespace Plimsoll.Domain.Kernel;

/// <summary>The days that can be planned with; a date outside of it is a slip of the fingers.</summary>
public static class Era
{
    public static DateOnly First { get; } = new(1900, 1, 1);

    public static DateOnly Last { get; } = new(2199, 12, 31);

    public static bool Holds(DateOnly day) => day >= First && day <= Last;

    public static bool Holds(DateOnly? day) => day is not { } known || Holds(known);

    public static bool Holds(Week week) => Holds(week.Monday) && Holds(week.Sunday);

    /// <summary>Whether so many weeks from this one on lie within it.</summary>
    public static bool Holds(Week from, int weeks) => Holds(from) && Holds(from.Plus(weeks));
}

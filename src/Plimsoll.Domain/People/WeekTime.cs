using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.People;

/// <summary>
/// What a person's pattern gives for a week, and what holidays and absences take of it (PRODUCT 2).
/// Absences take only what a holiday leaves, so the two never count a minute twice.
/// </summary>
public readonly record struct WeekTime(Minutes Nominal, Minutes Holiday, Minutes Absent)
{
    /// <summary>Time away, counted inside the 100 % (PRODUCT 1).</summary>
    public Minutes Away => Holiday + Absent;

    /// <summary>What is left to plan with.</summary>
    public Minutes Available => Nominal - Away;
}

/// <summary>The same for one day.</summary>
public readonly record struct DayTime(int Nominal, int Holiday, int Absent)
{
    /// <summary>Work is done on it, absences aside: the pattern gives time, and no holiday takes all of it.</summary>
    public bool IsWorking => Nominal > Holiday;

    /// <summary>What is left to plan with.</summary>
    public int Available => Nominal - Holiday - Absent;
}

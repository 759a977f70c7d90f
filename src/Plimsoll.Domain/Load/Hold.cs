using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.Load;

/// <summary>Until when tentative time stands (PRODUCT 2).</summary>
public static class Hold
{
    /// <summary>How many working days before its week a hold ends, unless someone says otherwise.</summary>
    public const int WorkingDaysAhead = 3;

    // So far back that a calendar without any working day cannot keep us looking.
    private const int LooksBackAtMost = 60;

    /// <summary>The third working day before the week starts; without enough working days, the last day looked at.</summary>
    public static DateOnly DefaultUntil(Week week, Func<DateOnly, bool> isWorkingDay)
    {
        var left = WorkingDaysAhead;
        for (var back = 1; back <= LooksBackAtMost; back++)
        {
            var day = week.Monday.AddDays(-back);
            if (isWorkingDay(day) && --left == 0)
                return day;
        }
        return week.Monday.AddDays(-LooksBackAtMost);
    }

    /// <summary>
    /// The default for time that is held today. In the last days before the week, and in the week itself, the
    /// third working day has passed: the hold then stands through today, so that it does not lapse as it is made.
    /// </summary>
    public static DateOnly DefaultUntil(
        Week week,
        DateOnly today,
        Func<DateOnly, bool> isWorkingDay
    )
    {
        var until = DefaultUntil(week, isWorkingDay);
        return until >= today ? until : today;
    }

    /// <summary>A hold ends within its week at the latest: after it there is nothing left to hold.</summary>
    public static bool MayEnd(DateOnly until, Week week) =>
        Era.Holds(until) && until <= week.Sunday;
}

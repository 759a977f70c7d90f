using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.People;

/// <summary>Minutes for each weekday, in force from a date until the next pattern begins (PRODUCT 2).</summary>
public sealed class WorkPattern
{
    /// <summary>The minutes of a whole day, the most that a weekday can have.</summary>
    public const int DayAtMost = 24 * 60;

    public DateOnly ValidFrom { get; private set; }

    public int Monday { get; private set; }

    public int Tuesday { get; private set; }

    public int Wednesday { get; private set; }

    public int Thursday { get; private set; }

    public int Friday { get; private set; }

    public int Saturday { get; private set; }

    public int Sunday { get; private set; }

    private WorkPattern() { }

    /// <summary>A pattern by its seven days, Monday first.</summary>
    public static Outcome<WorkPattern> Of(DateOnly validFrom, params ReadOnlySpan<int> days)
    {
        if (!Era.Holds(validFrom))
            return new IsNotUnderstood("validFrom");
        if (days.Length != 7)
            return new IsNotUnderstood("days");
        foreach (var minutes in days)
            if (minutes is < 0 or > DayAtMost)
                return new DayHasNoSuchMinutes(minutes);
        return Make(validFrom, days);
    }

    /// <summary>40 hours: Monday to Friday, eight each.</summary>
    public static WorkPattern FullTime(DateOnly validFrom) =>
        Make(validFrom, [480, 480, 480, 480, 480, 0, 0]);

    /// <summary>What the pattern gives on a weekday.</summary>
    public int On(DayOfWeek day) =>
        day switch
        {
            DayOfWeek.Monday => Monday,
            DayOfWeek.Tuesday => Tuesday,
            DayOfWeek.Wednesday => Wednesday,
            DayOfWeek.Thursday => Thursday,
            DayOfWeek.Friday => Friday,
            DayOfWeek.Saturday => Saturday,
            _ => Sunday,
        };

    /// <summary>Its seven days, Monday first.</summary>
    public IReadOnlyList<int> Days() =>
        [Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday];

    /// <summary>What the pattern gives for a week without holidays.</summary>
    public Minutes Week =>
        new(Monday + Tuesday + Wednesday + Thursday + Friday + Saturday + Sunday);

    internal void Become(WorkPattern other)
    {
        Monday = other.Monday;
        Tuesday = other.Tuesday;
        Wednesday = other.Wednesday;
        Thursday = other.Thursday;
        Friday = other.Friday;
        Saturday = other.Saturday;
        Sunday = other.Sunday;
    }

    private static WorkPattern Make(DateOnly validFrom, ReadOnlySpan<int> days) =>
        new()
        {
            ValidFrom = validFrom,
            Monday = days[0],
            Tuesday = days[1],
            Wednesday = days[2],
            Thursday = days[3],
            Friday = days[4],
            Saturday = days[5],
            Sunday = days[6],
        };
}

using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;

namespace Plimsoll.Domain.Tasks;

/// <summary>Whether a task can be done before it is due, by the free time of the one responsible.</summary>
/// <param name="Free">Her free time from today to the due day, both included.</param>
/// <param name="Needed">What is still to be done of the task.</param>
public readonly record struct TaskFit(Minutes Free, Minutes Needed)
{
    public bool Fits => Needed <= Free;

    /// <summary>
    /// Her free time for work on one project. In each week: what her pattern gives for the days from <paramref name="today"/>
    /// to <paramref name="due"/>, less holidays and absences, less the share of the week's time that is settled for
    /// other projects. That time is spread over the week evenly with the time she has, so a day that has a quarter of
    /// the week carries a quarter of it; rounded down to the minute week by week. Held (tentative) time takes nothing.
    /// </summary>
    /// <param name="others">The confirmed minutes of a week on all other projects.</param>
    public static Minutes FreeTime(
        PersonCalendar calendar,
        DateOnly today,
        DateOnly due,
        Func<Week, int> others
    )
    {
        var free = 0L;
        for (var week = Week.Of(today); week.Monday <= due; week = week.Plus(1))
        {
            int all = 0,
                within = 0;
            foreach (var day in week.Days())
            {
                var minutes = calendar.On(day).Available;
                all += minutes;
                if (day >= today && day <= due)
                    within += minutes;
            }
            if (all > 0)
                free += (long)within * Math.Max(0, all - others(week)) / all;
        }
        return new Minutes((int)Math.Min(free, int.MaxValue));
    }
}

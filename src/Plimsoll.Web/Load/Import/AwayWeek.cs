using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;

namespace Plimsoll.Web.Load.Import;

/// <summary>
/// Lays time away that a sheet gives for a week onto days: the whole week on all its working days, a part from the last
/// working day backwards, in whole and half days. What holidays and absences take already is not taken twice.
/// </summary>
public static class AwayWeek
{
    /// <param name="taken">Days somebody has asked to be away already; nothing new is laid on them.</param>
    public static IReadOnlyList<AwayDays> Lay(
        PersonCalendar calendar,
        Week week,
        Minutes wanted,
        Func<DateOnly, bool> taken
    )
    {
        var time = calendar.On(week);
        var left = wanted.Value - time.Away.Value;
        var whole = wanted >= time.Nominal;
        var laid = new List<AwayDays>();
        foreach (var day in week.Days().Reverse())
        {
            if (left <= 0 && !whole)
                break;
            var free = calendar.On(day).Available;
            if (free <= 0 || taken(day))
                continue;
            if (whole || left >= free)
                laid.Add(new AwayDays(day, day, false));
            // To the nearest half of the day: a quarter of it is the least that counts.
            else if (left * 4 >= free * 3)
                laid.Add(new AwayDays(day, day, false));
            else if (left * 4 >= free)
                laid.Add(new AwayDays(day, day, true));
            left -= free;
        }
        laid.Reverse();
        return laid;
    }

    /// <summary>Whole days that follow each other, but for days without work, become one absence.</summary>
    public static IReadOnlyList<AwayDays> Join(
        IEnumerable<AwayDays> days,
        Func<DateOnly, bool> isWorking
    )
    {
        var joined = new List<AwayDays>();
        foreach (var day in days.OrderBy(d => d.From))
        {
            if (
                joined.Count > 0
                && joined[^1] is { HalfDay: false } last
                && !day.HalfDay
                && day.To.DayNumber - last.From.DayNumber < Absence.DaysAtMost
                && Enumerable
                    .Range(1, day.From.DayNumber - last.To.DayNumber - 1)
                    .All(n => !isWorking(last.To.AddDays(n)))
            )
                joined[^1] = last with { To = day.To };
            else
                joined.Add(day);
        }
        return joined;
    }
}

using Plimsoll.Domain.Kernel;

namespace Plimsoll.Web.Load.Import;

/// <summary>A heading with the week it turned out to mean.</summary>
public readonly record struct ReadWeek(Week? Week, bool IsDoubtful);

/// <summary>
/// Finds the years that headings leave out. A row of them goes forward in time, over New Year too, mostly by one
/// week, and lies around today; of all readings the one that fits this best is taken.
/// </summary>
public static class WeekSequence
{
    private const int YearsAround = 2;
    private const int HalfAYear = 26;

    /// <summary>Headings in the order of their columns.</summary>
    public static IReadOnlyList<ReadWeek> Across(
        IReadOnlyList<WeekHeading> headings,
        DateOnly today
    )
    {
        var best = (Weeks: (IReadOnlyList<ReadWeek>)[], Cost: double.MaxValue);
        bool[] orders = headings.Any(IsTurnable) ? [false, true] : [false];
        foreach (var monthFirst in orders)
            for (var year = today.Year - YearsAround; year <= today.Year + YearsAround; year++)
            {
                var chain = Chain(headings, year, monthFirst);
                var cost = Cost(chain, today) + Unmondays(headings, chain, monthFirst);
                if (cost < best.Cost)
                    best = (chain, cost);
            }
        return FromSunday(headings, best.Weeks);
    }

    /// <summary>One week of a list, which need not be in any order: the nearest to today that fits.</summary>
    public static ReadWeek Alone(WeekHeading heading, DateOnly today, bool monthFirst = false)
    {
        var best = (Read: default(ReadWeek), Cost: double.MaxValue);
        for (var year = today.Year - YearsAround; year <= today.Year + YearsAround; year++)
        {
            if (heading.In(year, monthFirst, out var doubtful) is not { } week)
                continue;
            var cost = Math.Abs(Week.Of(today).WeeksUntil(week)) + (doubtful ? 1_000 : 0);
            if (cost < best.Cost)
                best = (new ReadWeek(week, doubtful), cost);
        }
        return best.Read;
    }

    /// <summary>Whether a list of days must be read month first: one of them could be nothing else.</summary>
    public static bool IsMonthFirst(IEnumerable<WeekHeading> headings) =>
        headings.Any(heading => heading.First is { MayBeTurned: true, Month: > 12 });

    private static bool IsTurnable(WeekHeading heading) => heading.First is { MayBeTurned: true };

    private static List<ReadWeek> Chain(
        IReadOnlyList<WeekHeading> headings,
        int year,
        bool monthFirst
    )
    {
        var chain = new List<ReadWeek>(headings.Count);
        Week? before = null;
        foreach (var heading in headings)
        {
            var read = before is { } last
                ? Next(heading, last, monthFirst)
                : new ReadWeek(heading.In(year, monthFirst, out var doubtful), doubtful);
            chain.Add(read);
            before = read.Week ?? before;
        }
        return chain;
    }

    /// <summary>The nearest week after the last that the heading can mean; half a year on is as unlikely as a step back.</summary>
    private static ReadWeek Next(WeekHeading heading, Week last, bool monthFirst)
    {
        var best = (Read: default(ReadWeek), Cost: int.MaxValue);
        for (var year = last.IsoYear - 1; year <= last.IsoYear + 1; year++)
        {
            if (heading.In(year, monthFirst, out var doubtful) is not { } week)
                continue;
            var gap = last.WeeksUntil(week);
            var cost = gap > 0 ? gap : HalfAYear - gap;
            if (cost < best.Cost)
                best = (new ReadWeek(week, doubtful), cost);
        }
        return best.Read;
    }

    private static double Cost(List<ReadWeek> chain, DateOnly today)
    {
        var cost = 0.0;
        Week? before = null;
        foreach (var (week, doubtful) in chain)
        {
            cost +=
                week is null ? 50
                : doubtful ? 10
                : 0;
            if (before is { } a && week is { } b)
                cost += a.WeeksUntil(b) switch
                {
                    1 => 0,
                    <= 0 => 25,
                    <= 8 => 1,
                    var gap => 5 + gap / 4.0,
                };
            before = week ?? before;
        }
        var now = Week.Of(today);
        var known = chain
            .Where(read => read.Week is not null)
            .Select(read => read.Week!.Value)
            .ToList();
        if (known.Count == 0)
            return cost;
        var distance = Math.Max(
            Math.Max(now.WeeksUntil(known.Min()), known.Max().WeeksUntil(now)),
            0
        );
        return cost + distance * 0.12;
    }

    /// <summary>A heading of one day mostly names a Monday: it tells years, and 11/12 from 12/11.</summary>
    private static double Unmondays(
        IReadOnlyList<WeekHeading> headings,
        List<ReadWeek> chain,
        bool monthFirst
    )
    {
        var cost = 0.0;
        for (var i = 0; i < headings.Count; i++)
            if (
                headings[i] is { First: { } day, Last: null }
                && chain[i].Week is { } week
                && !IsDay(day, week.Monday, monthFirst)
            )
                cost += IsDay(day, week.Sunday, monthFirst) ? 0.5 : 2;
        return cost;
    }

    /// <summary>Where all headings are Sundays, weeks begin on them, and the week meant is the one that follows.</summary>
    private static IReadOnlyList<ReadWeek> FromSunday(
        IReadOnlyList<WeekHeading> headings,
        IReadOnlyList<ReadWeek> weeks
    )
    {
        for (var i = 0; i < headings.Count; i++)
            if (
                headings[i] is not { First: { } day, Last: null, Number: null }
                || weeks[i].Week is not { } week
                || !(IsDay(day, week.Sunday, false) || IsDay(day, week.Sunday, true))
            )
                return weeks;
        return [.. weeks.Select(read => read with { Week = read.Week!.Value.Plus(1) })];
    }

    private static bool IsDay(HeadingDay day, DateOnly date, bool monthFirst) =>
        day.In(date.Year, monthFirst) == date;
}

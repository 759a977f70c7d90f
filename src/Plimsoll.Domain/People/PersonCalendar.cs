using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.People;

/// <summary>
/// One person's nominal time and time away, day by day (PRODUCT 2): the pattern in force on the day (or, on a
/// moved working day, what it gives for the other weekday), nothing before she joins and after she leaves;
/// then the holiday takes its share; then absences take all or half of what the holiday left.
/// What remains is rounded down to a minute at each of the two steps.
/// </summary>
/// <remarks>Asked for whole teams and a year at a time: it sorts once and allocates nothing per day.</remarks>
public sealed class PersonCalendar
{
    private readonly WorkPattern[] _patterns;
    private readonly int _joined;
    private readonly int _lastDay;
    private readonly Holidays _holidays;
    private readonly AwayDays[] _away;

    // The latest last day of all absences up to this one: tells where looking back may stop.
    private readonly int[] _awayUntil;

    public PersonCalendar(
        IEnumerable<WorkPattern> patterns,
        DateOnly? joined,
        DateOnly? lastDay,
        Holidays holidays,
        IEnumerable<AwayDays> approved
    )
    {
        _patterns = [.. patterns];
        Array.Sort(_patterns, static (a, b) => a.ValidFrom.CompareTo(b.ValidFrom));
        _joined = joined?.DayNumber ?? int.MinValue;
        _lastDay = lastDay?.DayNumber ?? int.MaxValue;
        _holidays = holidays;
        _away = [.. approved];
        Array.Sort(_away, static (a, b) => a.From.CompareTo(b.From));
        _awayUntil = new int[_away.Length];
        var until = int.MinValue;
        for (var i = 0; i < _away.Length; i++)
            _awayUntil[i] = until = Math.Max(until, _away[i].To.DayNumber);
    }

    public static PersonCalendar Of(
        Person person,
        Holidays holidays,
        IEnumerable<Absence> absences
    ) =>
        new(
            person.Patterns,
            person.Joined,
            person.LastDay,
            holidays,
            absences
                .Where(a => a.Counts && a.Person == person.Id)
                .Select(a => new AwayDays(a.From, a.To, a.HalfDay))
        );

    /// <summary>The sum over the days of a week.</summary>
    public WeekTime On(Week week)
    {
        Span<byte> away = stackalloc byte[7];
        MarkAway(week.Monday, away);
        var anyHoliday = _holidays.Touch(week.Monday);
        int nominal = 0,
            holiday = 0,
            absent = 0;
        for (var i = 0; i < 7; i++)
        {
            var day = On(week.Monday.AddDays(i), away[i], anyHoliday);
            nominal += day.Nominal;
            holiday += day.Holiday;
            absent += day.Absent;
        }
        return new WeekTime(new Minutes(nominal), new Minutes(holiday), new Minutes(absent));
    }

    /// <summary>How much of her time days away take by themselves, whatever else she is away for: what the holidays leave of them.</summary>
    public Minutes Takes(AwayDays away)
    {
        var minutes = 0;
        for (var day = away.From; day <= away.To; day = day.AddDays(1))
        {
            var time = On(day);
            minutes += (time.Nominal - time.Holiday) * (away.HalfDay ? 50 : 100) / 100;
        }
        return new Minutes(minutes);
    }

    /// <summary>Why days away would take nothing of her time: nobody is away from where she would not be anyway.</summary>
    public Refusal? TakesNothing(AwayDays away)
    {
        if (Takes(away) != Minutes.Zero)
            return null;
        if (away.To.DayNumber < _joined || away.From.DayNumber > _lastDay)
            return new IsNotEmployedThen();
        for (var day = away.From; day <= away.To; day = day.AddDays(1))
            if (On(day).Holiday > 0)
                return new DaysAreHolidays();
        return new DaysAreFree();
    }

    /// <summary>As many weeks as there is room for, one after the other.</summary>
    public void Fill(Week from, Span<WeekTime> weeks)
    {
        for (var i = 0; i < weeks.Length; i++)
            weeks[i] = On(from.Plus(i));
    }

    public DayTime On(DateOnly day)
    {
        Span<byte> away = stackalloc byte[1];
        MarkAway(day, away);
        return On(day, away[0], anyHoliday: true);
    }

    private DayTime On(DateOnly day, byte percentAway, bool anyHoliday)
    {
        if (day.DayNumber < _joined || day.DayNumber > _lastDay)
            return default;
        if (PatternOn(day) is not { } pattern)
            return default;
        var (percentOff, weekday) = anyHoliday ? _holidays.On(day) : (0, day.DayOfWeek);
        var nominal = pattern.On(weekday);
        var left = nominal * (100 - percentOff) / 100;
        return new DayTime(nominal, nominal - left, left * percentAway / 100);
    }

    private WorkPattern? PatternOn(DateOnly day)
    {
        for (var i = _patterns.Length - 1; i >= 0; i--)
            if (_patterns[i].ValidFrom <= day)
                return _patterns[i];
        return null;
    }

    /// <summary>For each day from the first on, how much of it is away in percent: two halves make a whole.</summary>
    private void MarkAway(DateOnly first, Span<byte> percent)
    {
        var from = first.DayNumber;
        var to = from + percent.Length - 1;
        for (var i = LastBeginningBy(to); i >= 0 && _awayUntil[i] >= from; i--)
        {
            var share = (byte)(_away[i].HalfDay ? 50 : 100);
            var begin = Math.Max(_away[i].From.DayNumber, from);
            var end = Math.Min(_away[i].To.DayNumber, to);
            for (var day = begin; day <= end; day++)
                percent[day - from] = (byte)Math.Min(100, percent[day - from] + share);
        }
    }

    private int LastBeginningBy(int day)
    {
        int low = 0,
            high = _away.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_away[middle].From.DayNumber <= day)
                low = middle + 1;
            else
                high = middle;
        }
        return low - 1;
    }
}

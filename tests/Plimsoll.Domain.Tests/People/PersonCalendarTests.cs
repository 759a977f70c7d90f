using System.Globalization;
using CsCheck;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;

namespace Plimsoll.Domain.Tests.People;

public sealed class PersonCalendarTests
{
    private static readonly Week Week48 = Week.Of(new DateOnly(2026, 11, 23));
    private static readonly DateOnly Monday = Week48.Monday;
    private static readonly WorkPattern FullTime = WorkPattern.FullTime(Era.First);

    private static PersonCalendar Calendar(
        WorkPattern[]? patterns = null,
        DateOnly? joined = null,
        DateOnly? lastDay = null,
        CalendarDay[]? holidays = null,
        AwayDays[]? away = null
    ) => new(patterns ?? [FullTime], joined, lastDay, new Holidays(holidays ?? []), away ?? []);

    private static CalendarDay Off(DateOnly day, int percent = 100, DayOfWeek? worksAs = null) =>
        CalendarDay.Of(day, "x", percent, worksAs).Value;

    private static WeekTime Time(int nominal, int holiday = 0, int absent = 0) =>
        new(new Minutes(nominal), new Minutes(holiday), new Minutes(absent));

    [Fact]
    public void A_plain_week_gives_what_the_pattern_gives() =>
        Calendar().On(Week48).ShouldBe(Time(2400));

    [Fact]
    public void A_pattern_that_begins_on_wednesday_holds_from_wednesday()
    {
        var partTime = WorkPattern.Of(Monday.AddDays(2), 240, 240, 240, 240, 240, 60, 0).Value;
        Calendar(patterns: [partTime, FullTime])
            .On(Week48)
            .ShouldBe(Time(480 + 480 + 240 + 240 + 240 + 60));
    }

    [Fact]
    public void Before_the_first_pattern_there_is_no_time() =>
        Calendar(patterns: [WorkPattern.FullTime(Monday.AddDays(3))])
            .On(Week48)
            .ShouldBe(Time(960));

    [Fact]
    public void A_joiner_and_a_leaver_have_only_the_days_between() =>
        Calendar(joined: Monday.AddDays(1), lastDay: Monday.AddDays(3))
            .On(Week48)
            .ShouldBe(Time(3 * 480));

    [Fact]
    public void Outside_of_her_employment_neither_holiday_nor_absence_takes_anything() =>
        Calendar(
                lastDay: Monday.AddDays(-1),
                holidays: [Off(Monday)],
                away: [new(Monday, Monday.AddDays(6), false)]
            )
            .On(Week48)
            .ShouldBe(Time(0));

    [Fact]
    public void A_holiday_takes_its_day_and_a_half_holiday_half_of_it() =>
        Calendar(holidays: [Off(Monday), Off(Monday.AddDays(1), 50)])
            .On(Week48)
            .ShouldBe(Time(2400, holiday: 720));

    [Fact]
    public void A_holiday_on_a_day_without_work_takes_nothing() =>
        Calendar(holidays: [Off(Monday.AddDays(5))]).On(Week48).ShouldBe(Time(2400));

    [Fact]
    public void A_moved_working_day_gives_what_the_other_weekday_gives()
    {
        var pattern = WorkPattern.Of(Era.First, 300, 480, 480, 480, 480, 0, 0).Value;
        var saturday = Off(Monday.AddDays(5), 0, DayOfWeek.Monday);
        Calendar(patterns: [pattern], holidays: [saturday])
            .On(Week48)
            .ShouldBe(Time(300 + 4 * 480 + 300));
    }

    [Fact]
    public void A_shortened_moved_working_day_is_both() =>
        Calendar(holidays: [Off(Monday.AddDays(5), 25, DayOfWeek.Friday)])
            .On(Week48)
            .ShouldBe(Time(6 * 480, holiday: 120));

    [Fact]
    public void An_absence_takes_all_that_the_holiday_left() =>
        Calendar(
                holidays: [Off(Monday), Off(Monday.AddDays(1), 50)],
                away: [new(Monday, Monday.AddDays(2), false)]
            )
            .On(Week48)
            .ShouldBe(Time(2400, holiday: 720, absent: 240 + 480));

    [Fact]
    public void A_half_day_takes_half_of_what_is_left_rounded_down()
    {
        var pattern = WorkPattern.Of(Era.First, 455, 0, 0, 0, 0, 0, 0).Value;
        Calendar(patterns: [pattern], away: [new(Monday, Monday, true)])
            .On(Week48)
            .ShouldBe(Time(455, absent: 227));
    }

    [Fact]
    public void Two_half_days_on_one_day_are_the_whole_day_and_a_third_adds_nothing()
    {
        AwayDays half = new(Monday, Monday, true);
        Calendar(away: [half, half]).On(Week48).ShouldBe(Time(2400, absent: 480));
        Calendar(away: [half, half, half]).On(Week48).ShouldBe(Time(2400, absent: 480));
    }

    [Fact]
    public void A_long_absence_that_began_long_before_still_counts_among_short_ones() =>
        Calendar(
                away:
                [
                    new(Monday.AddDays(-300), Monday.AddDays(1), false),
                    new(Monday.AddDays(-200), Monday.AddDays(-199), false),
                    new(Monday.AddDays(-100), Monday.AddDays(-90), false),
                    new(Monday.AddDays(7), Monday.AddDays(8), false),
                ]
            )
            .On(Week48)
            .ShouldBe(Time(2400, absent: 960));

    [Fact]
    public void Only_her_own_approved_absences_count()
    {
        var anna = Person
            .Hire("Anna", null, PersonKind.Employee, Position.TeamMember, FullTime)
            .Value;
        var moment = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        Absence On(PersonId person, int day) =>
            Absence
                .Ask(
                    person,
                    AbsenceKind.Other,
                    Monday.AddDays(day),
                    Monday.AddDays(day),
                    false,
                    null,
                    person,
                    moment
                )
                .Value;
        var approved = On(anna.Id, 0);
        approved.Approve(anna.Id, moment).ShouldBeNull();
        var others = On(PersonId.New(), 1);
        others.Approve(anna.Id, moment).ShouldBeNull();
        PersonCalendar
            .Of(anna, Holidays.None, [approved, others, On(anna.Id, 2)])
            .On(Week48)
            .ShouldBe(Time(2400, absent: 480));
    }

    [Theory]
    [InlineData("2026-11-23", false)]
    [InlineData("2026-11-24", true)]
    [InlineData("2026-11-28", false)]
    public void A_working_day_has_time_that_no_holiday_takes(string day, bool works) =>
        Calendar(
                holidays: [Off(Monday), Off(Monday.AddDays(1), 50)],
                away: [new(Monday, Monday.AddDays(6), false)]
            )
            .On(DateOnly.Parse(day, CultureInfo.InvariantCulture))
            .IsWorking.ShouldBe(works);

    private static readonly Gen<DateOnly> AnyDay = Gen.Int[-40, 120].Select(Monday.AddDays);
    private static readonly Gen<WorkPattern> AnyPattern = Gen.Select(
        AnyDay,
        Gen.Int[0, 1440].Array[7],
        (from, days) => WorkPattern.Of(from, days).Value
    );
    private static readonly Gen<CalendarDay> AnyHoliday = Gen.Select(
        AnyDay,
        Gen.Int[1, 99],
        Gen.Enum<DayOfWeek>().Nullable(),
        (day, percent, worksAs) => Off(day, percent, worksAs)
    );
    private static readonly Gen<AwayDays> AnyAbsence = Gen.Select(
        AnyDay,
        Gen.Int[0, 60],
        Gen.Bool,
        (from, days, half) => new AwayDays(from, from.AddDays(days), half)
    );

    private static readonly Gen<(
        WorkPattern[] Patterns,
        DateOnly? Joined,
        DateOnly? LastDay,
        CalendarDay[] Holidays,
        AwayDays[] Away
    )> AnyLife = Gen.Select(
        AnyPattern.Array[0, 4].Select(ps => ps.DistinctBy(p => p.ValidFrom).ToArray()),
        AnyDay.Nullable(),
        AnyDay.Nullable(),
        AnyHoliday.Array[0, 12].Select(ds => ds.DistinctBy(d => d.Date).ToArray()),
        AnyAbsence.Array[0, 8]
    );

    [Fact]
    public void The_week_equals_the_rules_of_the_product_taken_word_by_word() =>
        AnyLife.Sample(life =>
        {
            var calendar = Calendar(
                life.Patterns,
                life.Joined,
                life.LastDay,
                life.Holidays,
                life.Away
            );
            Span<WeekTime> weeks = stackalloc WeekTime[14];
            calendar.Fill(Week48.Plus(-2), weeks);
            for (var i = 0; i < weeks.Length; i++)
                weeks[i].ShouldBe(ByTheWord(Week48.Plus(i - 2), life));
        });

    [Fact]
    public void Time_away_is_never_more_than_the_nominal_time() =>
        AnyLife.Sample(life =>
        {
            var week = Calendar(life.Patterns, life.Joined, life.LastDay, life.Holidays, life.Away)
                .On(Week48);
            week.Away.ShouldBeLessThanOrEqualTo(week.Nominal);
            (week.Away + week.Available).ShouldBe(week.Nominal);
        });

    // The same rules once more, as plainly as they can be said.
    private static WeekTime ByTheWord(
        Week week,
        (
            WorkPattern[] Patterns,
            DateOnly? Joined,
            DateOnly? LastDay,
            CalendarDay[] Holidays,
            AwayDays[] Away
        ) life
    )
    {
        int nominal = 0,
            holiday = 0,
            absent = 0;
        foreach (var day in week.Days())
        {
            if (day < life.Joined || day > life.LastDay)
                continue;
            var pattern = life.Patterns.Where(p => p.ValidFrom <= day).MaxBy(p => p.ValidFrom);
            if (pattern is null)
                continue;
            var special = life.Holidays.SingleOrDefault(h => h.Date == day);
            var minutes = pattern.On(special?.WorksAs ?? day.DayOfWeek);
            var left = minutes * (100 - (special?.PercentOff ?? 0)) / 100;
            var away = life
                .Away.Where(a => a.From <= day && day <= a.To)
                .Sum(a => a.HalfDay ? 50 : 100);
            nominal += minutes;
            holiday += minutes - left;
            absent += left * Math.Min(100, away) / 100;
        }
        return Time(nominal, holiday, absent);
    }
}

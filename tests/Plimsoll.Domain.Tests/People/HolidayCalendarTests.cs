using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;

namespace Plimsoll.Domain.Tests.People;

public sealed class HolidayCalendarTests
{
    private static readonly DateOnly NewYear = new(2026, 1, 1);

    private static HolidayCalendar Germany() =>
        HolidayCalendar.New("Berlin", "de", "BE", "a source").Value;

    private static CalendarDay Day(DateOnly date, int off = 100, DayOfWeek? worksAs = null) =>
        CalendarDay.Of(date, "a day", off, worksAs).Value;

    [Theory]
    [InlineData("de", true)]
    [InlineData(" KZ ", true)]
    [InlineData("DEU", false)]
    [InlineData("D1", false)]
    [InlineData("中国", false)]
    public void A_country_is_two_letters(string typed, bool taken) =>
        HolidayCalendar.New("x", typed).IsRefused.ShouldBe(!taken);

    [Fact]
    public void A_date_has_one_day_and_the_later_gives_it_its_meaning()
    {
        var calendar = Germany();
        calendar.SetDay(Day(NewYear));
        calendar.SetDay(Day(NewYear, off: 50));
        calendar.Days.ShouldHaveSingleItem().PercentOff.ShouldBe(50);
        calendar.RemoveDay(NewYear).ShouldBeNull();
        calendar.RemoveDay(NewYear).ShouldBe(new NotThere());
    }

    [Fact]
    public void A_day_that_is_like_any_other_is_refused()
    {
        CalendarDay.Of(NewYear, "x", 0).Refusal.ShouldBe(new DayIsLikeAnyOther(NewYear));
        CalendarDay
            .Of(NewYear, "x", 100, DayOfWeek.Monday)
            .Refusal.ShouldBe(new DayIsOffAndWorked(NewYear));
        CalendarDay.Of(NewYear, "x", 101).Refusal.ShouldBe(new IsNotUnderstood("percentOff"));
    }

    [Fact]
    public void A_replaced_year_leaves_the_others_alone()
    {
        var calendar = Germany();
        calendar.SetDay(Day(NewYear));
        calendar.SetDay(Day(NewYear.AddDays(1)));
        calendar.SetDay(Day(NewYear.AddYears(1)));
        calendar.ReplaceYear(2026, [Day(NewYear, off: 50), Day(NewYear.AddDays(5))]).ShouldBeNull();
        calendar
            .Days.Select(d => (d.Date, d.PercentOff))
            .ShouldBe(
                [(NewYear, 50), (NewYear.AddDays(5), 100), (NewYear.AddYears(1), 100)],
                ignoreOrder: true
            );
    }

    [Fact]
    public void A_year_is_replaced_as_a_whole_or_not_at_all()
    {
        var calendar = Germany();
        calendar.SetDay(Day(NewYear));
        var stranger = NewYear.AddYears(1);
        calendar
            .ReplaceYear(2026, [Day(NewYear.AddDays(5)), Day(stranger)])
            .ShouldBe(new DayIsOfAnotherYear(stranger, 2026));
        calendar
            .ReplaceYear(2026, [Day(NewYear), Day(NewYear)])
            .ShouldBe(new DayIsThereTwice(NewYear));
        calendar.Days.ShouldHaveSingleItem().Date.ShouldBe(NewYear);
    }
}

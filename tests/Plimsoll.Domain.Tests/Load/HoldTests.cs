using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;

namespace Plimsoll.Domain.Tests.Load;

public sealed class HoldTests
{
    private static readonly Week Week48 = Week.Of(new DateOnly(2026, 11, 23));

    private static bool Weekday(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    [Fact]
    public void By_default_a_hold_ends_on_wednesday_before_its_week() =>
        Hold.DefaultUntil(Week48, Weekday).ShouldBe(new DateOnly(2026, 11, 18));

    [Fact]
    public void A_holiday_before_the_week_moves_it_a_day_back() =>
        Hold.DefaultUntil(Week48, d => Weekday(d) && d != new DateOnly(2026, 11, 19))
            .ShouldBe(new DateOnly(2026, 11, 17));

    [Fact]
    public void A_calendar_without_working_days_still_gives_a_day() =>
        Hold.DefaultUntil(Week48, _ => false).ShouldBe(Week48.Monday.AddDays(-60));

    [Theory]
    [InlineData(-10, "2026-11-18")]
    [InlineData(-5, "2026-11-18")]
    [InlineData(-3, "2026-11-20")]
    [InlineData(2, "2026-11-25")]
    public void A_hold_made_too_late_for_that_stands_through_its_day(int days, string until) =>
        Hold.DefaultUntil(Week48, Week48.Monday.AddDays(days), Weekday)
            .ShouldBe(DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture));
}

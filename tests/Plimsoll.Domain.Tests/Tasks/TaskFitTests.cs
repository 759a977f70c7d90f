using CsCheck;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Domain.Tasks;

namespace Plimsoll.Domain.Tests.Tasks;

public sealed class TaskFitTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);
    private static readonly DateOnly Friday = Monday.AddDays(4);

    private static PersonCalendar FullTime(params AwayDays[] away) =>
        new([WorkPattern.FullTime(Era.First)], null, null, Holidays.None, away);

    [Fact]
    public void A_free_week_is_free_from_today_to_the_due_day()
    {
        Free(FullTime(), Monday, Friday, 0).ShouldBe(40 * 60);
        Free(FullTime(), Monday.AddDays(2), Friday, 0).ShouldBe(24 * 60);
        Free(FullTime(), Friday, Friday, 0).ShouldBe(8 * 60);
        Free(FullTime(), Friday.AddDays(1), Friday.AddDays(2), 0).ShouldBe(0);
    }

    [Fact]
    public void Other_projects_take_their_share_of_each_day()
    {
        // Twenty of her forty hours are settled elsewhere: half of each day is left.
        Free(FullTime(), Monday, Friday, 20 * 60).ShouldBe(20 * 60);
        Free(FullTime(), Monday.AddDays(3), Friday, 20 * 60).ShouldBe(8 * 60);
        Free(FullTime(), Monday, Friday, 50 * 60).ShouldBe(0);
    }

    [Fact]
    public void Time_away_is_not_free_and_the_others_share_what_is_left()
    {
        var away = FullTime(new AwayDays(Friday, Friday, HalfDay: false));
        Free(away, Monday, Friday, 0).ShouldBe(32 * 60);
        Free(away, Monday, Friday, 16 * 60).ShouldBe(16 * 60);
        Free(away, Friday, Friday, 0).ShouldBe(0);
    }

    [Fact]
    public void It_fits_to_the_minute()
    {
        new TaskFit(new(480), new(480)).Fits.ShouldBeTrue();
        new TaskFit(new(480), new(481)).Fits.ShouldBeFalse();
    }

    [Fact]
    public void A_later_due_day_never_leaves_less_and_more_work_elsewhere_never_more() =>
        Gen.Int[0, 40]
            .Select(Gen.Int[0, 60], Gen.Int[0, 3000], Gen.Int[0, 500])
            .Sample(
                (start, length, others, more) =>
                {
                    var calendar = FullTime(
                        new AwayDays(Monday.AddDays(9), Monday.AddDays(12), HalfDay: true)
                    );
                    var (today, due) = (Monday.AddDays(start), Monday.AddDays(start + length));
                    var free = Free(calendar, today, due, others);
                    Free(calendar, today, due.AddDays(1), others)
                        .ShouldBeGreaterThanOrEqualTo(free);
                    Free(calendar, today, due, others + more).ShouldBeLessThanOrEqualTo(free);
                    free.ShouldBeLessThanOrEqualTo(
                        Enumerable
                            .Range(0, length + 1)
                            .Sum(d => calendar.On(today.AddDays(d)).Available)
                    );
                }
            );

    private static int Free(PersonCalendar calendar, DateOnly today, DateOnly due, int others) =>
        TaskFit.FreeTime(calendar, today, due, _ => others).Value;
}

using CsCheck;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;

namespace Plimsoll.Domain.Tests.Load;

public sealed class BookingTests
{
    private static readonly PersonId Anna = PersonId.New();
    private static readonly PersonId Boris = PersonId.New();
    private static readonly ProjectId Launch = ProjectId.New();
    private static readonly Week Week48 = Week.Of(new DateOnly(2026, 11, 23));
    private static readonly DateOnly Until = new(2026, 11, 18);

    private static Booking Held(DateOnly? until = null) =>
        Booking.Hold(Anna, Launch, Week48, Minutes.Hours(16), until ?? Until, Boris).Value;

    private static Booking Settled() =>
        Booking.Confirm(Anna, Launch, Week48, Minutes.Hours(16), Boris).Value;

    [Fact]
    public void A_hold_has_its_day_and_settled_time_has_none()
    {
        Held().HoldUntil.ShouldBe(Until);
        Held().IsTentative.ShouldBeTrue();
        Settled().HoldUntil.ShouldBeNull();
        Settled().IsTentative.ShouldBeFalse();
    }

    [Fact]
    public void A_tentative_booking_stands_through_its_hold_date_and_lapses_the_day_after()
    {
        Held().Lapse(Until).ShouldBe(new HoldStillStands(Until));
        Held().HasLapsed(Until).ShouldBeFalse();
        Held().Lapse(Until.AddDays(1)).ShouldBeNull();
        Held().HasLapsed(Until.AddDays(1)).ShouldBeTrue();
    }

    [Fact]
    public void Settled_time_never_lapses()
    {
        Settled().HasLapsed(Until.AddYears(5)).ShouldBeFalse();
        Settled().Lapse(Until.AddYears(5)).ShouldBe(new BookingIsConfirmed());
    }

    [Fact]
    public void A_hold_is_confirmed_while_it_stands_and_not_after()
    {
        var held = Held();
        held.Confirm(Until.AddDays(1)).ShouldBe(new HoldHasLapsed(Until));
        held.IsTentative.ShouldBeTrue();
        held.Confirm(Until).ShouldBeNull();
        held.Certainty.ShouldBe(Certainty.Confirmed);
        held.HoldUntil.ShouldBeNull();
        held.Confirm(Until).ShouldBe(new BookingIsConfirmed());
    }

    [Fact]
    public void A_hold_is_extended_within_its_week_and_not_into_the_past()
    {
        var held = Held();
        held.Extend(Week48.Sunday.AddDays(1), Until).ShouldBe(new HoldOutlivesItsWeek(Week48));
        held.Extend(Until.AddDays(-1), Until).ShouldBe(new HoldDateHasPassed(Until.AddDays(-1)));
        held.Extend(Week48.Sunday, Until).ShouldBeNull();
        held.HoldUntil.ShouldBe(Week48.Sunday);
        held.Extend(Week48.Sunday, Week48.Sunday.AddDays(1))
            .ShouldBe(new HoldHasLapsed(Week48.Sunday));
        Settled().Extend(Until, Until).ShouldBe(new BookingIsConfirmed());
    }

    [Fact]
    public void A_hold_cannot_begin_with_a_day_after_its_week() =>
        Booking
            .Hold(Anna, Launch, Week48, Minutes.Hours(1), Week48.Sunday.AddDays(1), Boris)
            .Refusal.ShouldBe(new HoldOutlivesItsWeek(Week48));

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(10080, true)]
    [InlineData(10081, false)]
    public void A_booking_has_from_one_minute_to_those_of_a_week(int minutes, bool taken)
    {
        var planned = new Minutes(minutes);
        var no = taken ? null : new BookingHasNoSuchMinutes(planned);
        Settled().ChangeTo(planned).ShouldBe(no);
        Booking.Confirm(Anna, Launch, Week48, planned, Boris).Refusal.ShouldBe(no);
    }

    [Fact]
    public void A_confirmed_cell_takes_in_the_hold_beside_it()
    {
        var cell = Settled();
        cell.TakeIn(Held(), Until.AddDays(1)).ShouldBe(new HoldHasLapsed(Until));
        cell.Planned.ShouldBe(Minutes.Hours(16));
        cell.TakeIn(Held(), Until).ShouldBeNull();
        cell.Planned.ShouldBe(Minutes.Hours(32));
        cell.TakeIn(Settled(), Until).ShouldBe(new BookingIsConfirmed());
    }

    [Fact]
    public void A_hold_moved_to_an_earlier_week_may_not_outlive_it()
    {
        var held = Held(Week48.Sunday);
        held.MoveTo(Boris, Launch, Week48.Plus(-1))
            .ShouldBe(new HoldOutlivesItsWeek(Week48.Plus(-1)));
        held.MoveTo(Boris, Launch, Week48.Plus(1)).ShouldBeNull();
        (held.Person, held.Week).ShouldBe((Boris, Week48.Plus(1)));
    }

    [Fact]
    public void A_reason_has_a_limit_and_can_be_taken_back()
    {
        var cell = Settled();
        cell.Explain(new string('x', 301)).ShouldBe(new IsTooLong("reason", 300));
        cell.Explain("Launch on Friday").ShouldBeNull();
        cell.OverReason.ShouldBe("Launch on Friday");
        cell.Explain(" ").ShouldBeNull();
        cell.OverReason.ShouldBeNull();
    }

    [Fact]
    public void Whatever_is_done_only_tentative_time_has_a_hold_date()
    {
        var day = Gen.Int[-10, 20].Select(Until.AddDays);
        var act = Gen.Select(Gen.Int[0, 4], day, day);
        act.Array[0, 12]
            .Sample(acts =>
            {
                var booking = Held();
                foreach (var (kind, today, other) in acts)
                {
                    var refusal = kind switch
                    {
                        0 => booking.Confirm(today),
                        1 => booking.Extend(other, today),
                        2 => booking.MoveTo(Boris, Launch, Week.Of(other)),
                        3 => booking.ChangeTo(new Minutes(today.Day)),
                        _ => booking.Lapse(today),
                    };
                    booking.IsTentative.ShouldBe(booking.HoldUntil is not null);
                    (booking.HoldUntil <= booking.Week.Sunday).ShouldBe(booking.IsTentative);
                    if (kind is 0 && refusal is null)
                        booking.IsTentative.ShouldBeFalse();
                }
            });
    }
}

using CsCheck;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;

namespace Plimsoll.Domain.Tests.Load;

public sealed class WeekLoadTests
{
    private static WeekLoad Of(
        int nominal,
        int away = 0,
        int confirmed = 0,
        int inside = 0,
        int tentative = 0
    ) =>
        new(
            new Minutes(nominal),
            new Minutes(away),
            new Minutes(confirmed),
            new Minutes(inside),
            new Minutes(tentative)
        );

    private static readonly Gen<WeekLoad> Any = Gen.Select(
        Gen.Int[0, 3000],
        Gen.Int[0, 100],
        Gen.Int[0, 3000],
        Gen.Int[0, 3000],
        Gen.Int[0, 3000],
        (nominal, away, confirmed, inside, tentative) =>
            Of(nominal, nominal * away / 100, confirmed, inside, tentative)
    );

    [Fact]
    public void Load_is_bookings_and_time_away_against_the_nominal_time()
    {
        var week = Of(2400, away: 480, confirmed: 960, inside: 240, tentative: 480);
        week.Load.ShouldBe(new Percent(90));
        week.Free.ShouldBe(new Minutes(240));
        week.Over.ShouldBe(Minutes.Zero);
        week.IsOverTheLine.ShouldBeFalse();
    }

    [Fact]
    public void A_full_week_is_not_over_the_line_and_a_minute_more_is()
    {
        Of(2400, confirmed: 2400).IsOverTheLine.ShouldBeFalse();
        var over = Of(2400, confirmed: 2401);
        over.IsOverTheLine.ShouldBeTrue();
        over.Over.ShouldBe(new Minutes(1));
        over.Load.ShouldBe(new Percent(100));
    }

    [Fact]
    public void With_zero_nominal_time_every_booking_is_over_the_line()
    {
        Of(0, tentative: 1).IsOverTheLine.ShouldBeTrue();
        Of(0).IsOverTheLine.ShouldBeFalse();
        Of(0, tentative: 1).Load.ShouldBeNull();
    }

    [Fact]
    public void Free_and_over_are_the_two_sides_of_one_line() =>
        Any.Sample(week =>
        {
            (week.Taken + week.Free).ShouldBe(week.Nominal + week.Over);
            (week.Free == Minutes.Zero || week.Over == Minutes.Zero).ShouldBeTrue();
            week.IsOverTheLine.ShouldBe(week.Over > Minutes.Zero);
        });

    [Theory]
    [InlineData(1000, 0, 1400, 0, false)] // up to the line
    [InlineData(1000, 0, 2500, 0, true)] // over it
    [InlineData(2500, 0, 2600, 0, true)] // further over it
    [InlineData(2600, 0, 2500, 0, false)] // less, if still too much
    [InlineData(1000, 1000, 1500, 1000, true)] // over it together with held time
    [InlineData(1000, 0, 1000, 2000, false)] // held time alone never asks
    [InlineData(1000, 1500, 2500, 0, true)] // a hold confirmed in a week over the line
    public void Settled_time_that_grows_over_the_line_asks_for_a_reason(
        int confirmedBefore,
        int tentativeBefore,
        int confirmedAfter,
        int tentativeAfter,
        bool asks
    ) =>
        Of(2400, confirmed: confirmedAfter, tentative: tentativeAfter)
            .AsksForReasonAfter(Of(2400, confirmed: confirmedBefore, tentative: tentativeBefore))
            .ShouldBe(asks);
}

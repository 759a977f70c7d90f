using CsCheck;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;

namespace Plimsoll.Domain.Tests.Load;

public sealed class PlanTextTests
{
    private static readonly Minutes FullWeek = Minutes.Hours(40);

    [Theory]
    [InlineData("40", 960, false)]
    [InlineData("40%", 960, false)]
    [InlineData(" 40 % ", 960, false)]
    [InlineData("37.5", 900, false)]
    [InlineData("37,5", 900, false)]
    [InlineData("120", 2880, false)]
    [InlineData("0", 0, false)]
    [InlineData("16h", 960, false)]
    [InlineData("16 H", 960, false)]
    [InlineData("16:30", 990, false)]
    [InlineData("0:05", 5, false)]
    [InlineData("7,5h", 450, false)]
    [InlineData("7.5 hours", 450, false)]
    [InlineData("90m", 90, false)]
    [InlineData("90 min", 90, false)]
    [InlineData("1h30", 90, false)]
    [InlineData("1h5", 65, false)]
    [InlineData("1h 30m", 90, false)]
    [InlineData("16ч", 960, false)]
    [InlineData("7,5 ч.", 450, false)]
    [InlineData("1 ч 30 мин", 90, false)]
    [InlineData("90 мин.", 90, false)]
    [InlineData("16小时", 960, false)]
    [InlineData("1小时30分钟", 90, false)]
    [InlineData("４０％", 960, false)]
    [InlineData("１６：３０", 990, false)]
    [InlineData("40t", 960, true)]
    [InlineData("40 T", 960, true)]
    [InlineData("40?", 960, true)]
    [InlineData("40％？", 960, true)]
    [InlineData("40т", 960, true)]
    [InlineData("16ht", 960, true)]
    [InlineData("16:30 ?", 990, true)]
    [InlineData("1h30mt", 90, true)]
    [InlineData("40\u00a0%", 960, false)]
    public void What_people_type_is_read_as_they_mean_it(
        string typed,
        int minutes,
        bool tentative
    ) =>
        PlanText
            .Read(typed, PlanUnit.Percent, FullWeek)
            .Value.ShouldBe(new PlanEntry(new Minutes(minutes), tentative));

    [Theory]
    [InlineData("16", 960)]
    [InlineData("7,5", 450)]
    [InlineData("40%", 960)]
    [InlineData("16:30", 990)]
    public void In_hours_a_bare_number_is_hours(string typed, int minutes) =>
        PlanText.Read(typed, PlanUnit.Hours, FullWeek).Value.Planned.ShouldBe(new Minutes(minutes));

    [Theory]
    [InlineData("abc")]
    [InlineData("-5")]
    [InlineData("4 0")]
    [InlineData("40%%")]
    [InlineData("40.")]
    [InlineData("1.2.3")]
    [InlineData("16:3")]
    [InlineData("16:75")]
    [InlineData("1.5:30")]
    [InlineData("1h75")]
    [InlineData("1.5h30")]
    [InlineData("t")]
    [InlineData("%")]
    [InlineData("40tt")]
    [InlineData("=40+2")]
    [InlineData("40²")]
    [InlineData("9999999999999999999999999999999")]
    [InlineData("40 🚀")]
    public void What_means_nothing_is_not_understood(string typed) =>
        PlanText
            .Read(typed, PlanUnit.Percent, FullWeek)
            .Refusal.ShouldBe(new IsNotUnderstood("planned"));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    public void Nothing_typed_empties_the_cell(string? typed) =>
        PlanText.Read(typed, PlanUnit.Percent, FullWeek).Value.ShouldBe(default);

    [Fact]
    public void More_than_a_week_has_is_refused() =>
        PlanText
            .Read("169h", PlanUnit.Percent, FullWeek)
            .Refusal.ShouldBe(new BookingHasNoSuchMinutes(new Minutes(169 * 60)));

    [Fact]
    public void A_share_of_a_week_without_time_means_nothing_but_hours_do()
    {
        PlanText.Read("40", PlanUnit.Percent, Minutes.Zero).Refusal.ShouldBe(new ShareOfNothing());
        PlanText.Read("0", PlanUnit.Percent, Minutes.Zero).Value.Planned.ShouldBe(Minutes.Zero);
        PlanText
            .Read("8h", PlanUnit.Percent, Minutes.Zero)
            .Value.Planned.ShouldBe(Minutes.Hours(8));
    }

    [Theory]
    [InlineData(960, PlanUnit.Percent, false, "40")]
    [InlineData(960, PlanUnit.Percent, true, "40t")]
    [InlineData(900, PlanUnit.Percent, false, "15h")]
    [InlineData(970, PlanUnit.Percent, true, "16:10t")]
    [InlineData(960, PlanUnit.Hours, false, "16")]
    [InlineData(5, PlanUnit.Hours, false, "0:05")]
    [InlineData(0, PlanUnit.Hours, false, "")]
    public void A_cell_is_written_as_short_as_it_can_be_read_back(
        int minutes,
        PlanUnit unit,
        bool tentative,
        string text
    ) =>
        PlanText
            .Write(new PlanEntry(new Minutes(minutes), tentative), unit, FullWeek)
            .ShouldBe(text);

    [Fact]
    public void What_is_written_is_read_back_to_the_same_minutes() =>
        Gen.Select(
                Gen.Int[1, Booking.MinutesAtMost],
                Gen.Bool,
                Gen.Enum<PlanUnit>(),
                Gen.Int[0, Booking.MinutesAtMost]
            )
            .Sample(
                (minutes, tentative, unit, nominal) =>
                {
                    var entry = new PlanEntry(new Minutes(minutes), tentative);
                    var week = new Minutes(nominal);
                    PlanText
                        .Read(PlanText.Write(entry, unit, week), unit, week)
                        .Value.ShouldBe(entry);
                }
            );

    [Fact]
    public void A_whole_percent_typed_is_the_percent_shown() =>
        Gen.Select(Gen.Int[0, 100], Gen.Int[100, Booking.MinutesAtMost])
            .Sample(
                (percent, nominal) =>
                {
                    var week = new Minutes(nominal);
                    var planned = PlanText
                        .Read($"{percent}%", PlanUnit.Percent, week)
                        .Value.Planned;
                    Percent.Share(planned, week).ShouldBe(new Percent(percent));
                }
            );

    [Fact]
    public void Whatever_is_typed_is_read_or_refused() =>
        Gen.String.Sample(text =>
        {
            var read = PlanText.Read(text, PlanUnit.Percent, FullWeek);
            if (!read.IsRefused)
                read.Value.Planned.Value.ShouldBeInRange(0, Booking.MinutesAtMost);
        });
}

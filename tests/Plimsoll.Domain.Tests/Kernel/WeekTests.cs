using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.Tests.Kernel;

public sealed class WeekTests
{
    [Theory]
    [InlineData("2026-W48", "2026-11-23")]
    [InlineData("2026-12-31", "2026-12-28")]
    [InlineData("2026-W53", "2026-12-28")]
    public void A_week_is_named_by_its_monday(string text, string monday)
    {
        Week.TryParse(text, out var week).ShouldBeTrue();
        week.Monday.ShouldBe(
            DateOnly.Parse(monday, System.Globalization.CultureInfo.InvariantCulture)
        );
    }

    [Theory]
    [InlineData("2025-W53")]
    [InlineData("2026-W00")]
    [InlineData("")]
    [InlineData(null)]
    public void A_week_that_the_year_does_not_have_is_not_understood(string? text) =>
        Week.TryParse(text, out _).ShouldBeFalse();
}

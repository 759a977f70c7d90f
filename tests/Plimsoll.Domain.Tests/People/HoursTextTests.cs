using System.Globalization;
using Plimsoll.Domain.People;

namespace Plimsoll.Domain.Tests.People;

public sealed class HoursTextTests
{
    [Theory]
    [InlineData("7.5", 450)]
    [InlineData("7,5", 450)]
    [InlineData("7:30", 450)]
    [InlineData(" 8 ", 480)]
    [InlineData("0:05", 5)]
    [InlineData("7.33", 440)]
    [InlineData("", 0)]
    [InlineData(null, 0)]
    public void Hours_are_read_as_people_type_them(string? text, int minutes) =>
        HoursText.Read(text).Value.ShouldBe(minutes);

    [Theory]
    [InlineData("seven")]
    [InlineData("-1")]
    [InlineData("7:75")]
    [InlineData("7:3")]
    [InlineData("7:30:00")]
    [InlineData("1e9")]
    [InlineData("999999999999")]
    public void What_is_no_hours_is_refused(string text) =>
        HoursText.Read(text).Refusal.ShouldBeOfType<HoursAreNotUnderstood>();

    [Fact]
    public void Every_minute_of_a_day_reads_back_as_it_was_written()
    {
        foreach (var culture in new[] { "en-GB", "ru-RU", "zh-Hans-CN" })
            for (var minutes = 0; minutes <= WorkPattern.DayAtMost; minutes++)
                HoursText
                    .Read(HoursText.Write(minutes, CultureInfo.GetCultureInfo(culture)))
                    .Value.ShouldBe(minutes);
    }
}

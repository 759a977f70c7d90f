using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Load.Import;
using Plimsoll.Web.Platform.Sheets;

namespace Plimsoll.Web.Tests.Load.Import;

public class WeekHeadingTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Theory]
    [InlineData("W48")]
    [InlineData("w48")]
    [InlineData("W 48")]
    [InlineData("W48.")]
    [InlineData("48")]
    [InlineData(" 48 ")]
    [InlineData("Wk 48")]
    [InlineData("Week 48")]
    [InlineData("week #48")]
    [InlineData("KW 48")]
    [InlineData("CW48")]
    [InlineData("2026-W48")]
    [InlineData("2026W48")]
    [InlineData("2026 W48")]
    [InlineData("W48 2026")]
    [InlineData("W48/2026")]
    [InlineData("W48 '26")]
    [InlineData("48/2026")]
    [InlineData("2026-48")]
    [InlineData("W48 23.11")]
    [InlineData("W48 23.11.")]
    [InlineData("W48 (23.11)")]
    [InlineData("W48 - 23.11")]
    [InlineData("W48\n23.11")]
    [InlineData("W48 23.11-29.11")]
    [InlineData("W48, 23–29 Nov")]
    [InlineData("KW 48 (23.11.–29.11.)")]
    [InlineData("23.11")]
    [InlineData("23.11.")]
    [InlineData("23.11.2026")]
    [InlineData("23.11.26")]
    [InlineData("23/11/2026")]
    [InlineData("11/23/2026")]
    [InlineData("23-11-2026")]
    [InlineData("2026-11-23")]
    [InlineData("2026/11/23")]
    [InlineData("2026.11.23")]
    [InlineData("23.11-29.11")]
    [InlineData("23.11 – 29.11")]
    [InlineData("23–29.11")]
    [InlineData("23.-29.11.")]
    [InlineData("23.11.2026 - 29.11.2026")]
    [InlineData("23–27.11.2026")]
    [InlineData("11/23 - 11/29")]
    [InlineData("Nov 23")]
    [InlineData("Nov. 23")]
    [InlineData("November 23rd, 2026")]
    [InlineData("23 Nov")]
    [InlineData("23rd of November")]
    [InlineData("23 Nov 2026")]
    [InlineData("23 Nov '26")]
    [InlineData("Mon 23 Nov")]
    [InlineData("Monday, Nov 23")]
    [InlineData("w/c 23 Nov")]
    [InlineData("Week of 23 Nov")]
    [InlineData("Week commencing 23/11/2026")]
    [InlineData("week 23-29 Nov")]
    [InlineData("23 Nov – 29 Nov")]
    [InlineData("23 Nov - 29 Nov 2026")]
    [InlineData("Nov 23 – 29")]
    [InlineData("Nov 23-29, 2026")]
    [InlineData("Nov 23 - Nov 29")]
    [InlineData("Nov 22 - Nov 28")]
    [InlineData("23. Nov.")]
    [InlineData("23 ноя")]
    [InlineData("23 нояб.")]
    [InlineData("23 ноября")]
    [InlineData("23 ноября 2026 г.")]
    [InlineData("23–29 ноя")]
    [InlineData("23—29 ноября")]
    [InlineData("23 ноя – 29 ноя")]
    [InlineData("с 23 по 29 ноября", false)]
    [InlineData("пн 23.11")]
    [InlineData("нед. 48")]
    [InlineData("нед 48")]
    [InlineData("Неделя 48")]
    [InlineData("неделя №48")]
    [InlineData("48 нед.")]
    [InlineData("48 неделя")]
    [InlineData("48-я неделя")]
    [InlineData("48 нед. (23.11)")]
    [InlineData("неделя с 23 ноября")]
    [InlineData("н48")]
    [InlineData("11月23日")]
    [InlineData("11月23日-29日")]
    [InlineData("11月23-29日")]
    [InlineData("11月23日–11月29日")]
    [InlineData("2026年11月23日")]
    [InlineData("11月23日起")]
    [InlineData("第48周")]
    [InlineData("第 48 周")]
    [InlineData("第４８周")]
    [InlineData("48周")]
    [InlineData("2026年第48周")]
    [InlineData("第48周 11月23日")]
    [InlineData("第48周(11/23-11/29)")]
    public void A_heading_of_one_week_is_understood(string heading, bool understood = true)
    {
        var read = WeekHeading.Read(heading);
        if (!understood)
        {
            read.ShouldBeNull();
            return;
        }
        var week = WeekSequence.Across([read.ShouldNotBeNull()], Today).Single();
        week.Week.ToString().ShouldBe("2026-W48");
        week.IsDoubtful.ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Person")]
    [InlineData("54")]
    [InlineData("0")]
    [InlineData("W54")]
    [InlineData("40 h")]
    [InlineData("40 %")]
    [InlineData("0.4")]
    [InlineData("120")]
    [InlineData("Designer, 32 h")]
    [InlineData("Total W48")]
    [InlineData("Marketing 23")]
    [InlineData("Project 48")]
    [InlineData("31.13")]
    [InlineData("32 Nov")]
    [InlineData("Nov 2026")]
    [InlineData("Q4 2026")]
    [InlineData("Load 23.11.2026")]
    [InlineData("2026")]
    public void What_is_no_week_is_not_taken_for_one(string text) =>
        WeekHeading.Read(text).ShouldBeNull();

    [Fact]
    public void A_date_cell_is_its_week() =>
        WeekSequence
            .Across(
                [
                    WeekHeading
                        .Read(SheetCell.OfDate(1, 1, new DateOnly(2026, 11, 25)))
                        .ShouldNotBeNull(),
                ],
                Today
            )
            .Single()
            .Week.ToString()
            .ShouldBe("2026-W48");

    [Theory]
    [InlineData("W52 W53 W1 W2", "2026-W52 2026-W53 2027-W01 2027-W02")]
    [InlineData("52 53 1 2", "2026-W52 2026-W53 2027-W01 2027-W02")]
    [InlineData("W53 28.12|W1 04.01", "2026-W53 2027-W01")]
    [InlineData(
        "23–29 ноя|30 ноя – 6 дек|7–13 дек|28 дек – 3 янв|4–10 янв",
        "2026-W48 2026-W49 2026-W50 2026-W53 2027-W01"
    )]
    [InlineData("14.12 21.12 28.12 04.01", "2026-W51 2026-W52 2026-W53 2027-W01")]
    [InlineData("W40 W41 W42", "2026-W40 2026-W41 2026-W42")]
    [InlineData("W1 W2 W3", "2027-W01 2027-W02 2027-W03")]
    [InlineData("W48 W50 W2", "2026-W48 2026-W50 2027-W02")]
    [InlineData("11/30 12/07 12/14", "2026-W49 2026-W50 2026-W51")]
    [InlineData("12/07 12/14 12/21", "2026-W50 2026-W51 2026-W52")]
    [InlineData("07/12 14/12 21/12", "2026-W50 2026-W51 2026-W52")]
    [InlineData("11/30-12/06 12/07-12/13", "2026-W49 2026-W50")]
    [InlineData("Nov 22|Nov 29|Dec 6", "2026-W48 2026-W49 2026-W50")]
    [InlineData("2025-W51 W52 W1", "2025-W51 2025-W52 2026-W01")]
    [InlineData("W51 W52 2026-W01", "2025-W51 2025-W52 2026-W01")]
    [InlineData("12月21日 12月28日 1月4日", "2026-W52 2026-W53 2027-W01")]
    [InlineData("24.11.25 01.12.25", "2025-W48 2025-W49")]
    public void The_years_of_a_row_are_found(string headings, string expected)
    {
        var read = headings
            .Split(headings.Contains('|', StringComparison.Ordinal) ? '|' : ' ')
            .Select(text => WeekHeading.Read(text).ShouldNotBeNull(text))
            .ToList();
        string.Join(' ', WeekSequence.Across(read, Today).Select(week => week.Week))
            .ShouldBe(expected);
    }

    [Theory]
    [InlineData("W48 07.12")]
    [InlineData("23 Nov - 6 Dec")]
    [InlineData("25 Nov - 1 Dec")]
    public void A_heading_that_contradicts_itself_is_doubtful(string heading) =>
        WeekSequence
            .Across([WeekHeading.Read(heading).ShouldNotBeNull()], Today)
            .Single()
            .IsDoubtful.ShouldBeTrue();

    [Theory]
    [InlineData("2026-11-20", "W53", "2026-W53")]
    [InlineData("2026-11-20", "W1", "2027-W01")]
    [InlineData("2027-01-11", "W50", "2026-W50")]
    [InlineData("2027-01-11", "28.12", "2026-W53")]
    public void A_week_that_stands_alone_is_the_nearest(
        string today,
        string heading,
        string week
    ) =>
        WeekSequence
            .Alone(
                WeekHeading.Read(heading).ShouldNotBeNull(),
                DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)
            )
            .Week.ToString()
            .ShouldBe(week);
}

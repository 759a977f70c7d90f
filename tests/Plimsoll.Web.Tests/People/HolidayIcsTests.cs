using System.Globalization;
using System.Text;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.People.Holidays;

namespace Plimsoll.Web.Tests.People;

public sealed class HolidayIcsTests
{
    [Fact]
    public async Task An_all_day_event_is_a_free_day()
    {
        var read = await Read(
            Event("DTSTART;VALUE=DATE:20260501", "DTEND;VALUE=DATE:20260502", "SUMMARY:Labour Day")
        );

        read.Days.ShouldBe([new Holiday(new DateOnly(2026, 5, 1), "Labour Day", 100, null)]);
        read.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_broken_event_is_named_and_the_good_ones_beside_it_come_in()
    {
        var read = await Read(
            Event("DTSTART;VALUE=DATE:20260101", "SUMMARY:New Year"),
            Event("DTSTART;VALUE=DATE:20261399", "SUMMARY:No such day"),
            Event(
                "DTSTART;VALUE=DATE:20260102",
                "SUMMARY:Bad rule",
                "RRULE:FREQ=YEARLY;BYMONTH=many"
            ),
            Event("SUMMARY:Without a day"),
            Event("DTSTART;VALUE=DATE:20261225", "SUMMARY:Christmas")
        );

        read.Days.Select(day => day.Name).ShouldBe(["New Year", "Christmas"]);
        read.Problems.ShouldBe([
            new HolidayProblem(8, null, "No such day", HolidayTrouble.HasNoDate),
            new HolidayProblem(
                12,
                new DateOnly(2026, 1, 2),
                "Bad rule",
                HolidayTrouble.IsNotUnderstood
            ),
            new HolidayProblem(17, null, "Without a day", HolidayTrouble.HasNoDate),
        ]);
    }

    [Fact]
    public async Task An_event_without_an_end_does_not_swallow_the_next_one()
    {
        var read = await Read(
            "BEGIN:VEVENT\r\nSUMMARY:Torn\r\nDTSTART;VALUE=DATE:20260101\r\n",
            Event("DTSTART;VALUE=DATE:20260102", "SUMMARY:Whole"),
            "BEGIN:VEVENT\r\nSUMMARY:Torn too\r\n"
        );

        read.Days.Single().Name.ShouldBe("Whole");
        read.Problems.Select(problem => (problem.Line, problem.Trouble))
            .ShouldBe([(4, HolidayTrouble.Unfinished), (11, HolidayTrouble.Unfinished)]);
    }

    [Fact]
    public async Task An_event_of_several_days_covers_each_and_its_end_is_not_one_of_them()
    {
        var read = await Read(
            Event("DTSTART;VALUE=DATE:20260215", "DTEND;VALUE=DATE:20260224", "SUMMARY:春节")
        );

        read.Days.Count.ShouldBe(9);
        read.Days[^1].Date.ShouldBe(new DateOnly(2026, 2, 23));
    }

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20260101", "DURATION:P3D", 3)]
    [InlineData("DTSTART;VALUE=DATE:20260101", "DURATION:P1W", 7)]
    [InlineData("DTSTART;VALUE=DATE:20260101", "DTEND;VALUE=DATE:20260101", 1)]
    [InlineData("DTSTART;TZID=Europe/Berlin;VALUE=DATE:20260101", "X-NOTE:no end", 1)]
    [InlineData("DTSTART:20260101T000000", "DTEND:20260103T000000", 2)]
    [InlineData("DTSTART;TZID=\"(UTC+01:00) Berlin\":20260101T000000", "DTEND:20260102T000000", 1)]
    [InlineData("DTSTART:20260101T000000Z", "DURATION:P1D", 1)]
    public async Task The_ways_in_which_programs_write_whole_days_are_all_understood(
        string start,
        string end,
        int days
    ) => (await Read(Event(start, end, "SUMMARY:Holiday"))).Days.Count.ShouldBe(days);

    [Theory]
    [InlineData("DTSTART:20260101T090000", "DTEND:20260101T170000")]
    [InlineData("DTSTART:20260101T000000", "DTEND:20260101T120000")]
    [InlineData("DTSTART:20260101T000000", "DURATION:PT2H")]
    [InlineData("DTSTART:20260101T000000", "X-NOTE:no end")]
    public async Task An_event_with_hours_is_no_holiday(string start, string end)
    {
        var read = await Read(Event(start, end, "SUMMARY:Party"));

        read.Days.ShouldBeEmpty();
        read.Problems.Single().Trouble.ShouldBe(HolidayTrouble.IsNotAllDay);
    }

    [Fact]
    public async Task A_yearly_event_comes_each_year_until_2030()
    {
        var read = await Read(
            Event("DTSTART;VALUE=DATE:19700704", "SUMMARY:Independence Day", "RRULE:FREQ=YEARLY")
        );

        read.Days.Select(day => day.Date.Year).ShouldBe([2024, 2025, 2026, 2027, 2028, 2029, 2030]);
        read.Days.ShouldAllBe(day => day.Date.Month == 7 && day.Date.Day == 4);
    }

    [Fact]
    public async Task A_yearly_event_may_follow_a_weekday_end_and_leave_years_out()
    {
        var read = await Read(
            Event(
                "DTSTART;VALUE=DATE:20231123",
                "SUMMARY:Thanksgiving",
                "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;UNTIL=20271231T235959Z",
                "EXDATE:20251127T000000Z"
            )
        );

        read.Days.Select(day => day.Date)
            .ShouldBe([
                new DateOnly(2024, 11, 28),
                new DateOnly(2026, 11, 26),
                new DateOnly(2027, 11, 25),
            ]);
    }

    [Fact]
    public async Task A_span_over_the_turn_of_the_year_begins_with_the_first_year()
    {
        var read = await Read(
            Event(
                "DTSTART;VALUE=DATE:20201230",
                "DTEND;VALUE=DATE:20210103",
                "SUMMARY:Turn of the year",
                "RRULE:FREQ=YEARLY"
            )
        );

        read.Days[0].Date.ShouldBe(new DateOnly(2024, 1, 1));
        read.Days[^1].Date.ShouldBe(new DateOnly(2030, 12, 31));
        read.Days.Count.ShouldBe((7 * 4));
    }

    [Theory]
    [InlineData("RRULE:FREQ=DAILY")]
    [InlineData("RRULE:FREQ=WEEKLY;BYDAY=SU")]
    [InlineData("RRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR")]
    [InlineData("RRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;COUNT=100000000")]
    public async Task An_event_that_repeats_more_than_holidays_do_is_left_out(string rule)
    {
        var read = await Read(Event("DTSTART;VALUE=DATE:20260101", "SUMMARY:Too often", rule));

        read.Days.ShouldBeEmpty();
        read.Problems.Single()
            .ShouldBe(
                new HolidayProblem(
                    4,
                    new DateOnly(2026, 1, 1),
                    "Too often",
                    HolidayTrouble.RepeatsTooOften
                )
            );
    }

    [Fact]
    public async Task A_series_that_counts_its_times_ends_after_the_last()
    {
        var read = await Read(
            Event("DTSTART;VALUE=DATE:19900101", "SUMMARY:Counted", "RRULE:FREQ=YEARLY;COUNT=36")
        );

        read.Days.Select(day => day.Date.Year).ShouldBe([2024, 2025]);
    }

    [Fact]
    public async Task A_rule_that_never_comes_true_ends()
    {
        var read = await Read(
            Event(
                "DTSTART;VALUE=DATE:20260101",
                "SUMMARY:Never",
                "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"
            )
        );

        read.Days.Count.ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public async Task One_time_of_a_series_that_was_moved_stands_on_its_new_day()
    {
        var read = await Read(
            Event(
                "UID:a",
                "DTSTART;VALUE=DATE:20250616",
                "SUMMARY:Summer day",
                "RRULE:FREQ=YEARLY;COUNT=2"
            ),
            Event(
                "UID:a",
                "RECURRENCE-ID;VALUE=DATE:20260616",
                "DTSTART;VALUE=DATE:20260615",
                "SUMMARY:Summer day (moved)"
            )
        );

        read.Days.Select(day => (day.Date, day.Name))
            .ShouldBe([
                (new DateOnly(2025, 6, 16), "Summer day"),
                (new DateOnly(2026, 6, 15), "Summer day (moved)"),
            ]);
    }

    [Fact]
    public async Task A_cancelled_event_is_no_day()
    {
        var read = await Read(
            Event("DTSTART;VALUE=DATE:20260101", "SUMMARY:Off", "STATUS:CANCELLED"),
            Event(
                "UID:a",
                "DTSTART;VALUE=DATE:20250616",
                "SUMMARY:Series",
                "RRULE:FREQ=YEARLY;COUNT=2"
            ),
            Event(
                "UID:a",
                "RECURRENCE-ID;VALUE=DATE:20260616",
                "DTSTART;VALUE=DATE:20260616",
                "STATUS:CANCELLED"
            )
        );

        read.Days.Single().Date.ShouldBe(new DateOnly(2025, 6, 16));
        read.Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("20260214", "上班(补春节假期)")]
    [InlineData("20270220", "Рабочая суббота")]
    [InlineData("20260104", "Working day (New Year)")]
    public async Task A_worked_weekend_day_is_not_taken_for_a_holiday(string date, string name)
    {
        var read = await Read(Event($"DTSTART;VALUE=DATE:{date}", $"SUMMARY:{name}"));

        read.Days.ShouldBeEmpty();
        read.Problems.Single()
            .ShouldBe(
                new HolidayProblem(
                    4,
                    DateOnly.ParseExact(date, "yyyyMMdd", CultureInfo.InvariantCulture),
                    name,
                    HolidayTrouble.LooksLikeAWorkingDay
                )
            );
    }

    [Fact]
    public async Task Folded_and_escaped_names_are_read_and_kept_to_one_short_line()
    {
        var read = await Read(
            Event("DTSTART;VALUE=DATE:20260101", "SUMMARY:New Year\\, the", "  first\\nday"),
            Event("DTSTART;VALUE=DATE:20260102", $"SUMMARY:{new string('x', 5000)}"),
            Event("DTSTART;VALUE=DATE:20260103", "SUMMARY: ")
        );

        read.Days[0].Name.ShouldBe("New Year, the first day");
        read.Days[1].Name.Length.ShouldBe(120);
        read.Problems.Single().Trouble.ShouldBe(HolidayTrouble.HasNoName);
    }

    [Fact]
    public async Task Two_events_on_one_date_share_the_day()
    {
        var read = await Read(
            Event("DTSTART;VALUE=DATE:20251006", "SUMMARY:国庆节"),
            Event("DTSTART;VALUE=DATE:20251006", "SUMMARY:中秋节"),
            Event("DTSTART;VALUE=DATE:20251006", "SUMMARY:国庆节")
        );

        read.Days.Single().Name.ShouldBe("国庆节; 中秋节");
    }

    [Fact]
    public async Task Alarms_time_zones_and_foreign_properties_do_not_disturb()
    {
        var read = await Read(
            "BEGIN:VTIMEZONE\r\nTZID:Nowhere\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n",
            Event(
                "DTSTART;VALUE=DATE:20260101",
                "BEGIN:VALARM",
                "TRIGGER:what",
                "SUMMARY:Wake up",
                "END:VALARM",
                "ATTENDEE;CN=\"A: B\":not an address",
                "DTSTAMP:yesterday",
                "SUMMARY;LANGUAGE=en:New Year"
            )
        );

        read.Days.Single().Name.ShouldBe("New Year");
        read.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Days_outside_the_years_are_passed_over_in_silence()
    {
        var read = await Read(
            Event("DTSTART;VALUE=DATE:20070101", "SUMMARY:Long ago"),
            Event("DTSTART;VALUE=DATE:20310101", "SUMMARY:Far off")
        );

        read.Days.ShouldBeEmpty();
        read.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_thousand_events_are_read_and_one_more_is_refused()
    {
        var many = Enumerable
            .Repeat(Event("DTSTART;VALUE=DATE:20260101", "SUMMARY:Day"), 2_000)
            .ToArray();

        (await Read(many)).Days.Count.ShouldBe(1);
        (await Refusal(Calendar([.. many, many[0]]))).ShouldBe(
            new HolidayFileHasTooManyEvents(2_000)
        );
    }

    [Fact]
    public async Task A_file_of_more_than_a_mebibyte_is_refused()
    {
        var calendar = Calendar(Event("DTSTART;VALUE=DATE:20260101", "SUMMARY:Day"));
        var largest = calendar + new string('\n', HolidayIcs.LimitInBytes - calendar.Length);

        (await ReadText(largest)).Days.Count.ShouldBe(1);
        (await Refusal(largest + "\n")).ShouldBe(
            new HolidayFileIsTooLarge(HolidayIcs.LimitInBytes)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("Date,Name\n2026-01-01,New Year")]
    [InlineData("<html>BEGIN:VCALENDAR</html>")]
    public async Task Another_kind_of_file_is_refused(string text) =>
        (await Refusal(text)).ShouldBe(new HolidayFileIsNoCalendar());

    [Fact]
    public async Task A_byte_order_mark_and_bare_line_feeds_are_understood()
    {
        var text = Calendar(Event("DTSTART;VALUE=DATE:20260101", "SUMMARY:Neujahr"))
            .Replace("\r\n", "\n", StringComparison.Ordinal);

        (await ReadText('\uFEFF' + text)).Days.Single().Name.ShouldBe("Neujahr");
    }

    private static Task<HolidaysRead> Read(params string[] events) => ReadText(Calendar(events));

    private static async Task<HolidaysRead> ReadText(string text) =>
        (await HolidayIcs.Read(Stream(text), TestContext.Current.CancellationToken)).Value;

    private static async Task<Refusal?> Refusal(string text) =>
        (await HolidayIcs.Read(Stream(text), TestContext.Current.CancellationToken)).Refusal;

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    private static string Calendar(params string[] events) =>
        $"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:test\r\n{string.Concat(events)}END:VCALENDAR\r\n";

    private static string Event(params string[] lines) =>
        $"BEGIN:VEVENT\r\n{string.Join("\r\n", lines)}\r\nEND:VEVENT\r\n";
}

using System.Text;
using Ical.Net;
using Plimsoll.Web.Platform.Feeds;

namespace Plimsoll.Web.Tests.Platform.Feeds;

public sealed class CalendarTextTests
{
    private static readonly DateTime Made = new(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Monday = new(2026, 12, 7);

    [Fact]
    public void An_entry_is_whole_days_without_a_clock_or_a_zone()
    {
        var lines = Lines([
            new("a@plimsoll", "Vacation", Monday, Monday.AddDays(4), 3, Made, IsBusy: true),
            new("b@plimsoll", "Nikolaus", Monday, Monday),
        ]);
        lines.ShouldContain("METHOD:PUBLISH");
        lines.ShouldContain("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        lines.ShouldContain("X-PUBLISHED-TTL:PT1H");
        lines.ShouldContain("X-WR-CALNAME:Mei");
        lines.ShouldContain("DTSTART;VALUE=DATE:20261207");
        lines.ShouldContain("DTEND;VALUE=DATE:20261212");
        lines.ShouldContain("UID:a@plimsoll");
        lines.ShouldContain("SEQUENCE:3");
        lines.ShouldContain("DTSTAMP:20261123T090000Z");
        lines.ShouldContain("TRANSP:OPAQUE");
        lines.ShouldContain("TRANSP:TRANSPARENT");
        lines.ShouldNotContain(l => l.StartsWith("DTSTART:", StringComparison.Ordinal));
    }

    [Fact]
    public void Lines_are_folded_at_75_octets_and_what_means_something_is_escaped()
    {
        var title =
            "Отпуск; в горах, на Алтае \\ 设计师休假 👩‍👩‍👧 и ещё немного слов, чтобы строка стала длинной\nвторая";
        var text = CalendarText.Write(
            "Mei",
            [new("a@plimsoll", title, Monday, Monday, Description: title)],
            false,
            Made
        );
        text.ShouldNotContain("\n\n");
        text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain("\n");
        foreach (var line in text.Split("\r\n"))
        {
            Encoding.UTF8.GetByteCount(line).ShouldBeLessThanOrEqualTo(75, line);
            line.ShouldNotContain("\uFFFD");
            Should.NotThrow(() => new UTF8Encoding(false, true).GetBytes(line), line);
        }
        text.Replace("\r\n ", "", StringComparison.Ordinal)
            .ShouldContain("SUMMARY:Отпуск\\; в горах\\, на Алтае \\\\ 设计师休假");
        var read = Calendar.Load(text)!.Events.Single();
        read.Summary.ShouldBe(title);
        read.Description.ShouldBe(title);
    }

    [Fact]
    public void The_same_entries_give_the_same_bytes_in_whatever_order_they_come()
    {
        CalendarEntry[] entries =
        [
            new("b@plimsoll", "Two", Monday, Monday),
            new("a@plimsoll", "One", Monday, Monday),
            new("c@plimsoll", "Three", Monday.AddDays(-1), Monday),
        ];
        CalendarText
            .Write("Mei", entries, false, Made)
            .ShouldBe(CalendarText.Write("Mei", entries.Reverse(), false, Made));
    }

    [Fact]
    public void A_task_is_a_to_do_for_those_who_ask_for_to_dos()
    {
        CalendarEntry[] entries = [new("t@plimsoll", "Banners", Monday, Monday, IsTask: true)];
        Lines(entries).ShouldContain("BEGIN:VEVENT");
        var todo = Lines(entries, tasksAsTodos: true);
        todo.ShouldContain("BEGIN:VTODO");
        todo.ShouldContain("DUE;VALUE=DATE:20261207");
        todo.ShouldNotContain("BEGIN:VEVENT");
    }

    private static string[] Lines(CalendarEntry[] entries, bool tasksAsTodos = false) =>
        CalendarText.Write("Mei", entries, tasksAsTodos, Made).Split("\r\n");
}

using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Plimsoll.Web.Platform.Feeds;

/// <summary>
/// Entries as an iCalendar stream (RFC 5545). The same entries give the same bytes, whenever they are written: a calendar
/// program is told "not modified" as long as nothing has changed.
/// </summary>
public static class CalendarText
{
    /// <summary>How often a program should ask again.</summary>
    private const string Refresh = "PT1H";

    /// <param name="since">Stands for the moment of a change that nobody knows.</param>
    public static string Write(
        string name,
        IEnumerable<CalendarEntry> entries,
        bool tasksAsTodos,
        DateTime since
    )
    {
        var calendar = new Calendar
        {
            ProductId = "-//Plimsoll//Plimsoll//EN",
            Method = CalendarMethods.Publish,
            Scale = "GREGORIAN",
        };
        calendar.AddProperty("NAME", name);
        calendar.AddProperty("X-WR-CALNAME", name);
        var interval = new CalendarProperty("REFRESH-INTERVAL", Refresh);
        interval.AddParameter("VALUE", "DURATION");
        calendar.Properties.Add(interval);
        calendar.AddProperty("X-PUBLISHED-TTL", Refresh);
        foreach (
            var entry in entries.OrderBy(e => e.First).ThenBy(e => e.Uid, StringComparer.Ordinal)
        )
            if (entry.IsTask && tasksAsTodos)
                calendar.Todos.Add(Todo(entry, since));
            else
                calendar.Events.Add(Event(entry, since));
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalendarEvent Event(CalendarEntry entry, DateTime since)
    {
        var written = new CalendarEvent
        {
            DtStart = new CalDateTime(entry.First),
            // The day after the last one (RFC 5545, 3.6.1).
            DtEnd = new CalDateTime(entry.Last.AddDays(1)),
            Transparency = entry.IsBusy ? TransparencyType.Opaque : TransparencyType.Transparent,
        };
        Fill(written, entry, since);
        if (entry.IsBusy)
            written.AddProperty("X-MICROSOFT-CDO-BUSYSTATUS", "OOF");
        return written;
    }

    private static Todo Todo(CalendarEntry entry, DateTime since)
    {
        var written = new Todo { Due = new CalDateTime(entry.Last) };
        Fill(written, entry, since);
        return written;
    }

    private static void Fill(RecurringComponent written, CalendarEntry entry, DateTime since)
    {
        var changed = Moment(entry.Changed ?? since);
        written.Uid = entry.Uid;
        written.Summary = entry.Title;
        written.Sequence = entry.Sequence;
        written.DtStamp = changed;
        if (entry.Changed is not null)
            written.LastModified = changed;
        if (entry.Description is { } description)
            written.Description = description;
        if (entry.Link is { } link)
            written.Url = new Uri(link);
    }

    private static CalDateTime Moment(DateTime utc) =>
        new(new DateTime(utc.Ticks - utc.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Utc));
}

using Plimsoll.Web.People.Queries;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.People.Pages;

/// <summary>Days and ranges of days in words.</summary>
internal static class DayRanges
{
    /// <summary>One day, or the first and the last; the year stands once, unless there are two.</summary>
    public static string Range(this Phrases phrases, DateOnly from, DateOnly to) =>
        from == to ? phrases.Date(from)
        : from.Year == to.Year ? $"{phrases.Day(from)} – {phrases.Date(to)}"
        : $"{phrases.Date(from)} – {phrases.Date(to)}";

    /// <summary>What a day of a holiday calendar is: off, partly off, or worked like another weekday.</summary>
    public static string DayEffect(this Phrases phrases, CalendarYear.DayView day)
    {
        var worked = day.WorksAs is { } weekday
            ? phrases.Say(
                "calendars.works-as",
                ("weekday", phrases.Culture.DateTimeFormat.GetDayName(weekday))
            )
            : null;
        var off =
            day.PercentOff == 100 ? phrases["calendars.off"]
            : day.PercentOff > 0 ? phrases.Say("calendars.part-off", ("percent", day.PercentOff))
            : null;
        return worked is null ? off ?? ""
            : off is null ? worked
            : $"{worked}, {off}";
    }
}

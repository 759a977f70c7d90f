using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Load;
using Plimsoll.Domain.People;

namespace Plimsoll.Web.Desk.Import;

/// <summary>
/// Turns bookings by minutes a day into minutes a week. A day counts when its pattern, less public holidays, gives
/// time; a day of absence counts as well. What meets in one person, project, week and certainty is added up.
/// </summary>
internal static class BookedWeeks
{
    internal readonly record struct Cell(int Person, int Project, Week Week, Certainty Certainty);

    public static Dictionary<Cell, int> Of(
        IEnumerable<Dataset.BookingRow> bookings,
        IReadOnlyDictionary<int, PersonCalendar> calendars
    )
    {
        var minutes = new Dictionary<Cell, int>();
        foreach (var booking in bookings)
        {
            var calendar = calendars[booking.Person];
            for (var day = booking.From; day <= booking.To; day = day.AddDays(1))
            {
                if (!calendar.On(day).IsWorking)
                    continue;
                var cell = new Cell(
                    booking.Person,
                    booking.Project,
                    Week.Of(day),
                    booking.Certainty
                );
                minutes[cell] = minutes.GetValueOrDefault(cell) + booking.MinutesPerDay;
            }
        }
        return minutes;
    }
}

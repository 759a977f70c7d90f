using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Platform.Feeds;

/// <summary>
/// What a room puts into a person's own calendar feed: hers, and what she may see at this moment. A feed leaves the house
/// to whatever program she gave its address to, so it holds no more than a calendar needs: no notes, no figures.
/// </summary>
public interface ICalendarEntries
{
    Task<IReadOnlyList<CalendarEntry>> Of(
        PlimsollDb db,
        Actor actor,
        DaySpan days,
        Phrases phrases,
        CancellationToken ct
    );
}

using Plimsoll.Domain.Kernel;

namespace Plimsoll.Web.Desk.Queries;

/// <summary>Where a reader's day begins, as a moment.</summary>
public static class Days
{
    public static DateTime? Begin(DateOnly? day, TimeZoneInfo zone)
    {
        if (day is not { } known || !Era.Holds(known))
            return null;
        var there = known.ToDateTime(TimeOnly.MinValue);
        // Where the clocks go forward at midnight, the day begins an hour later.
        while (zone.IsInvalidTime(there))
            there = there.AddMinutes(30);
        return TimeZoneInfo.ConvertTimeToUtc(there, zone);
    }

    /// <summary>The first moment after the day.</summary>
    public static DateTime? End(DateOnly? day, TimeZoneInfo zone) =>
        Era.Holds(day) ? Begin(day?.AddDays(1), zone) : null;
}

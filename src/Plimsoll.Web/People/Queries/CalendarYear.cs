using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.Queries;

/// <summary>One holiday calendar, in one year or as a whole.</summary>
public sealed class CalendarYear(IDbContextFactory<PlimsollDb> store)
{
    public sealed record View(
        HolidayCalendarId Id,
        string Name,
        string Country,
        string? Region,
        string? Source,
        int People,
        bool IsUsual,
        IReadOnlyList<DayView> Days,
        int Version
    );

    /// <param name="WorksAs">The weekday whose pattern the day follows.</param>
    public sealed record DayView(DateOnly Date, string Name, int PercentOff, DayOfWeek? WorksAs);

    public async Task<Outcome<View>> Ask(
        HolidayCalendarId id,
        int? year,
        Actor actor,
        CancellationToken ct
    )
    {
        if (!actor.May(Right.ManagePeople))
            return new NotThere();
        await using var db = await store.CreateDbContextAsync(ct);
        var calendar = await db.HolidayCalendars()
            .AsNoTracking()
            .FirstOrDefaultAsync(c => c.Id == id, ct);
        if (calendar is null)
            return new NotThere();
        return new View(
            id,
            calendar.Name,
            calendar.Country,
            calendar.Region,
            calendar.Source,
            await db.People().CountAsync(p => p.Calendar == id && p.Archived == null, ct),
            await db.Workspaces().AnyAsync(w => w.Calendar == id, ct),
            [
                .. calendar
                    .Days.Where(d => year is null || d.Date.Year == year)
                    .OrderBy(d => d.Date)
                    .Select(d => new DayView(d.Date, d.Name, d.PercentOff, d.WorksAs)),
            ],
            calendar.Version
        );
    }
}

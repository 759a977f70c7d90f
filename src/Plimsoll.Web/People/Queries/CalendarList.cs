using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.Queries;

/// <summary>The holiday calendars of the workspace, and how many people live by each.</summary>
public sealed class CalendarList(IDbContextFactory<PlimsollDb> store, AgencyDay day)
{
    /// <param name="DaysThisYear">How many days of the current year are not like their weekday.</param>
    /// <param name="IsUsual">New people get it.</param>
    public sealed record Row(
        HolidayCalendarId Id,
        string Name,
        string Country,
        string? Region,
        int People,
        int DaysThisYear,
        int? FirstYear,
        int? LastYear,
        bool IsUsual,
        int Version
    );

    public async Task<IReadOnlyList<Row>> Ask(
        Actor actor,
        CultureInfo culture,
        CancellationToken ct
    )
    {
        if (!actor.May(Right.ManagePeople))
            return [];
        var today = await day.Today(ct);
        var (begins, ends) = (new DateOnly(today.Year, 1, 1), new DateOnly(today.Year, 12, 31));
        await using var db = await store.CreateDbContextAsync(ct);
        var usual = await db.Workspaces().Select(w => w.Calendar).SingleOrDefaultAsync(ct);
        var rows = await db.HolidayCalendars()
            .AsNoTracking()
            .OrderBy(c => c.Id)
            .Select(c => new
            {
                c.Id,
                c.Name,
                c.Country,
                c.Region,
                People = db.People().Count(p => p.Calendar == c.Id && p.Archived == null),
                Days = c.Days.Count(d => d.Date >= begins && d.Date <= ends),
                First = c.Days.Min(d => (DateOnly?)d.Date),
                Last = c.Days.Max(d => (DateOnly?)d.Date),
                c.Version,
            })
            .Take(Listing.Most)
            .ToListAsync(ct);
        return rows.Select(c => new Row(
                c.Id,
                c.Name,
                c.Country,
                c.Region,
                c.People,
                c.Days,
                c.First?.Year,
                c.Last?.Year,
                c.Id == usual,
                c.Version
            ))
            .Sorted(culture, false, c => c.Name, c => c.Name);
    }
}

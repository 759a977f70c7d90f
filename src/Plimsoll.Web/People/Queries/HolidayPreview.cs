using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Holidays;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.Queries;

/// <summary>What an iCalendar file would do to a calendar, before it does.</summary>
public sealed class HolidayPreview(IDbContextFactory<PlimsollDb> store)
{
    public enum Effect
    {
        New,
        Renamed,
        Same,
    }

    /// <param name="Was">The name the day has now.</param>
    public sealed record Row(DateOnly Date, string Name, Effect Effect, string? Was);

    /// <param name="Gone">Days of the file's years that are not in the file; they go when whole years are replaced.</param>
    public sealed record View(
        IReadOnlyList<Row> Days,
        IReadOnlyList<HolidayProblem> Problems,
        int Gone
    );

    public async Task<Outcome<View>> Ask(
        HolidayCalendarId id,
        Stream file,
        Actor actor,
        CancellationToken ct
    )
    {
        if (!actor.May(Right.ManagePeople))
            return new NotAllowed();
        if ((await HolidayIcs.Read(file, ct)).Refused(out var no, out var read))
            return no;
        await using var db = await store.CreateDbContextAsync(ct);
        var calendar = await db.HolidayCalendars()
            .AsNoTracking()
            .FirstOrDefaultAsync(c => c.Id == id, ct);
        if (calendar is null)
            return new NotThere();
        var now = calendar.Days.ToDictionary(d => d.Date);
        var years = read.Days.Select(d => d.Date.Year).ToHashSet();
        var dates = read.Days.Select(d => d.Date).ToHashSet();
        return new View(
            [.. read.Days.Select(d => Compare(d, now.GetValueOrDefault(d.Date)))],
            read.Problems,
            now.Keys.Count(d => years.Contains(d.Year) && !dates.Contains(d))
        );
    }

    private static Row Compare(Holiday read, CalendarDay? now) =>
        new(
            read.Date,
            read.Name,
            now is null ? Effect.New
                : now.Name == read.Name
                && now.PercentOff == read.PercentOff
                && now.WorksAs == read.WorksAs
                    ? Effect.Same
                : Effect.Renamed,
            now?.Name
        );
}

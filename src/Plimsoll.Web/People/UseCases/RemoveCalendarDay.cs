using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.UseCases;

/// <summary>The day is like its weekday again.</summary>
public sealed class RemoveCalendarDay(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    public async Task<Outcome<Done>> Run(
        HolidayCalendarId id,
        DateOnly date,
        SeenVersion seen,
        Actor actor,
        CancellationToken ct
    )
    {
        if (!actor.May(Right.ManagePeople))
            return new NotAllowed();
        await using var db = await store.CreateDbContextAsync(ct);
        if (
            await db.HolidayCalendars().FirstOrDefaultAsync(c => c.Id == id, ct) is not { } calendar
        )
            return new NotThere();
        if (seen.IsNot(calendar.Version))
            return new ChangedMeanwhile();
        var day = calendar.Days.FirstOrDefault(d => d.Date == date);
        if (calendar.RemoveDay(date) is { } no)
            return no;
        db.Record(
            "people.calendar-day-removed",
            id.Value,
            actor,
            clock.GetUtcNow().UtcDateTime,
            about: new { calendar = id.Value, before = DayWords.Of(day!) }
        );
        return await db.Save(ct) is { } collision ? collision : Done.It;
    }
}

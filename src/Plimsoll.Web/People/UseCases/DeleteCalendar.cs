using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.UseCases;

/// <summary>Removes a holiday calendar that nobody has.</summary>
public sealed class DeleteCalendar(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    public async Task<Outcome<Done>> Run(
        HolidayCalendarId id,
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
        if (await db.Workspaces().AnyAsync(w => w.Calendar == id, ct))
            return new SomethingDependsOnIt();
        _ = db.Remove(calendar);
        db.Record(
            "people.calendar-deleted",
            id.Value,
            actor,
            clock.GetUtcNow().UtcDateTime,
            calendar,
            about: new { calendar = id.Value }
        );
        return await db.Save(ct) is { } collision ? collision : Done.It;
    }
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.Queries;

/// <summary>How the agency is set up.</summary>
public sealed class WorkspaceSettings(IDbContextFactory<PlimsollDb> store)
{
    public sealed record View(
        string Name,
        string TimeZone,
        HolidayCalendarId? Calendar,
        int Version
    );

    public async Task<Outcome<View>> Ask(Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.Settings))
            return new NotThere();
        await using var db = await store.CreateDbContextAsync(ct);
        return await db.Workspaces()
            .Select(w => new View(w.Name, w.TimeZone, w.Calendar, w.Version))
            .SingleAsync(ct);
    }
}

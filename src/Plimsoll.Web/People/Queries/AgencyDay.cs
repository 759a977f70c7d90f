using Microsoft.EntityFrameworkCore;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.People.Queries;

/// <summary>Which day it is at the agency: the workspace's time zone decides, not the server's (PRODUCT 9.5).</summary>
public sealed class AgencyDay(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);
    private (TimeZoneInfo Zone, long Read)? _known;

    public async Task<DateOnly> Today(CancellationToken ct)
    {
        var there = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), await Zone(ct));
        return DateOnly.FromDateTime(there.DateTime);
    }

    private async Task<TimeZoneInfo> Zone(CancellationToken ct)
    {
        if (_known is { } known && clock.GetElapsedTime(known.Read) < Remembered)
            return known.Zone;
        await using var db = await store.CreateDbContextAsync(ct);
        var name = await db.Workspaces().Select(w => w.TimeZone).SingleOrDefaultAsync(ct);
        var zone =
            name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var found)
                ? found
                : TimeZoneInfo.Utc;
        _known = (zone, clock.GetTimestamp());
        return zone;
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.Queries;

/// <summary>A short word for a talk as it stands: another one when anything was said, changed, taken back or reacted to.</summary>
internal sealed record TalkStamp(int Count, string Word)
{
    /// <param name="heard">What she hears of the talk, also what is deleted: that it is gone is a change.</param>
    public static async Task<TalkStamp> Of(
        PlimsollDb db,
        IQueryable<TaskComment> heard,
        CancellationToken ct
    )
    {
        var said = await heard
            .GroupBy(_ => 1)
            .Select(g => new
            {
                All = g.Count(),
                Count = g.Count(c => c.DeletedAt == null),
                Changes = g.Sum(c => c.Version),
            })
            .SingleOrDefaultAsync(ct);
        if (said is null)
            return new TalkStamp(0, "0");
        var reacted = await db.Reactions()
            .Where(r => heard.Any(c => c.Id == r.Comment))
            .GroupBy(_ => 1)
            .Select(g => new { Count = g.Count(), Last = g.Max(r => r.At) })
            .SingleOrDefaultAsync(ct);
        return new TalkStamp(
            said.Count,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{said.All}.{said.Changes}.{reacted?.Count ?? 0}.{reacted?.Last.Ticks / 10 ?? 0}"
            )
        );
    }
}

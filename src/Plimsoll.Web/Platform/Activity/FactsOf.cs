using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Activity;

/// <summary>What happened to this thing? Its latest facts, newest first; nothing for those who may not read them.</summary>
public sealed class FactsOf(IDbContextFactory<PlimsollDb> store, FactReader reader)
{
    public const int Most = 12;

    public async Task<IReadOnlyList<FactLine>> Ask(Guid subject, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Right.SeeAudit))
            return [];
        await using var db = await store.CreateDbContextAsync(ct);
        var facts = await db.Facts()
            .AsNoTracking()
            .Where(f => f.Subject == subject)
            .OrderByDescending(f => f.Id)
            .Take(Most)
            .ToListAsync(ct);
        return await reader.Read(db, facts, new Dictionary<Guid, int>(), ct);
    }
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Webhooks;

/// <summary>What webhooks are called, for the record of all changes.</summary>
public sealed class WebhookNames : INameThings
{
    public async Task<IReadOnlyList<NamedThing>> Name(
        PlimsollDb db,
        IReadOnlyCollection<Guid> ids,
        CancellationToken ct
    ) =>
        await db.Webhooks()
            .Where(w => ids.Contains(w.Id))
            .Select(w => new NamedThing(w.Id, w.Name, null))
            .ToListAsync(ct);

    public async Task<IReadOnlyList<Guid>> Find(
        PlimsollDb db,
        string pattern,
        int most,
        CancellationToken ct
    )
    {
        var named = await db.Webhooks().Select(w => new { w.Id, w.Name }).ToListAsync(ct);
        var text = pattern.Trim('%');
        return
        [
            .. named
                .Where(w =>
                    SearchKeys
                        .Escaped(SearchKeys.Plain(w.Name))
                        .Contains(text, StringComparison.Ordinal)
                )
                .Select(w => w.Id)
                .Take(most),
        ];
    }
}

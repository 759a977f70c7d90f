using Microsoft.EntityFrameworkCore;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Activity;

/// <summary>
/// Reads each new fact once. Numbers are given before the commit, so on PostgreSQL a smaller one may turn up after a
/// larger one: the last seconds are looked at again each time.
/// </summary>
internal sealed class NewFacts(TimeProvider time)
{
    private const int AtOnce = 20_000;
    private static readonly TimeSpan LooksBack = TimeSpan.FromSeconds(30);

    private readonly SortedDictionary<long, long> _seen = [];
    private long _floor = -1;

    /// <summary>From here on; what was there before is not new.</summary>
    public async Task Start(PlimsollDb db, CancellationToken ct)
    {
        _seen.Clear();
        _floor = await db.Facts().MaxAsync(f => (long?)f.Id, ct) ?? 0;
    }

    public async Task<IReadOnlyList<FactRow>> New(PlimsollDb db, CancellationToken ct)
    {
        var floor = _floor;
        var ids = await db.Facts()
            .Where(f => f.Id > floor)
            .OrderBy(f => f.Id)
            .Select(f => f.Id)
            .Take(AtOnce)
            .ToListAsync(ct);
        var fresh = ids.Where(id => !_seen.ContainsKey(id)).ToList();
        Forget();
        if (fresh.Count == 0)
            return [];
        var (first, last) = (fresh[0], fresh[^1]);
        var facts = await db.Facts()
            .AsNoTracking()
            .Where(f => f.Id >= first && f.Id <= last)
            .OrderBy(f => f.Id)
            .ToListAsync(ct);
        var now = time.GetTimestamp();
        return [.. facts.Where(f => _seen.TryAdd(f.Id, now))];
    }

    private void Forget()
    {
        while (_seen.Count > 0)
        {
            var (id, when) = _seen.First();
            if (time.GetElapsedTime(when) < LooksBack)
                return;
            _seen.Remove(id);
            _floor = id;
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Activity;

/// <summary>
/// Up to which fact nothing can come in between any more. Numbers are given before the commit, so on PostgreSQL a smaller
/// one may turn up after a larger one; up to here it cannot, since every transaction that was open when this number was
/// read is over. Known only to this process: one that starts anew is told a little later, and nothing else.
/// </summary>
public sealed class SettledFacts
{
    private readonly Lock _lock = new();
    private long _settled;
    private (long Last, long? Next)? _mark;

    /// <summary>Asked time and again, it moves on; at every second asking at the earliest.</summary>
    public async Task<long> Upto(PlimsollDb db, CancellationToken ct)
    {
        var last = await db.Facts().MaxAsync(f => (long?)f.Id, ct) ?? 0;
        if (await db.OpenTransactions(ct) is not { } open)
            return last;
        lock (_lock)
        {
            // What got its number before the mark was set has begun its transaction by the time it is looked at again.
            if (_mark is { Next: null } set)
                _mark = (set.Last, open.Next);
            if (_mark is { Next: { } next } passed && open.Oldest >= next)
                (_settled, _mark) = (passed.Last, null);
            _mark ??= (last, null);
            return _settled;
        }
    }
}

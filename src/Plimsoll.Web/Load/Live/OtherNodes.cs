using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Load.Store;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.Live;

/// <summary>
/// Tells other nodes who looks at the board here, and learns who looks there, through a small table of the store
/// (docs/decisions/0013-presence.md). All viewers of a node are written at once, and seldom.
/// </summary>
internal sealed class OtherNodes(IDbContextFactory<PlimsollDb> store, TimeProvider clock)
{
    private static readonly TimeSpan LooksEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan TellsCellsEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan TellsEvery = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan GoneAfter = TimeSpan.FromSeconds(60);

    // What the table says of the viewers here. How long ago that was written is not the agency's clock's to say.
    private Dictionary<Guid, string?> _told = [];
    private long? _toldAt;
    private long? _lookedAt;

    /// <summary>Who looks at the board on other nodes.</summary>
    public IReadOnlyList<Viewer> Viewers { get; private set; } = [];

    /// <summary>Answers whether somebody came, went or moved there.</summary>
    public async Task<bool> Meet(IReadOnlyCollection<BoardWatcher> here, CancellationToken ct)
    {
        if (IsNew(here))
            await Tell(here, ct);
        if (here.Count > 0 && !IsOver(_lookedAt, LooksEvery))
            return false;
        _lookedAt = TimeProvider.System.GetTimestamp();
        return here.Count > 0 && await Look(here, ct);
    }

    /// <summary>Says which cell somebody is in whose stream is another node's.</summary>
    public async Task Move(Guid stream, PersonId person, string? cell, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        await db.BoardPresences()
            .Where(p => p.Stream == stream && p.Person == person)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Cell, cell), ct);
    }

    private bool IsNew(IReadOnlyCollection<BoardWatcher> here) =>
        here.Count != _told.Count
        || here.Any(w => !_told.ContainsKey(w.Stream))
        || here.Count > 0 && IsOver(_toldAt, TellsEvery)
        || IsOver(_toldAt, TellsCellsEvery) && here.Any(w => _told[w.Stream] != w.Cell);

    private async Task Tell(IReadOnlyCollection<BoardWatcher> here, CancellationToken ct)
    {
        var viewers = here.Select(w => w.Viewer).ToList();
        var streams = viewers.ConvertAll(v => v.Stream);
        var left = _told.Keys.Except(streams).ToArray();
        var now = clock.GetUtcNow().UtcDateTime;
        var silent = now - GoneAfter;
        _ = await store.Write<Done>(
            async db =>
            {
                await db.BoardPresences()
                    .Where(p => left.Contains(p.Stream) || p.Seen < silent)
                    .ExecuteDeleteAsync(ct);
                var rows = await db.BoardPresences()
                    .Where(p => streams.Contains(p.Stream))
                    .ToDictionaryAsync(p => p.Stream, ct);
                foreach (var viewer in viewers)
                {
                    if (!rows.TryGetValue(viewer.Stream, out var row))
                    {
                        row = new() { Stream = viewer.Stream, Person = viewer.Person };
                        db.Add(row);
                    }
                    (row.Cell, row.Seen) = (viewer.Cell, now);
                }
                return Done.It;
            },
            ct
        );
        _told = viewers.ToDictionary(v => v.Stream, v => v.Cell);
        _toldAt = TimeProvider.System.GetTimestamp();
    }

    private async Task<bool> Look(IReadOnlyCollection<BoardWatcher> here, CancellationToken ct)
    {
        var since = clock.GetUtcNow().UtcDateTime - GoneAfter;
        await using var db = await store.CreateDbContextAsync(ct);
        var all = await db.BoardPresences()
            .Where(p => p.Seen >= since)
            .Join(
                db.People(),
                p => p.Person,
                p => p.Id,
                (v, p) => new Viewer(v.Stream, v.Person, p.Name, p.Colour, v.Cell)
            )
            .ToListAsync(ct);
        var moved = false;
        foreach (var watcher in here)
            // Another node was told of a move of hers: requests go to any node.
            if (
                all.Find(v => v.Stream == watcher.Stream) is { } row
                && row.Cell != _told.GetValueOrDefault(row.Stream)
            )
            {
                watcher.Cell = _told[row.Stream] = row.Cell;
                moved = true;
            }
        var others = all.Where(v => !_told.ContainsKey(v.Stream)).OrderBy(v => v.Stream).ToList();
        if (others.SequenceEqual(Viewers))
            return moved;
        Viewers = others;
        return true;
    }

    private static bool IsOver(long? since, TimeSpan time) =>
        since is not { } then || TimeProvider.System.GetElapsedTime(then) >= time;
}

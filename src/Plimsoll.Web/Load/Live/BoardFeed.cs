using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.People.Store;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Http;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Load.Live;

/// <summary>
/// Keeps the open boards of this node live. Facts are the feed: those of this node come at once, those of other nodes
/// with the next look. While nobody watches, nobody looks.
/// </summary>
internal sealed class BoardFeed(
    IDbContextFactory<PlimsollDb> store,
    FactSignal signal,
    OtherNodes nodes,
    TimeProvider clock,
    ILogger<BoardFeed> log
) : BackgroundService
{
    private static readonly TimeSpan LooksEvery = TimeSpan.FromMilliseconds(300);

    private const int Overlap = 100;
    private static readonly TimeSpan LatelyIs = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Guid, BoardWatcher> _watchers = new();
    private readonly SemaphoreSlim _somebody = new(0);

    // Not the agency's clock: how long ago a fact was read has nothing to do with the day it is.
    private readonly NewFacts _reader = new(TimeProvider.System);

    public int Watching => _watchers.Count;

    /// <summary>From here on she is told; what lies between her board and now she is told first.</summary>
    public async Task<BoardWatcher> Join(
        Actor actor,
        string name,
        BoardView view,
        long? after,
        CancellationToken ct
    )
    {
        await using var db = await store.CreateDbContextAsync(ct);
        var colour = await db.People()
            .Where(p => p.Id == actor.Person)
            .Select(p => p.Colour)
            .FirstOrDefaultAsync(ct);
        var watcher = new BoardWatcher(actor, name, colour, view)
        {
            Scope = await PlanScope.Of(db, actor, ct),
            Missed = after,
        };
        watcher.Tell(new LiveEvent("hello", LiveJson.Write(new { stream = watcher.Stream })));
        _watchers[watcher.Stream] = watcher;
        _somebody.Release();
        signal.Raise();
        Presence.Tell(_watchers.Values, nodes.Viewers);
        return watcher;
    }

    public void Leave(BoardWatcher watcher)
    {
        if (_watchers.TryRemove(watcher.Stream, out _))
            Presence.Tell(_watchers.Values, nodes.Viewers);
        watcher.Leave();
    }

    /// <summary>Says which cell she is in, on this node or on the one that has her stream.</summary>
    public async Task Move(Guid stream, Actor actor, string? cell, CancellationToken ct)
    {
        if (!_watchers.TryGetValue(stream, out var watcher))
        {
            await nodes.Move(stream, actor.Person, cell, ct);
            return;
        }
        if (watcher.Actor.Person != actor.Person)
            return;
        watcher.Cell = cell;
        Presence.Tell(_watchers.Values, nodes.Viewers);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                await _somebody.WaitAsync(stoppingToken);
                await Follow(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e)
            {
                // The database may be away for a moment; the boards start anew from what they have seen.
                log.LogError(e, "The live board lost its feed and starts again");
                foreach (var watcher in _watchers.Values)
                    watcher.Leave();
                await Task.Delay(LooksEvery, stoppingToken);
            }
        foreach (var watcher in _watchers.Values)
            watcher.Leave();
    }

    private async Task Follow(CancellationToken ct)
    {
        await using (var db = await store.CreateDbContextAsync(ct))
            await _reader.Start(db, ct);
        while (!_watchers.IsEmpty)
        {
            var next = signal.Next;
            await using (var db = await store.CreateDbContextAsync(ct))
            {
                foreach (var watcher in _watchers.Values)
                    await CatchUp(db, watcher, ct);
                if (await _reader.New(db, ct) is { Count: > 0 } facts)
                    await new News(db, facts).Tell([.. _watchers.Values], ct);
            }
            if (await nodes.Meet([.. _watchers.Values], ct))
                Presence.Tell(_watchers.Values, nodes.Viewers);
            await Task.WhenAny(next, Task.Delay(LooksEvery, ct));
        }
        _ = await nodes.Meet([], ct);
    }

    /// <summary>What lies between her board and now; what is new meanwhile she may be told twice.</summary>
    private async Task CatchUp(PlimsollDb db, BoardWatcher watcher, CancellationToken ct)
    {
        if (watcher.Missed is not { } after)
            return;
        watcher.Missed = null;
        // A change that was open when she read her board may have got a smaller number than the last she saw.
        var (overlap, lately) = (after - Overlap, clock.GetUtcNow().UtcDateTime - LatelyIs);
        var missed = await db.Facts()
            .AsNoTracking()
            .Where(f => f.Id > after || f.Id > overlap && f.At > lately)
            .OrderBy(f => f.Id)
            .Take(News.CellsAtMost + 1)
            .ToListAsync(ct);
        if (missed.Count > 0)
            await new News(db, missed).Tell([watcher], ct);
    }

    public override void Dispose()
    {
        _somebody.Dispose();
        base.Dispose();
    }
}

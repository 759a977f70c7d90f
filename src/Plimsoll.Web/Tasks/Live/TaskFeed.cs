using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Tasks.Live;

/// <summary>
/// Keeps the open boards, calendars and timelines of this node live. Facts are the feed: those of this node come at
/// once, those of other nodes with the next look. While nobody watches, nobody looks.
/// </summary>
internal sealed class TaskFeed(
    IDbContextFactory<PlimsollDb> store,
    IBookedProjects booked,
    FactSignal signal,
    TimeProvider clock,
    ILogger<TaskFeed> log
) : BackgroundService
{
    private static readonly TimeSpan LooksEvery = TimeSpan.FromMilliseconds(300);

    // A change that was open when she read her page may have got a smaller number than the last she saw.
    private const int Overlap = 100;
    private static readonly TimeSpan LatelyIs = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Guid, TaskWatcher> _watchers = new();
    private readonly SemaphoreSlim _somebody = new(0);

    // Not the agency's clock: how long ago a fact was read has nothing to do with the day it is.
    private readonly NewFacts _reader = new(TimeProvider.System);

    /// <summary>From here on she is told; what lies between her page and now she is told first.</summary>
    public TaskWatcher Join(Actor actor, long? after)
    {
        var watcher = new TaskWatcher(actor, after);
        watcher.Tell(new("hello", "{}"));
        _watchers[watcher.Stream] = watcher;
        _somebody.Release();
        signal.Raise();
        return watcher;
    }

    public void Leave(TaskWatcher watcher)
    {
        _ = _watchers.TryRemove(watcher.Stream, out _);
        watcher.Leave();
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
                // The database may be away for a moment; the pages start anew from what they have seen.
                log.LogError(e, "The live tasks lost their feed and start again");
                SendAway();
                await Task.Delay(LooksEvery, stoppingToken);
            }
        SendAway();
    }

    private void SendAway()
    {
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
                    await new TaskNews(db, booked, facts).Tell([.. _watchers.Values], ct);
            }
            await Task.WhenAny(next, Task.Delay(LooksEvery, ct));
        }
    }

    /// <summary>What lies between her page and now; what is new meanwhile she may be told twice.</summary>
    private async Task CatchUp(PlimsollDb db, TaskWatcher watcher, CancellationToken ct)
    {
        if (watcher.Missed is not { } after)
            return;
        watcher.Missed = null;
        var (overlap, lately) = (after - Overlap, clock.GetUtcNow().UtcDateTime - LatelyIs);
        var missed = await db.Facts()
            .AsNoTracking()
            .Where(f => f.Id > after || f.Id > overlap && f.At > lately)
            .Where(f => f.Kind.StartsWith("tasks."))
            .OrderBy(f => f.Id)
            .Take(TaskNews.TasksAtMost + 1)
            .ToListAsync(ct);
        if (missed.Count > 0)
            await new TaskNews(db, booked, missed).Tell([watcher], ct);
    }

    public override void Dispose()
    {
        _somebody.Dispose();
        base.Dispose();
    }
}

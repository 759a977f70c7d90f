using Microsoft.EntityFrameworkCore;
using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Platform.Activity;
using Plimsoll.Web.Platform.Store;
using Plimsoll.Web.Tasks.Store;

namespace Plimsoll.Web.Tasks.Queries;

/// <summary>Is there anything new in the talk about this task? Open pages ask, and are answered as soon as there is.</summary>
public sealed class TalkNews(
    IDbContextFactory<PlimsollDb> store,
    IBookedProjects booked,
    FactSignal signal,
    IHostApplicationLifetime life,
    TimeProvider clock
)
{
    /// <summary>So long one question waits; then the page asks again, and is asked again who it is.</summary>
    private static readonly TimeSpan Waits = TimeSpan.FromSeconds(25);

    /// <summary>What another node took in comes without a signal.</summary>
    private static readonly TimeSpan Looks = TimeSpan.FromSeconds(4);

    /// <param name="seen">The stamp that she has seen; with none she is answered at once.</param>
    public async Task<Outcome<string>> Ask(
        TaskId task,
        string? seen,
        Actor actor,
        CancellationToken ct
    )
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(
            ct,
            life.ApplicationStopping
        );
        var until = clock.GetUtcNow() + Waits;
        while (true)
        {
            var next = signal.Next;
            if (await Stamp(task, actor, ct) is not { } stamp)
                return new NotThere();
            if (string.IsNullOrEmpty(seen) || stamp != seen || clock.GetUtcNow() >= until)
                return stamp;
            _ = await Task.WhenAny(next, Task.Delay(Looks, clock, end.Token));
            if (end.IsCancellationRequested)
                return stamp;
        }
    }

    private async Task<string?> Stamp(TaskId task, Actor actor, CancellationToken ct)
    {
        await using var db = await store.CreateDbContextAsync(ct);
        if (!await db.TasksVisibleTo(actor, booked).AnyAsync(t => t.Id == task, ct))
            return null;
        var heard = db.Comments().Where(c => c.Task == task).ForEarsOf(actor);
        return (await TalkStamp.Of(db, heard, ct)).Word;
    }
}

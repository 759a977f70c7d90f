using System.Threading.Channels;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.Tasks.Live;

/// <summary>Somebody who has the tasks open.</summary>
internal sealed class TaskWatcher(Actor actor, long? after)
{
    // So many events wait for a slow reader; with more she is better off reading everything anew.
    private const int Waiting = 256;

    private readonly Channel<LiveEvent> _events = Channel.CreateBounded<LiveEvent>(
        new BoundedChannelOptions(Waiting) { SingleReader = true }
    );

    public Guid Stream { get; } = Guid.CreateVersion7();
    public Actor Actor { get; } = actor;

    /// <summary>The last fact that her page shows, until she was told what came after it.</summary>
    public long? Missed { get; set; } = after;

    public ChannelReader<LiveEvent> Events => _events.Reader;

    /// <summary>A reader who does not keep up is sent away: she comes back and starts from the last she has seen.</summary>
    public void Tell(LiveEvent happened)
    {
        if (!_events.Writer.TryWrite(happened))
            Leave();
    }

    /// <summary>Ends the stream; the browser opens a new one and is asked who it is.</summary>
    public void Leave() => _events.Writer.TryComplete();
}

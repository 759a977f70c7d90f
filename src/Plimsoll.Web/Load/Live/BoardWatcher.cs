using System.Threading.Channels;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Load.Queries;
using Plimsoll.Web.Platform.Http;

namespace Plimsoll.Web.Load.Live;

/// <summary>Somebody who has the board open: what she looks at, what she may see, and where she is.</summary>
internal sealed class BoardWatcher(Actor actor, string name, int colour, BoardView view)
{
    // So many events wait for a slow reader; with more she is better off reading everything anew.
    private const int Waiting = 256;

    private readonly Channel<LiveEvent> _events = Channel.CreateBounded<LiveEvent>(
        new BoundedChannelOptions(Waiting) { SingleReader = true }
    );

    public Guid Stream { get; } = Guid.CreateVersion7();
    public Actor Actor { get; } = actor;
    public string Name { get; } = name;
    public int Colour { get; } = colour;
    public Week From { get; } = view.From;
    public Week Last { get; } = view.Last;

    /// <summary>Read again when people, teams or projects change.</summary>
    public required PlanScope Scope { get; set; }

    /// <summary>The last fact that her board shows, until she was told what came after it.</summary>
    public long? Missed { get; set; }

    /// <summary>The cell she is in: <c>person|project|week</c>, the project may be empty.</summary>
    public string? Cell { get; set; }

    public Viewer Viewer => new(Stream, Actor.Person, Name, Colour, Cell);

    public ChannelReader<LiveEvent> Events => _events.Reader;

    public bool Looks(Week week) => week >= From && week <= Last;

    /// <summary>A reader who does not keep up is sent away: she comes back and starts from the last she has seen.</summary>
    public void Tell(LiveEvent happened)
    {
        if (!_events.Writer.TryWrite(happened))
            Leave();
    }

    /// <summary>Ends the stream; the browser opens a new one and is asked who it is.</summary>
    public void Leave() => _events.Writer.TryComplete();
}

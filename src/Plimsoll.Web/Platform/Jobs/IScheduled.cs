namespace Plimsoll.Web.Platform.Jobs;

/// <summary>
/// Work that the clock asks for. It will run twice at once, on two nodes, and again after a crash: whatever must
/// happen exactly once is taken by a conditional update in the store, never by trusting the clock.
/// </summary>
public interface IScheduled
{
    Task Run(CancellationToken ct);
}

namespace Plimsoll.Web.Platform.Activity;

/// <summary>
/// Tells whoever follows the facts on this node that there are new ones, so that she need not wait for her next look.
/// A hint and nothing more: facts of other nodes come without it.
/// </summary>
public sealed class FactSignal
{
    private TaskCompletionSource _next = New();

    /// <summary>Ends with the next <see cref="Raise"/>.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>Called after a commit.</summary>
    public void Raise() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    private static TaskCompletionSource New() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}

using Plimsoll.Web.Platform.Jobs;

namespace Plimsoll.Web.Platform.Webhooks;

/// <summary>Time and again: what has happened is told to those who asked to be told.</summary>
public sealed class SendWebhooks(QueueDeliveries queue, SendDeliveries send) : IScheduled
{
    public async Task Run(CancellationToken ct)
    {
        await queue.Run(ct);
        await send.Run(ct);
    }
}

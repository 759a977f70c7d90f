using Plimsoll.Web.Load.UseCases;
using Plimsoll.Web.Platform.Jobs;

namespace Plimsoll.Web.Load.Jobs;

/// <summary>Time and again: what is held too long is free again.</summary>
public sealed class LapsedHolds(LapseHolds lapse) : IScheduled
{
    public Task Run(CancellationToken ct) => lapse.Run(ct);
}

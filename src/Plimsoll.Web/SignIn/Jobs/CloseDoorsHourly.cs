using Plimsoll.Web.Platform.Jobs;
using Plimsoll.Web.SignIn.UseCases;

namespace Plimsoll.Web.SignIn.Jobs;

/// <summary>Asks for <see cref="CloseDoors"/> by the clock.</summary>
public sealed class CloseDoorsHourly(CloseDoors close) : IScheduled
{
    public Task Run(CancellationToken ct) => close.Run(ct);
}

using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Load.Import;
using Plimsoll.Web.Load.UseCases;
using Plimsoll.Web.Platform.Imports;

namespace Plimsoll.Web.Load.Jobs;

/// <summary>Load sheets: brought, taken over into the plan, taken back.</summary>
public sealed class LoadImports() : ImportKind(PlanImports.Subject)
{
    public override Task<Outcome<Guid>> Bring(
        IServiceProvider services,
        string? name,
        Stream file,
        Actor actor,
        CancellationToken ct
    ) => services.GetRequiredService<BringSheet>().Run(new(name, file), actor, ct);

    public override async Task<Refusal?> Apply(
        IServiceProvider services,
        ImportTask task,
        CancellationToken ct
    ) =>
        (
            await services
                .GetRequiredService<ApplyImport>()
                .Run(new(task.Import, task.Runner, Reason(task)), task.Actor, task.Progress, ct)
        ).Refusal;

    public override async Task<Refusal?> Undo(
        IServiceProvider services,
        ImportTask task,
        CancellationToken ct
    ) =>
        (
            await services
                .GetRequiredService<UndoImport>()
                .Run(new(task.Import, task.Runner, Reason(task)), task.Actor, task.Progress, ct)
        ).Refusal;

    private static string Reason(ImportTask task) => task.Phrases["load.import.reason.usual"];
}

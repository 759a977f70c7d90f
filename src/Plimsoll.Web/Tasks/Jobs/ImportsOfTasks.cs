using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Imports;
using Plimsoll.Web.Tasks.Import;
using Plimsoll.Web.Tasks.UseCases;

namespace Plimsoll.Web.Tasks.Jobs;

/// <summary>Files of tasks: brought, taken over, taken back.</summary>
public sealed class ImportsOfTasks() : ImportKind(TaskImports.Subject)
{
    public override Task<Outcome<Guid>> Bring(
        IServiceProvider services,
        string? name,
        Stream file,
        Actor actor,
        CancellationToken ct
    ) => services.GetRequiredService<BringTasks>().Run(new(name, file), actor, ct);

    public override async Task<Refusal?> Apply(
        IServiceProvider services,
        ImportTask task,
        CancellationToken ct
    ) =>
        (
            await services
                .GetRequiredService<ApplyTaskImport>()
                .Run(new(task.Import, task.Runner), task.Actor, task.Progress, ct)
        ).Refusal;

    public override async Task<Refusal?> Undo(
        IServiceProvider services,
        ImportTask task,
        CancellationToken ct
    ) =>
        (
            await services
                .GetRequiredService<UndoTaskImport>()
                .Run(new(task.Import, task.Runner), task.Actor, task.Progress, ct)
        ).Refusal;
}

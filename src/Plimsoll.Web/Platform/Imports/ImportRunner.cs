using System.Collections.Concurrent;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Platform.Imports;

/// <summary>
/// Applies and undoes imports beside the request that asked for it, and knows how far each has come. What must be known
/// after a crash stands in the import's own row.
/// </summary>
public sealed partial class ImportRunner(
    IServiceScopeFactory scopes,
    IHostApplicationLifetime life,
    ILogger<ImportRunner> log
) : IHostedService
{
    private readonly ConcurrentDictionary<
        Guid,
        (Task<Refusal?> Work, ImportProgress Progress)
    > _running = [];
    private readonly string _program = $"{Environment.MachineName}/{Guid.CreateVersion7():N}";

    public ImportProgress? Progress(Guid import) =>
        _running.TryGetValue(import, out var one) ? one.Progress : null;

    /// <summary>Takes the import and starts on it; a refusal when it cannot be taken.</summary>
    /// <param name="said">What is answered besides (<see cref="StartImport"/>).</param>
    public async Task<Outcome<Done>> Begin(
        ImportKind kind,
        Guid import,
        bool undo,
        Func<string, string>? said,
        Actor actor,
        Phrases phrases,
        CancellationToken ct
    )
    {
        var runner = $"{_program}/{Guid.CreateVersion7():N}";
        var begun = new TaskCompletionSource<Refusal?>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        // Known as running before its row says so, or somebody who looks in between would put it back.
        if (!_running.TryAdd(import, (begun.Task, default)))
            return new ImportIsNoDraft();
        var taken = false;
        try
        {
            if (await Start(kind, new(import, undo, runner, said), actor, ct) is { } not)
                return not;
            taken = true;
        }
        finally
        {
            if (!taken)
                _ = _running.TryRemove(import, out _);
        }
        _ = Task.Run(
            async () =>
            {
                Refusal? no = null;
                try
                {
                    no = await Work(kind, import, undo, runner, actor, phrases);
                }
                finally
                {
                    _ = _running.TryRemove(import, out _);
                    begun.SetResult(no);
                }
            },
            CancellationToken.None
        );
        return Done.It;
    }

    private async Task<Refusal?> Start(
        ImportKind kind,
        StartImport.Command command,
        Actor actor,
        CancellationToken ct
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var start = scope.ServiceProvider.GetRequiredService<StartImport>();
        return (await start.Run(kind.Subject, command, actor, ct)).Refusal;
    }

    /// <summary>Waits for the work to end, and answers why it came to nothing; for programs, which want to know at once.</summary>
    public async Task<Refusal?> Finished(Guid import, TimeSpan most, CancellationToken ct)
    {
        if (!_running.TryGetValue(import, out var one))
            return null;
        try
        {
            return await one.Work.WaitAsync(most, ct);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Puts back what was left half-way, as far as this program can tell.</summary>
    public async Task Settle(Guid import, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var settle = scope.ServiceProvider.GetRequiredService<PutBackImports>();
        _ = await settle.Run(new(import, _program, [.. _running.Keys]), ct);
    }

    /// <summary>At the start nothing of this machine can be at work yet.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var settle = scope.ServiceProvider.GetRequiredService<PutBackImports>();
        _ = await settle.Run(new(null, Environment.MachineName + "/", []), cancellationToken);
    }

    /// <summary>What is half done when the program stops is given up, and its draft put back.</summary>
    public Task StopAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_running.Values.Select(r => r.Work));

    private async Task<Refusal?> Work(
        ImportKind kind,
        Guid import,
        bool undo,
        string runner,
        Actor actor,
        Phrases phrases
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        Refusal? no;
        try
        {
            var task = new ImportTask(import, runner, actor, phrases, Watch(import));
            no = undo
                ? await kind.Undo(scope.ServiceProvider, task, life.ApplicationStopping)
                : await kind.Apply(scope.ServiceProvider, task, life.ApplicationStopping);
        }
        // Whatever it was, the one who waits for it is told, and the log has the rest.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            if (e is not OperationCanceledException)
                Failed(log, e, import);
            no = new ImportFailed();
        }
        if (no is null)
            return null;
        var settle = scope.ServiceProvider.GetRequiredService<PutBackImports>();
        _ = await settle.Run(new(import, runner, [], phrases.Say(no)), CancellationToken.None);
        return no;
    }

    private Watched Watch(Guid import) =>
        new(done => _running[import] = (_running[import].Work, done));

    [LoggerMessage(Level = LogLevel.Error, Message = "The import {Import} failed")]
    private static partial void Failed(ILogger log, Exception e, Guid import);

    private sealed class Watched(Action<ImportProgress> told) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => told(value);
    }
}

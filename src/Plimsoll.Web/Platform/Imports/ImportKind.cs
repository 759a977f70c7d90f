using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Platform.Imports;

/// <summary>
/// What one room does with the files that are brought to it. The way there and back (a draft, its questions, the work
/// beside the request, the undo) is the same for all.
/// </summary>
public abstract class ImportKind(ImportSubject subject)
{
    public ImportSubject Subject { get; } = subject;

    /// <summary>Takes a file in: judged, and kept as a draft.</summary>
    public abstract Task<Outcome<Guid>> Bring(
        IServiceProvider services,
        string? name,
        Stream file,
        Actor actor,
        CancellationToken ct
    );

    /// <summary>Takes the draft over, all or nothing.</summary>
    public abstract Task<Refusal?> Apply(
        IServiceProvider services,
        ImportTask task,
        CancellationToken ct
    );

    /// <summary>Takes back what was taken over.</summary>
    public abstract Task<Refusal?> Undo(
        IServiceProvider services,
        ImportTask task,
        CancellationToken ct
    );
}

/// <summary>What brought files are about.</summary>
/// <param name="Word">What it is called in the store; never changed.</param>
/// <param name="Right">Who may bring such files: her own, or everybody's to look at, as far as it reaches.</param>
/// <param name="Page">Where files are brought; the page of one import is below it.</param>
public sealed record ImportSubject(string Word, Right Right, string Page);

/// <summary>One import to be worked on: for whom, in whose words, and who is told how far it has come.</summary>
/// <param name="Runner">Who took it (<see cref="StartImport"/>).</param>
public sealed record ImportTask(
    Guid Import,
    string Runner,
    Actor Actor,
    Phrases Phrases,
    IProgress<ImportProgress>? Progress
);

/// <summary>How far a long work has come.</summary>
public readonly record struct ImportProgress(int Done, int Total);

/// <summary>Where a brought file stands. While it is worked on, what it was before is where it falls back to.</summary>
public enum ImportState
{
    Draft,
    Applying,
    Applied,
    Undoing,
    Undone,
}

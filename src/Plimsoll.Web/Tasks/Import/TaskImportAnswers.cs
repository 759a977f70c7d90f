using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.Tasks;
using Plimsoll.Web.Clients.Import;
using Plimsoll.Web.Platform.Imports;

namespace Plimsoll.Web.Tasks.Import;

/// <summary>Tasks of other programs as something that is brought.</summary>
public static class TaskImports
{
    public static ImportSubject Subject { get; } = new("tasks", Right.ImportTasks, "/tasks/import");
}

/// <summary>What a person said about a file of tasks; what she did not say is proposed.</summary>
public sealed record TaskImportAnswers
{
    /// <summary>By the number of the column, counted from 1.</summary>
    public IReadOnlyDictionary<int, TaskColumn> Columns { get; init; } =
        new Dictionary<int, TaskColumn>();
    public EstimateUnit? Estimates { get; init; }

    /// <summary>By the word of the file; nothing where tasks in that state are left out.</summary>
    public IReadOnlyDictionary<string, TaskState?> States { get; init; } =
        new Dictionary<string, TaskState?>();

    /// <summary>By the name in the file.</summary>
    public IReadOnlyDictionary<string, PersonAnswer> People { get; init; } =
        new Dictionary<string, PersonAnswer>();

    /// <summary>By <see cref="FoundWork.Key"/>.</summary>
    public IReadOnlyDictionary<string, WorkAnswer> Work { get; init; } =
        new Dictionary<string, WorkAnswer>();

    /// <summary>Whether what seems to be there already comes in once more.</summary>
    public bool Again { get; init; }
}

/// <summary>What an import of tasks did.</summary>
public sealed record TaskImportResult(
    int Tasks,
    int Streams,
    int Comments,
    IReadOnlyList<string> People,
    IReadOnlyList<string> Projects,
    IReadOnlyList<string> Clients
)
{
    /// <summary>What undoing it left in place, since something else depends on it by now.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];
}

/// <summary>What an import of tasks made besides the tasks, which its facts tell.</summary>
public sealed record TaskImportTrail(MadeNames Made, IReadOnlyList<MadeStream> Streams);

/// <summary>A stream that an import added to a project that was there.</summary>
public sealed record MadeStream(Guid Project, Guid Stream);

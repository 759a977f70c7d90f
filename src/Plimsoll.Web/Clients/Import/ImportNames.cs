using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Platform.Sheets;

namespace Plimsoll.Web.Clients.Import;

/// <summary>What is to be done with a name of a brought file.</summary>
public enum NameAnswer
{
    /// <summary>It is someone, or something, that is there already.</summary>
    Existing,
    Create,

    /// <summary>A person still to be found; for people only.</summary>
    Placeholder,

    /// <summary>What the file says of it is left out.</summary>
    Skip,
}

public sealed record PersonAnswer(NameAnswer Kind, Guid? Id = null);

/// <param name="Client">The client of a project to be made; none and no <paramref name="NewClient"/> while nobody has said.</param>
/// <param name="NewClient">The name of a client to be made with it.</param>
public sealed record WorkAnswer(
    NameAnswer Kind,
    Guid? Id = null,
    Guid? Client = null,
    string? NewClient = null,
    bool IsInternal = false
);

/// <summary>Somebody named by a file; <paramref name="WeeklyHours"/> is what it says her week holds.</summary>
public sealed record FoundPerson(
    string Name,
    string? Role,
    Minutes? WeeklyHours,
    CellAddress Address
)
{
    /// <summary>Where the file gives it: tells people apart better than their names do.</summary>
    public string? Email { get; init; }
}

/// <summary>A project named by a file, with its client where the file has one.</summary>
/// <param name="Count">How many cells or tasks of the file are of it.</param>
public sealed record FoundWork(
    string Key,
    string Name,
    string? Client,
    bool LooksInternal,
    int Count,
    CellAddress Address
)
{
    /// <summary>What a new one is, where the file tells; an active retainer where it does not.</summary>
    public ProjectKind? Kind { get; init; }
    public Stage? Stage { get; init; }

    public static string KeyOf(string project, string? client) =>
        string.IsNullOrEmpty(client) ? project : $"{client} · {project}";
}

/// <summary>What an import made of the names that were new: what undoing it takes away again.</summary>
public sealed record MadeNames(
    IReadOnlyList<Guid> Roles,
    IReadOnlyList<Guid> Clients,
    IReadOnlyList<Guid> People,
    IReadOnlyList<Guid> Projects
);

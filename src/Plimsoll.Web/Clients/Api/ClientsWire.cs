using Plimsoll.Web.Clients.Queries;

namespace Plimsoll.Web.Clients.Api;

/// <summary>Somebody or something by its name; the name is missing when it is not the caller's to see.</summary>
public sealed record NameSeenWire(Guid Id, string? Name);

/// <summary>A client in a list.</summary>
public sealed record ClientRowWire(
    Guid Id,
    string Name,
    NameSeenWire AccountManager,
    int Projects,
    int OpenProjects,
    bool Archived
)
{
    internal static ClientRowWire Of(ClientList.Row row) =>
        new(
            row.Id.Value,
            row.Name,
            new(row.AccountManager.Value, row.AccountManagerName),
            row.Projects,
            row.OpenProjects,
            row.IsArchived
        );
}

/// <summary>A client.</summary>
public sealed record ClientWire(
    Guid Id,
    string Name,
    NameSeenWire AccountManager,
    string? Note,
    DateTime? ArchivedAt,
    IReadOnlyList<NameSeenWire> Projects
)
{
    internal static ClientWire Of(ClientCard.View view) =>
        new(
            view.Id.Value,
            view.Name,
            new(view.AccountManager.Value, view.AccountManagerName),
            view.Note,
            view.ArchivedAt,
            [.. view.Projects.Select(p => new NameSeenWire(p.Id.Value, p.Name))]
        );
}

/// <summary>What is said of a client when it is added or changed.</summary>
public sealed record ClientWords(string? Name, Guid AccountManager, string? Note = null);

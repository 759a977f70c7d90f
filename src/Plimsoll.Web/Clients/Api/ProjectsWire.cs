using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Clients.Api;

/// <summary>A project in a list.</summary>
/// <param name="Kind"><c>retainer</c>, <c>fixed-price</c>, <c>time-and-materials</c> or <c>internal</c>.</param>
/// <param name="Stage"><c>pitch</c>, <c>won</c>, <c>active</c>, <c>paused</c> or <c>closed</c>.</param>
/// <param name="Colour">An index into the palette of twelve.</param>
public sealed record ProjectRowWire(
    Guid Id,
    string Name,
    string? Code,
    NameSeenWire? Client,
    string Kind,
    string Stage,
    int Colour,
    NameSeenWire? Manager,
    DateOnly? Starts,
    DateOnly? Ends,
    bool Archived
)
{
    internal static ProjectRowWire Of(ProjectList.Row row) =>
        new(
            row.Id.Value,
            row.Name,
            row.Code,
            row.Client is { } client ? new(client.Value, row.ClientName) : null,
            Kebab.Of(row.Kind),
            Kebab.Of(row.Stage),
            row.Colour,
            row.Manager is { } manager ? new(manager.Value, row.ManagerName) : null,
            row.Starts,
            row.Ends,
            row.IsArchived
        );
}

/// <summary>A project.</summary>
/// <param name="NextStages">The stages that it may go to from here.</param>
public sealed record ProjectWire(
    Guid Id,
    string Name,
    string? Code,
    NameSeenWire? Client,
    string Kind,
    string Stage,
    IReadOnlyList<string> NextStages,
    int Colour,
    NameSeenWire? Manager,
    DateOnly? Starts,
    DateOnly? Ends,
    DateTime? ArchivedAt,
    IReadOnlyList<NameSeenWire> Streams
)
{
    internal static ProjectWire Of(ProjectCard.View view) =>
        new(
            view.Id.Value,
            view.Name,
            view.Code,
            view.Client is { } client ? new(client.Value, view.ClientName) : null,
            Kebab.Of(view.Kind),
            Kebab.Of(view.Stage),
            [.. view.NextStages.Select(s => Kebab.Of(s))],
            view.Colour,
            view.Manager is { } manager ? new(manager.Value, view.ManagerName) : null,
            view.Starts,
            view.Ends,
            view.ArchivedAt,
            [.. view.Streams.Select(s => new NameSeenWire(s.Id.Value, s.Name))]
        );
}

/// <summary>What is said of a new project.</summary>
public sealed record NewProjectWords(
    string? Name,
    Guid? Client,
    string? Kind,
    string? Stage = null,
    string? Code = null,
    int? Colour = null,
    Guid? Manager = null,
    DateOnly? Starts = null,
    DateOnly? Ends = null,
    IReadOnlyList<string>? Streams = null
);

/// <summary>All that is said of a project when it is changed; what is left out is taken away.</summary>
public sealed record ProjectWords(
    string? Name,
    Guid? Client,
    string? Kind,
    string? Stage,
    int Colour,
    string? Code = null,
    Guid? Manager = null,
    DateOnly? Starts = null,
    DateOnly? Ends = null
);

/// <summary>Where the project goes to.</summary>
public sealed record StageWords(string? Stage);

/// <summary>What a stream is called.</summary>
public sealed record StreamWords(string? Name);

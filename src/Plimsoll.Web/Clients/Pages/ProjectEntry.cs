using Plimsoll.Domain.Clients;
using Plimsoll.Domain.Kernel;
using Plimsoll.Web.Clients.Queries;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Clients.Pages;

/// <summary>What the form of a project holds, as it was typed.</summary>
public sealed class ProjectEntry
{
    public string? Name { get; set; }
    public string? Code { get; set; }
    public Guid? Client { get; set; }
    public string? Kind { get; set; }
    public string? Stage { get; set; }
    public int? Colour { get; set; }
    public Guid? Manager { get; set; }
    public DateOnly? Starts { get; set; }
    public DateOnly? Ends { get; set; }

    /// <summary>One stream on each line; only a new project has it.</summary>
    public string? Streams { get; set; }
    public int Version { get; set; }

    internal ProjectKind? ReadKind => Kebab.Read<ProjectKind>(Kind);

    internal Stage? ReadStage => Kebab.Read<Stage>(Stage);

    internal ClientId? ReadClient => Client is { } id ? new ClientId(id) : null;

    internal PersonId? ReadManager => Manager is { } id ? new PersonId(id) : null;

    internal static ProjectEntry Of(ProjectCard.View project) =>
        new()
        {
            Name = project.Name,
            Code = project.Code,
            Client = project.Client?.Value,
            Kind = Kebab.Of(project.Kind),
            Stage = Kebab.Of(project.Stage),
            Colour = project.Colour,
            Manager = project.Manager?.Value,
            Starts = project.Starts,
            Ends = project.Ends,
            Version = project.Version,
        };
}

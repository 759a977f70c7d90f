namespace Plimsoll.Web.Clients.Queries;

/// <summary>What the names of a brought file can be said to be.</summary>
public sealed record ImportChoices(
    IReadOnlyList<ImportChoices.Choice> People,
    IReadOnlyList<ImportChoices.Choice> Projects,
    IReadOnlyList<ImportChoices.Choice> Clients,
    bool MayCreatePeople,
    bool MayCreateProjects
)
{
    public sealed record Choice(Guid Id, string Name, string? Detail)
    {
        public string Label => Detail is { } detail ? $"{Name} · {detail}" : Name;
    }

    public static ImportChoices Of(ImportKnown known) =>
        new(
            [.. known.People.Select(p => new Choice(p.Id.Value, p.Name, p.Role))],
            [.. known.Projects.Select(p => new Choice(p.Id.Value, p.Name, p.Client))],
            [.. known.Clients.Select(c => new Choice(c.Id, c.Name, null))],
            known.MayCreatePeople,
            known.MayCreateProjects
        );
}

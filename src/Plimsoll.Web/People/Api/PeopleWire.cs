using Plimsoll.Web.People.Queries;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.People.Api;

/// <summary>A thing by its name.</summary>
public sealed record NamedWire(Guid Id, string Name);

/// <summary>A person in a list. <c>details</c> are there for herself and for those who manage people.</summary>
public sealed record PersonRowWire(
    Guid Id,
    string Name,
    int Colour,
    bool Placeholder,
    string? Role,
    IReadOnlyList<string> Teams,
    int WeekMinutes,
    DateOnly? AwayUntil,
    bool Archived,
    PersonRowDetailsWire? Details
)
{
    internal static PersonRowWire Of(PersonList.Row row) =>
        new(
            row.Id.Value,
            row.Name,
            row.Colour,
            row.IsPlaceholder,
            row.Role,
            row.Teams,
            row.Week.Value,
            row.AwayUntil,
            row.IsArchived,
            row.Private is { } p
                ? new(p.Email, Kebab.Of(p.Kind), Kebab.Of(p.Position), p.Joined, p.LastDay)
                : null
        );
}

public sealed record PersonRowDetailsWire(
    string? Email,
    string Kind,
    string Position,
    DateOnly? Joined,
    DateOnly? LastDay
);

/// <summary>A person. <c>details</c> are there for herself and for those who manage people.</summary>
public sealed record PersonWire(
    Guid Id,
    string Name,
    int Colour,
    bool Placeholder,
    NamedWire? Role,
    IReadOnlyList<NamedWire> Teams,
    IReadOnlyList<PatternWire> Patterns,
    bool Archived,
    PersonDetailsWire? Details
)
{
    internal static PersonWire Of(PersonCard.View view) =>
        new(
            view.Id.Value,
            view.Name,
            view.Colour,
            view.IsPlaceholder,
            view.Role is { } role ? new(role.Id.Value, role.Name) : null,
            [.. view.Teams.Select(t => new NamedWire(t.Id.Value, t.Name))],
            [.. view.Patterns.Select(p => new PatternWire(p.From, p.Days))],
            view.IsArchived,
            view.Private is { } p
                ? new(
                    p.Email,
                    Kebab.Of(p.Kind),
                    Kebab.Of(p.Position),
                    p.Calendar is { } calendar ? new(calendar.Id.Value, calendar.Name) : null,
                    p.Joined,
                    p.LastDay
                )
                : null
        );
}

public sealed record PersonDetailsWire(
    string? Email,
    string Kind,
    string Position,
    NamedWire? Calendar,
    DateOnly? Joined,
    DateOnly? LastDay
);

/// <summary>Minutes from Monday to Sunday, in force from a day on; without one, all along.</summary>
public sealed record PatternWire(DateOnly? From, IReadOnlyList<int> Days);

/// <summary>What is said of a person when she is added or changed.</summary>
/// <param name="Kind"><c>employee</c>, <c>freelancer</c> or <c>placeholder</c>.</param>
/// <param name="Position"><c>owner</c>, <c>director</c>, <c>account-manager</c>, <c>team-member</c>, <c>accountant</c>, <c>lawyer</c>, <c>client-guest</c>.</param>
/// <param name="Calendar">Added without one, a person gets the workspace's usual calendar.</param>
/// <param name="Days">The first work pattern, minutes from Monday to Sunday; only when a person is added.</param>
public sealed record PersonWords(
    string? Name,
    string? Kind = null,
    string? Email = null,
    string? Position = null,
    Guid? Role = null,
    Guid? Calendar = null,
    int? Colour = null,
    DateOnly? Joined = null,
    DateOnly? LastDay = null,
    IReadOnlyList<int>? Days = null,
    IReadOnlyList<Guid>? Teams = null
);

/// <summary>Minutes from Monday to Sunday.</summary>
public sealed record PatternWords(IReadOnlyList<int>? Days);

/// <summary>A role.</summary>
public sealed record RoleWire(Guid Id, string Name, int People, bool Archived)
{
    internal static RoleWire Of(RoleList.Row row) =>
        new(row.Id.Value, row.Name, row.People, row.IsArchived);
}

public sealed record RoleWords(string? Name);

/// <summary>A team, with those of its people whom the caller may see.</summary>
public sealed record TeamWire(
    Guid Id,
    string Name,
    NamedWire? Lead,
    IReadOnlyList<NamedWire> Members,
    bool Archived
)
{
    internal static TeamWire Of(TeamList.View view) =>
        new(
            view.Id.Value,
            view.Name,
            view.Lead is { } lead ? new(lead.Id.Value, lead.Name) : null,
            [.. view.Members.Select(m => new NamedWire(m.Id.Value, m.Name))],
            view.IsArchived
        );
}

/// <param name="Members">Exactly these; left out, they stay as they are.</param>
public sealed record TeamWords(
    string? Name,
    Guid? Lead = null,
    IReadOnlyList<Guid>? Members = null
);

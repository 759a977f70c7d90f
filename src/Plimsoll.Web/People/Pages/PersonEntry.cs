using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;
using Plimsoll.Web.People.Queries;
using Plimsoll.Web.People.UseCases;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.People.Pages;

/// <summary>What the form of a person holds, as it was typed.</summary>
public sealed class PersonEntry
{
    public int? Version { get; set; }
    public string? Name { get; set; }
    public string? Email { get; set; }
    public string? Kind { get; set; }
    public string? Position { get; set; }
    public Guid? Role { get; set; }
    public Guid? Calendar { get; set; }
    public int? Colour { get; set; }
    public DateOnly? Joined { get; set; }
    public DateOnly? LastDay { get; set; }
    public List<Guid>? Teams { get; set; }
    public List<string>? Days { get; set; }

    public static PersonEntry Of(PersonCard.View view) =>
        new()
        {
            Version = view.Version,
            Name = view.Name,
            Email = view.Private!.Email,
            Kind = Kebab.Of(view.Private.Kind),
            Position = Kebab.Of(view.Private.Position),
            Role = view.Role?.Id.Value,
            Calendar = view.Private.Calendar?.Id.Value,
            Colour = view.Colour,
            Joined = view.Private.Joined,
            LastDay = view.Private.LastDay,
            Teams = [.. view.Teams.Select(t => t.Id.Value)],
        };

    public HirePerson.Command Hire(IReadOnlyList<int> days)
    {
        var kind = Kebab.Read<PersonKind>(Kind) ?? PersonKind.Employee;
        var placeholder = kind is PersonKind.Placeholder;
        return new(
            Name,
            kind,
            Email,
            placeholder ? Plimsoll.Domain.Kernel.Position.TeamMember : PositionOrMember,
            Role is { } role ? new RoleId(role) : null,
            Calendar is { } calendar ? new HolidayCalendarId(calendar) : null,
            UsualCalendar: false,
            Colour,
            Joined,
            LastDay,
            days,
            [.. (Teams ?? []).Select(t => new TeamId(t))]
        );
    }

    public ChangePerson.Command Change(PersonId id) =>
        new(
            id,
            Version ?? -1,
            Name,
            Kebab.Read<PersonKind>(Kind),
            Email,
            Kebab.Read<Plimsoll.Domain.Kernel.Position>(Position),
            Role is { } role ? new RoleId(role) : null,
            Calendar is { } calendar ? new HolidayCalendarId(calendar) : null,
            Colour,
            Joined,
            LastDay,
            [.. (Teams ?? []).Select(t => new TeamId(t))]
        );

    private Plimsoll.Domain.Kernel.Position PositionOrMember =>
        Kebab.Read<Plimsoll.Domain.Kernel.Position>(Position)
        ?? Plimsoll.Domain.Kernel.Position.TeamMember;
}

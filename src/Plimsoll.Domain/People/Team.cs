using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.People;

/// <summary>That a person belongs to a team.</summary>
public sealed class TeamMember
{
    public PersonId PersonId { get; private set; }

    private TeamMember() { }

    internal static TeamMember Of(PersonId person) => new() { PersonId = person };
}

/// <summary>People who are planned together and go through the week together; one of them may lead.</summary>
public sealed class Team
{
    public const int NameLimit = 80;

    private readonly List<TeamMember> _members = [];

    public TeamId Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Who leads it; she need not be planned in it herself.</summary>
    public PersonId? Lead { get; private set; }

    public Archival? Archived { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<TeamMember> Members => _members;

    private Team() { }

    public static Outcome<Team> New(string? name, PersonId? lead = null)
    {
        var team = new Team { Id = TeamId.New(), Lead = lead };
        return team.Rename(name) is { } no ? no : team;
    }

    public Refusal? Rename(string? name)
    {
        if (Line.Required(name, "name", NameLimit).Refused(out var no, out var line))
            return no;
        Name = line;
        return null;
    }

    public void GiveTo(PersonId? lead) => Lead = lead;

    public bool Has(PersonId person) => _members.Exists(m => m.PersonId == person);

    /// <summary>Adds a member; one who is in it already stays so.</summary>
    public void Add(PersonId person)
    {
        if (!Has(person))
            _members.Add(TeamMember.Of(person));
    }

    public Refusal? Remove(PersonId person) =>
        _members.RemoveAll(m => m.PersonId == person) == 0 ? new NotThere() : null;

    public void Archive(PersonId by, DateTime at) => Archived ??= new Archival(by, at);

    public void Restore() => Archived = null;
}

using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.People;

/// <summary>What a person does and is charged as: copywriter, designer, media buyer (PRODUCT 1).</summary>
public sealed class Role
{
    public const int NameLimit = 80;

    public RoleId Id { get; private set; }

    public string Name { get; private set; } = "";

    public Archival? Archived { get; private set; }

    public int Version { get; private set; }

    private Role() { }

    public static Outcome<Role> New(string? name)
    {
        var role = new Role { Id = RoleId.New() };
        return role.Rename(name) is { } no ? no : role;
    }

    public Refusal? Rename(string? name)
    {
        if (Line.Required(name, "name", NameLimit).Refused(out var no, out var line))
            return no;
        Name = line;
        return null;
    }

    public void Archive(PersonId by, DateTime at) => Archived ??= new Archival(by, at);

    public void Restore() => Archived = null;
}

using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;

namespace Plimsoll.Domain.Clients;

/// <summary>A customer of the agency, with one account manager who answers for it (PRODUCT 1).</summary>
public sealed class Client
{
    public const int NameLimit = 120;
    public const int NoteLimit = 2000;

    public ClientId Id { get; private set; }

    public string Name { get; private set; } = "";

    public PersonId AccountManager { get; private set; }

    public string? Note { get; private set; }

    public Archival? Archived { get; private set; }

    public int Version { get; private set; }

    private Client() { }

    public static Outcome<Client> New(string? name, PersonId accountManager, string? note = null)
    {
        var client = new Client { Id = ClientId.New(), AccountManager = accountManager };
        if (client.Rename(name) is { } nameless)
            return nameless;
        return client.ChangeNote(note) is { } no ? no : client;
    }

    public Refusal? Rename(string? name)
    {
        if (Line.Required(name, "name", NameLimit).Refused(out var no, out var line))
            return no;
        Name = line;
        return null;
    }

    public Refusal? ChangeNote(string? note)
    {
        var text = Line.Prose(note, "note", NoteLimit);
        if (text.Refusal is { } no)
            return no;
        Note = text.Value;
        return null;
    }

    /// <summary>Another account manager answers for it from now on.</summary>
    public void HandTo(PersonId accountManager) => AccountManager = accountManager;

    public void Archive(PersonId by, DateTime at) => Archived ??= new Archival(by, at);

    public void Restore() => Archived = null;
}

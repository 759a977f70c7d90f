using Plimsoll.Domain.Kernel;
using Plimsoll.Domain.People;

namespace Plimsoll.Domain.Clients;

/// <summary>How the work is sold; internal work has no client (PRODUCT 1).</summary>
public enum ProjectKind
{
    Retainer,
    FixedPrice,
    TimeAndMaterials,
    Internal,
}

/// <summary>Work for a client, or internal work: agency meetings, training (PRODUCT 1).</summary>
public sealed class Project
{
    public const int NameLimit = 120;
    public const int CodeLimit = 20;
    public const int StreamsAtMost = 100;

    private readonly List<ProjectStream> _streams = [];

    public ProjectId Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The short name that its tasks are called by (<see cref="ProjectCode"/>).</summary>
    public string? Code { get; private set; }

    /// <summary><c>null</c> for internal work, and only there.</summary>
    public ClientId? Client { get; private set; }

    public ProjectKind Kind { get; private set; }

    public Stage Stage { get; private set; }

    /// <summary>An index into the <see cref="Palette"/>.</summary>
    public int Colour { get; private set; }

    public PersonId? Manager { get; private set; }

    public DateOnly? Starts { get; private set; }

    public DateOnly? Ends { get; private set; }

    public Archival? Archived { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<ProjectStream> Streams => _streams;

    private Project() { }

    public bool IsInternal => Kind is ProjectKind.Internal;

    /// <summary>Whether time can be planned on it: neither closed nor put away.</summary>
    public bool TakesBookings => Stage is not Stage.Closed && Archived is null;

    /// <summary>Work for a client.</summary>
    public static Outcome<Project> For(
        ClientId client,
        string? name,
        ProjectKind kind,
        Stage stage = Stage.Pitch
    ) => kind is ProjectKind.Internal ? new InternalHasNoClient() : New(client, name, kind, stage);

    /// <summary>Work of the agency for itself.</summary>
    public static Outcome<Project> Internal(string? name, Stage stage = Stage.Active) =>
        New(null, name, ProjectKind.Internal, stage);

    public Refusal? Rename(string? name)
    {
        if (Line.Required(name, "name", NameLimit).Refused(out var no, out var line))
            return no;
        Name = line;
        return null;
    }

    public Refusal? ChangeCode(string? code)
    {
        var read = ProjectCode.Read(code);
        if (read.Refusal is { } no)
            return no;
        Code = read.Value;
        return null;
    }

    /// <summary>Another way to sell the work; what is internal stays so, and what has a client too.</summary>
    public Refusal? ChangeKind(ProjectKind kind)
    {
        if (!Enum.IsDefined(kind))
            return new IsNotUnderstood("kind");
        if (kind != Kind && (IsInternal || kind is ProjectKind.Internal))
            return new InternalHasNoClient();
        Kind = kind;
        return null;
    }

    public Refusal? MoveToClient(ClientId client)
    {
        if (IsInternal)
            return new InternalHasNoClient();
        Client = client;
        return null;
    }

    public Refusal? ChangeStage(Stage stage)
    {
        if (!Enum.IsDefined(stage))
            return new IsNotUnderstood("stage");
        if (stage == Stage)
            return null;
        if (!Stages.Fits(stage, Kind))
            return new InternalIsNotPitched();
        if (!Stages.Leads(Stage, stage))
            return new StageDoesNotFollow(Stage, stage);
        Stage = stage;
        return null;
    }

    public Refusal? ChangeColour(int colour)
    {
        if (!Palette.Has(colour))
            return new IsNotUnderstood("colour");
        Colour = colour;
        return null;
    }

    public void GiveTo(PersonId? manager) => Manager = manager;

    public Refusal? ChangeDates(DateOnly? starts, DateOnly? ends)
    {
        if (!Era.Holds(starts))
            return new IsNotUnderstood("starts");
        if (!Era.Holds(ends))
            return new IsNotUnderstood("ends");
        if (ends < starts)
            return new EndsBeforeItBegins("ends");
        (Starts, Ends) = (starts, ends);
        return null;
    }

    public Outcome<StreamId> AddStream(string? name)
    {
        if (StreamName(name, except: null).Refused(out var no, out var line))
            return no;
        if (_streams.Count >= StreamsAtMost)
            return new ProjectHasEnoughStreams();
        var stream = ProjectStream.Named(line);
        _streams.Add(stream);
        return stream.Id;
    }

    public Refusal? RenameStream(StreamId id, string? name)
    {
        if (_streams.Find(s => s.Id == id) is not { } stream)
            return new NotThere();
        if (StreamName(name, except: stream).Refused(out var no, out var line))
            return no;
        stream.Rename(line);
        return null;
    }

    public Refusal? RemoveStream(StreamId id) =>
        _streams.RemoveAll(s => s.Id == id) == 0 ? new NotThere() : null;

    public void Archive(PersonId by, DateTime at) => Archived ??= new Archival(by, at);

    public void Restore() => Archived = null;

    private static Outcome<Project> New(
        ClientId? client,
        string? name,
        ProjectKind kind,
        Stage stage
    )
    {
        if (!Enum.IsDefined(kind))
            return new IsNotUnderstood("kind");
        if (!Enum.IsDefined(stage))
            return new IsNotUnderstood("stage");
        if (!Stages.Fits(stage, kind))
            return new InternalIsNotPitched();
        var project = new Project
        {
            Id = ProjectId.New(),
            Client = client,
            Kind = kind,
            Stage = stage,
        };
        return project.Rename(name) is { } no ? no : project;
    }

    private Outcome<string> StreamName(string? name, ProjectStream? except)
    {
        if (Line.Required(name, "name", ProjectStream.NameLimit).Refused(out var no, out var line))
            return no;
        return _streams.Exists(s =>
            s != except && string.Equals(s.Name, line, StringComparison.OrdinalIgnoreCase)
        )
            ? new StreamIsThere(line)
            : line;
    }
}

using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.Clients;

/// <summary>Internal work has no client, and all other work has one (PRODUCT 1).</summary>
public sealed record InternalHasNoClient() : Refusal("internal-has-no-client")
{
    public override string Field => "kind";
}

/// <summary>Internal work is active, paused or closed; there is nobody to win.</summary>
public sealed record InternalIsNotPitched() : Refusal("internal-is-not-pitched")
{
    public override string Field => "stage";
}

/// <summary>A project does not go from that stage to this one.</summary>
public sealed record StageDoesNotFollow(Stage From, Stage To) : Refusal("stage-does-not-follow")
{
    public override string Field => "stage";
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["from"] = From, ["to"] = To };
}

/// <summary>The project has a stream of that name.</summary>
public sealed record StreamIsThere(string Name) : Refusal("stream-is-there")
{
    public override string Field => "name";
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["name"] = Name };
}

/// <summary>A project with more than a hundred streams is a mistake.</summary>
public sealed record ProjectHasEnoughStreams() : Refusal("project-has-enough-streams")
{
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["limit"] = Project.StreamsAtMost };
}

/// <summary>The client has projects: it is archived, not deleted.</summary>
public sealed record ClientHasProjects(int Count) : Refusal("client-has-projects")
{
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["n"] = Count };
}

/// <summary>Only someone who may change clients can answer for one, or manage a project.</summary>
public sealed record ManagesNoClients(string Name) : Refusal("manages-no-clients")
{
    public override string Field => Name;
}

/// <summary>Tasks are called by the code of their project, so no two projects have the same.</summary>
public sealed record CodeIsTaken(string ProjectCode) : Refusal("code-is-taken")
{
    public override string Field => "code";
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["code"] = ProjectCode };
}

using Plimsoll.Domain.Kernel;

namespace Plimsoll.Domain.Tasks;

/// <summary>Nothing can be said to the client of a project that has none.</summary>
public sealed record ProjectHasNoClient() : Refusal("project-has-no-client")
{
    public override string Field => "for";
}

/// <summary>A deleted comment is put back within a day.</summary>
public sealed record CommentIsGone() : Refusal("comment-is-gone");

/// <summary>More files than one comment brings.</summary>
public sealed record TooManyFiles(int Limit) : Refusal("too-many-files")
{
    public override RefusalKind Kind => RefusalKind.Malformed;
    public override string Field => "files";
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["limit"] = Limit };
}

/// <summary>It has been talked about: it is dropped, not deleted.</summary>
public sealed record TaskIsTalkedAbout() : Refusal("task-is-talked-about");

using Plimsoll.Domain.Kernel;

namespace Plimsoll.Web.Platform.Files;

/// <summary>The request brings no file.</summary>
public sealed record NoFileCame() : Refusal("no-file-came")
{
    public override RefusalKind Kind => RefusalKind.Malformed;
    public override string? Field => "file";
}

/// <summary>The file has more bytes than may be brought in; <paramref name="Megabytes"/> is the limit.</summary>
public sealed record FileIsTooLarge(int Megabytes) : Refusal("file-is-too-large")
{
    public override RefusalKind Kind => RefusalKind.Malformed;
    public override string? Field => "file";
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["megabytes"] = Megabytes };
}

/// <summary>She has brought many files that nothing holds yet; they go after a day.</summary>
public sealed record TooManyLooseFiles(int Limit) : Refusal("too-many-loose-files")
{
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["limit"] = Limit };
}

/// <summary>Something holds the file; it goes with that.</summary>
public sealed record FileIsHeld() : Refusal("file-is-held");

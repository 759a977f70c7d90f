using Plimsoll.Domain.Kernel;

namespace Plimsoll.Web.Platform.Imports;

/// <summary>It has been taken over already, or somebody is at it just now: it is not taken over twice.</summary>
public sealed record ImportIsNoDraft() : Refusal("import-is-no-draft");

/// <summary>Only what was taken over can be undone, and once.</summary>
public sealed record ImportIsNotApplied() : Refusal("import-is-not-applied");

/// <summary>Something in the file stands in the way of importing it whole.</summary>
public sealed record ImportHasProblems(int Problems) : Refusal("import-has-problems")
{
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["n"] = Problems };
}

/// <summary>What the import brought was changed since; undoing it would take those changes back too.</summary>
public sealed record ImportChangedSince(int Count, string What) : Refusal("import-changed-since")
{
    public override RefusalKind Kind => RefusalKind.ChangedMeanwhile;
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["n"] = Count, ["what"] = What };
}

/// <summary>The request carries no file.</summary>
public sealed record FileIsMissing() : Refusal("file-is-missing")
{
    public override RefusalKind Kind => RefusalKind.Malformed;
    public override string Field => "file";
}

/// <summary>The work broke off by no fault of the sheet; nothing of it was kept.</summary>
public sealed record ImportFailed() : Refusal("import-failed");

namespace Plimsoll.Domain.Kernel;

/// <summary>
/// An expected "no": a law was asked and said why not. Each law is a record of its own, named as a sentence;
/// its <see cref="Code"/> never changes, since texts and other programs rely on it.
/// </summary>
public abstract record Refusal(string Code)
{
    /// <summary>What kind of "no" it is; decides the HTTP status.</summary>
    public virtual RefusalKind Kind => RefusalKind.AgainstTheRules;

    /// <summary>The form field or wire property it speaks of, when it speaks of one.</summary>
    public virtual string? Field => null;

    /// <summary>What the sentence of the texts may name, by its placeholder.</summary>
    public virtual IReadOnlyDictionary<string, object> Words => NoWords;

    private static readonly Dictionary<string, object> NoWords = [];
}

public enum RefusalKind
{
    /// <summary>The words are not of the right form: 400.</summary>
    Malformed,

    /// <summary>The person may not: 403.</summary>
    NotAllowed,

    /// <summary>There is no such thing, or none that the person may see: 404.</summary>
    NotThere,

    /// <summary>A law of the product forbids it as things stand: 409.</summary>
    AgainstTheRules,

    /// <summary>Somebody else saved first: 409, or 412 when the caller named a version.</summary>
    ChangedMeanwhile,
}

/// <summary>The actor has not the right (PRODUCT 8).</summary>
public sealed record NotAllowed() : Refusal("not-allowed")
{
    public override RefusalKind Kind => RefusalKind.NotAllowed;
}

/// <summary>There is none, or none that the actor may see; the two are never told apart (PRODUCT 9.4).</summary>
public sealed record NotThere() : Refusal("not-there")
{
    public override RefusalKind Kind => RefusalKind.NotThere;
}

/// <summary>Somebody saved the same thing first (PRODUCT 9.2).</summary>
public sealed record ChangedMeanwhile() : Refusal("changed-meanwhile")
{
    public override RefusalKind Kind => RefusalKind.ChangedMeanwhile;
}

/// <summary>It is not deleted while anything depends on it; it can be archived.</summary>
public sealed record SomethingDependsOnIt() : Refusal("something-depends-on-it");

/// <summary>A required value is missing.</summary>
public sealed record IsMissing(string Name) : Refusal("is-missing")
{
    public override RefusalKind Kind => RefusalKind.Malformed;
    public override string? Field => Name;
}

/// <summary>A text is longer than it may be; <paramref name="Limit"/> is in characters.</summary>
public sealed record IsTooLong(string Name, int Limit) : Refusal("is-too-long")
{
    public override RefusalKind Kind => RefusalKind.Malformed;
    public override string? Field => Name;
    public override IReadOnlyDictionary<string, object> Words =>
        new Dictionary<string, object> { ["limit"] = Limit };
}

/// <summary>A value is not of a form that is understood here.</summary>
public sealed record IsNotUnderstood(string Name) : Refusal("is-not-understood")
{
    public override RefusalKind Kind => RefusalKind.Malformed;
    public override string? Field => Name;
}

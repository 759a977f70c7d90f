using System.Diagnostics.CodeAnalysis;

namespace Plimsoll.Domain.Kernel;

/// <summary>What a use case answers: the value, or the law that said no.</summary>
public readonly struct Outcome<T>
{
    private readonly T? _value;

    private Outcome(T? value, Refusal? refusal)
    {
        _value = value;
        Refusal = refusal;
    }

    public Refusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Refusal))]
    public bool IsRefused => Refusal is not null;

    /// <summary>The value; asking a refused outcome for it is a bug.</summary>
    public T Value =>
        IsRefused ? throw new InvalidOperationException($"Refused: {Refusal.Code}") : _value!;

    public bool Refused([NotNullWhen(true)] out Refusal? refusal, [NotNullWhen(false)] out T? value)
    {
        refusal = Refusal;
        value = _value;
        return refusal is not null;
    }

    [SuppressMessage(
        "Usage",
        "CA2225",
        Justification = "An outcome is only ever made by returning a value or a refusal."
    )]
    public static implicit operator Outcome<T>(T value) => new(value, null);

    [SuppressMessage(
        "Usage",
        "CA2225",
        Justification = "An outcome is only ever made by returning a value or a refusal."
    )]
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}

/// <summary>The answer of an act that has nothing to give back but that it was done.</summary>
public readonly record struct Done
{
    public static Done It => default;
}

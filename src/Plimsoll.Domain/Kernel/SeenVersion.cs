using System.Diagnostics.CodeAnalysis;

namespace Plimsoll.Domain.Kernel;

/// <summary>
/// The version of a thing that a change was made from: whoever has seen another one does not overwrite it
/// (PRODUCT 9.2). Who does not say what she has seen changes whatever is there.
/// </summary>
[SuppressMessage(
    "Usage",
    "CA2225",
    Justification = "A number is a version that was seen; nothing else is made of it."
)]
public readonly record struct SeenVersion
{
    private readonly IReadOnlyList<int>? _versions;

    private SeenVersion(IReadOnlyList<int>? versions) => _versions = versions;

    public static SeenVersion Any => default;

    public static SeenVersion OneOf(IReadOnlyList<int> versions) => new(versions);

    public bool IsNot(int version) => _versions is { } seen && !seen.Contains(version);

    public static implicit operator SeenVersion(int version) => new([version]);

    public static implicit operator SeenVersion(int? version) =>
        version is { } seen ? new([seen]) : Any;
}

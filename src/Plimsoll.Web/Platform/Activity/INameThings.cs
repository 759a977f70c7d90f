using Plimsoll.Web.Platform.Store;

namespace Plimsoll.Web.Platform.Activity;

/// <summary>A thing by its name, and the page it has, if it has one.</summary>
public sealed record NamedThing(Guid Id, string Name, string? Page = null);

/// <summary>
/// Facts speak of things by id; each room says what its own are called. Asked only for those who may read the record
/// of all changes, who see everything.
/// </summary>
public interface INameThings
{
    /// <summary>The names of those of these ids that are of this room and still there.</summary>
    Task<IReadOnlyList<NamedThing>> Name(
        PlimsollDb db,
        IReadOnlyCollection<Guid> ids,
        CancellationToken ct
    );

    /// <summary>The things whose name is <c>LIKE</c> the pattern.</summary>
    Task<IReadOnlyList<Guid>> Find(PlimsollDb db, string pattern, int most, CancellationToken ct);
}

using Plimsoll.Domain.Kernel;

namespace Plimsoll.Web.Platform.Http;

/// <summary>A place in the side bar (and the phone's bottom bar) that a room offers.</summary>
/// <param name="Order">From top to bottom; below 100 stands in the main part, above it under settings.</param>
/// <param name="For">Who sees it.</param>
/// <param name="Waiting">How many things wait there for her, shown beside the word; nothing when there are none.</param>
public sealed record NavItem(
    string TextKey,
    string Href,
    string Icon,
    int Order,
    Func<Actor, bool> For,
    bool OnPhone = false,
    Func<IServiceProvider, Actor, CancellationToken, Task<int>>? Waiting = null
);

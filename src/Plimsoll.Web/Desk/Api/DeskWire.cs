using Plimsoll.Web.Desk.Queries;
using Plimsoll.Web.Platform.Text;

namespace Plimsoll.Web.Desk.Api;

/// <summary>Something found by its name.</summary>
/// <param name="Kind"><c>person</c>, <c>client</c> or <c>project</c>.</param>
public sealed record HitWire(
    string Kind,
    Guid Id,
    string Name,
    string? Detail,
    int? Colour,
    string Page
)
{
    internal static HitWire Of(Find.Hit hit) =>
        new(Kebab.Of(hit.What), hit.Id, hit.Name, hit.Detail, hit.Colour, hit.Page);
}

/// <summary>What was found; never more than twenty.</summary>
public sealed record HitsWire(IReadOnlyList<HitWire> Items);
